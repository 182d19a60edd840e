import type { Phrases } from "../lattice.js";
import { type NgramBatch, NO_PAIR } from "./ngram-batch.js";
import { type ContextWindow, type Lens, NO_CONTEXT, PASSED_OVER } from "./window.js";

/**
 * Names the terms of the readings of spans to a batch. What all readings of a span have in common, the pairs of words on
 * either side of it, is named once.
 */
export class SpanTerms {
  readonly #batch: NgramBatch;
  readonly #lens: Lens;
  readonly #phrases: Phrases;
  readonly #window: ContextWindow;
  #leftPair = NO_PAIR;
  #rightPair = NO_PAIR;
  /** The last word of the reading so far, and the pair that it ends. */
  word = 0;
  pair = NO_PAIR;

  constructor(batch: NgramBatch, lens: Lens, phrases: Phrases, window: ContextWindow) {
    this.#batch = batch;
    this.#lens = lens;
    this.#phrases = phrases;
    this.#window = window;
  }

  /** Begins a span, whose surroundings the window has read. */
  open(): void {
    const { left, right } = this.#window;
    this.#batch.reserve();
    this.#leftPair = left[1] === NO_CONTEXT ? NO_PAIR : this.#batch.pair(left[1], left[0]);
    this.#rightPair = right[1] === NO_CONTEXT ? NO_PAIR : this.#batch.pair(right[0], right[1]);
  }

  /** Begins a reading of the span. */
  begin(): void {
    this.word = this.#window.left[0];
    this.pair = this.#leftPair;
  }

  /** Adds the tokens `from .. to` (exclusive) as they stand. */
  addTokens(from: number, to: number): void {
    const { tokens } = this.#lens;
    for (let i = from; i < to; i++) if (tokens[i] !== PASSED_OVER) this.#add(tokens[i]);
  }

  /** Adds a phrase. */
  addPhrase(phrase: number): void {
    const { offsets, words } = this.#phrases;
    for (let at = offsets[phrase]; at < offsets[phrase + 1]; at++) {
      const word = this.#lens.words[words[at]];
      if (word !== PASSED_OVER) this.#add(word);
    }
  }

  /** Ends the reading with the words behind the span. */
  end(): void {
    this.#add(this.#window.right[0]);
    if (this.#rightPair !== NO_PAIR) this.#batch.term(this.pair, this.#rightPair);
  }

  #add(word: number): void {
    const pair = this.#batch.pair(this.word, word);
    this.#batch.term(this.pair, pair);
    this.word = word;
    this.pair = pair;
  }
}

/** Adds the values `from .. to` (exclusive) to a sum, one after the other. */
export function sumOf(start: number, values: Float64Array, from: number, to: number): number {
  let sum = start;
  for (let at = from; at < to; at++) sum += values[at];
  return sum;
}
