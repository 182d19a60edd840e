import type { Lattice } from "../lattice.js";
import { type NgramBatch, NO_PAIR } from "./ngram-batch.js";
import { SpanTerms, sumOf } from "./span-terms.js";
import { type ContextWindow, type Lens, NO_CONTEXT, PASSED_OVER } from "./window.js";

/** Two sites side by side, and the candidates of each that are tried. */
export interface PairTrial {
  readonly left: number;
  readonly right: number;
  readonly leftTried: readonly number[];
  readonly rightTried: readonly number[];
}

/**
 * The readings of two sites side by side. What depends on one of the two originals alone is looked up once for it; only
 * where they meet is there something to look up for every two of them.
 */
export class PairTerms {
  readonly #batch: NgramBatch;
  readonly #lens: Lens;
  readonly #lattice: Lattice;
  readonly #window: ContextWindow;
  readonly #terms: SpanTerms;
  readonly #trials: PairTrial[] = [];
  /**
   * Of each trial in turn: where the terms of the text as it stands end, and those of each left original; for each right
   * one where the terms of what follows it end, and how many terms there are where it meets a left one.
   */
  readonly #layout: number[] = [];
  /** Of the trial that is being named: the last word and pair of each left original, the first ones of each right one. */
  readonly #lastWords: number[] = [];
  readonly #lastPairs: number[] = [];
  readonly #firstWords: number[] = [];
  readonly #firstPairs: number[] = [];
  readonly #tail: number[] = [];

  constructor(batch: NgramBatch, lens: Lens, lattice: Lattice, window: ContextWindow) {
    this.#batch = batch;
    this.#lens = lens;
    this.#lattice = lattice;
    this.#window = window;
    this.#terms = new SpanTerms(batch, lens, lattice.phrases, window);
  }

  /** Names the terms of all readings of two sites, whose surroundings the window has read. */
  name(trial: PairTrial): void {
    const { left, right, leftTried, rightTried } = trial;
    const { from, to, original } = this.#lattice;
    const batch = this.#batch;
    const terms = this.#terms;
    this.#trials.push(trial);
    terms.open();
    terms.begin();
    terms.addTokens(from[left], to[right]);
    terms.end();
    this.#layout.push(batch.length);
    leftTried.forEach((candidate, a) => {
      terms.begin();
      terms.addPhrase(original[candidate]);
      this.#lastWords[a] = terms.word;
      this.#lastPairs[a] = terms.pair;
      this.#layout.push(batch.length);
    });
    rightTried.forEach((candidate, b) => {
      this.#readTail(original[candidate]);
      this.#firstWords[b] = this.#tail[0];
      this.#firstPairs[b] = this.#nameTail();
      this.#layout.push(batch.length, this.#firstPairs[b] === NO_PAIR ? 1 : 2);
    });
    for (let a = 0; a < leftTried.length; a++) {
      for (let b = 0; b < rightTried.length; b++) {
        const meeting = batch.pair(this.#lastWords[a], this.#firstWords[b]);
        batch.term(this.#lastPairs[a], meeting);
        if (this.#firstPairs[b] !== NO_PAIR) batch.term(meeting, this.#firstPairs[b]);
      }
    }
  }

  /**
   * Scores what was named.
   *
   * @param take is given each trial and the gains in fluency over the text as it stands, by left and then by right original
   */
  run(take: (trial: PairTrial, gains: Float64Array) => void): void {
    const values = this.#batch.run();
    let at = 0;
    let entry = 0;
    for (const trial of this.#trials) {
      const lefts = trial.leftTried.length;
      const rights = trial.rightTried.length;
      const gains = new Float64Array(lefts * rights);
      const kept = sumOf(0, values, at, this.#layout[entry]);
      const tails = entry + 1 + lefts;
      at = this.#layout[tails + 2 * (rights - 1)];
      for (let a = 0; a < lefts; a++) {
        const before = sumOf(0, values, this.#layout[entry + a], this.#layout[entry + a + 1]);
        for (let b = 0; b < rights; b++) {
          const start = b === 0 ? this.#layout[tails - 1] : this.#layout[tails + 2 * (b - 1)];
          const meeting = at + this.#layout[tails + 2 * b + 1];
          const met = sumOf(before, values, at, meeting);
          gains[a * rights + b] = sumOf(met, values, start, this.#layout[tails + 2 * b]) - kept;
          at = meeting;
        }
      }
      entry = tails + 2 * rights;
      take(trial, gains);
    }
    this.#trials.length = 0;
    this.#layout.length = 0;
  }

  /** The words of a right original and those behind it. */
  #readTail(phrase: number): void {
    const { phrases } = this.#lattice;
    const tail = this.#tail;
    tail.length = 0;
    for (let at = phrases.offsets[phrase]; at < phrases.offsets[phrase + 1]; at++) {
      const word = this.#lens.words[phrases.words[at]];
      if (word !== PASSED_OVER) tail.push(word);
    }
    for (const word of this.#window.right) if (word !== NO_CONTEXT) tail.push(word);
  }

  /** Names what does not depend on the left original: all pairs of the tail, and all terms but the first two. */
  #nameTail(): number {
    const tail = this.#tail;
    this.#batch.reserve();
    let first = NO_PAIR;
    let before = NO_PAIR;
    for (let k = 1; k < tail.length; k++) {
      const pair = this.#batch.pair(tail[k - 1], tail[k]);
      if (k === 1) first = pair;
      else this.#batch.term(before, pair);
      before = pair;
    }
    return first;
  }
}
