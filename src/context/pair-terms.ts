import type { Lattice } from "../lattice.js";
import { IntList } from "./int-list.js";
import { type NgramBatch, NO_PAIR } from "./ngram-batch.js";
import { SpanTerms, sumOf } from "./span-terms.js";
import { type ContextWindow, type Lens, NO_CONTEXT, PASSED_OVER } from "./window.js";

/** How many candidates of a site are tried with those of its neighbour. */
export const WIDTH = 6;
/** The words of a right original that stand at its beginning, and those behind it. */
const LONGEST_TAIL = 256;

/** Candidates of a site: `list[start .. start + count)`. */
export interface Tried {
  readonly list: Int32Array;
  readonly start: number;
  readonly count: number;
}

/** Takes the best reading of two sites: its candidates, and its gain in fluency over the text as it stands. */
export type TakeBest = (left: number, right: number, leftOriginal: number, rightOriginal: number, gain: number) => void;

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
  /** Of each trial in turn: its sites, how many candidates each has that are tried, and these candidates. */
  readonly #trials = new IntList();
  /**
   * Of each trial in turn: where the terms of the text as it stands end, and those of each left original; for each right
   * one where the terms of what follows it end, and how many terms there are where it meets a left one.
   */
  readonly #layout = new IntList();
  /** Of the trial that is being named: the last word and pair of each left original, the first ones of each right one. */
  readonly #lastWords = new Int32Array(WIDTH);
  readonly #lastPairs = new Int32Array(WIDTH);
  readonly #firstWords = new Int32Array(WIDTH);
  readonly #firstPairs = new Int32Array(WIDTH);
  #tail = new Int32Array(LONGEST_TAIL);
  #tailLength = 0;

  constructor(batch: NgramBatch, lens: Lens, lattice: Lattice, window: ContextWindow) {
    this.#batch = batch;
    this.#lens = lens;
    this.#lattice = lattice;
    this.#window = window;
    this.#terms = new SpanTerms(batch, lens, lattice.phrases, window);
  }

  /** Names the terms of all readings of two sites, whose surroundings the window has read. */
  name(left: number, right: number, leftTried: Tried, rightTried: Tried): void {
    const { from, to, original } = this.#lattice;
    const batch = this.#batch;
    const terms = this.#terms;
    const layout = this.#layout;
    this.#begin(left, right, leftTried, rightTried);
    terms.open();
    terms.begin();
    terms.addTokens(from[left], to[right]);
    terms.end();
    layout.push(batch.length);
    for (let a = 0; a < leftTried.count; a++) {
      terms.begin();
      terms.addPhrase(original[leftTried.list[leftTried.start + a]]);
      this.#lastWords[a] = terms.word;
      this.#lastPairs[a] = terms.pair;
      layout.push(batch.length);
    }
    for (let b = 0; b < rightTried.count; b++) {
      this.#readTail(original[rightTried.list[rightTried.start + b]]);
      this.#firstWords[b] = this.#tail[0];
      this.#firstPairs[b] = this.#nameTail();
      layout.push(batch.length);
      layout.push(this.#firstPairs[b] === NO_PAIR ? 1 : 2);
    }
    batch.reserve();
    for (let a = 0; a < leftTried.count; a++) {
      for (let b = 0; b < rightTried.count; b++) {
        const meeting = batch.pair(this.#lastWords[a], this.#firstWords[b]);
        batch.term(this.#lastPairs[a], meeting);
        if (this.#firstPairs[b] !== NO_PAIR) batch.term(meeting, this.#firstPairs[b]);
      }
    }
  }

  #begin(left: number, right: number, leftTried: Tried, rightTried: Tried): void {
    const trials = this.#trials;
    trials.push(left);
    trials.push(right);
    trials.push(leftTried.count);
    trials.push(rightTried.count);
    for (let a = 0; a < leftTried.count; a++) trials.push(leftTried.list[leftTried.start + a]);
    for (let b = 0; b < rightTried.count; b++) trials.push(rightTried.list[rightTried.start + b]);
  }

  /** Scores what was named. @param take is given the best reading of each trial, by its gain and channel */
  run(take: TakeBest): void {
    const values = this.#batch.run();
    const { channel } = this.#lattice;
    const trials = this.#trials.values;
    const layout = this.#layout.values;
    let at = 0;
    let entry = 0;
    for (let trial = 0; trial < this.#trials.length; ) {
      const lefts = trials[trial + 2];
      const rights = trials[trial + 3];
      const leftList = trial + 4;
      const rightList = leftList + lefts;
      const kept = sumOf(0, values, at, layout[entry]);
      const tails = entry + 1 + lefts;
      at = layout[tails + 2 * (rights - 1)];
      let best = -1;
      let bestGain = 0;
      let most = Number.NEGATIVE_INFINITY;
      for (let a = 0; a < lefts; a++) {
        const before = sumOf(0, values, layout[entry + a], layout[entry + a + 1]);
        for (let b = 0; b < rights; b++) {
          const start = b === 0 ? layout[tails - 1] : layout[tails + 2 * (b - 1)];
          const meeting = at + layout[tails + 2 * b + 1];
          const met = sumOf(before, values, at, meeting);
          const gain = sumOf(met, values, start, layout[tails + 2 * b]) - kept;
          at = meeting;
          const worth = gain + channel[trials[leftList + a]] + channel[trials[rightList + b]];
          if (worth <= most) continue;
          most = worth;
          best = a * rights + b;
          bestGain = gain;
        }
      }
      if (best >= 0) {
        const b = best % rights;
        const a = (best - b) / rights;
        take(trials[trial], trials[trial + 1], trials[leftList + a], trials[rightList + b], bestGain);
      }
      entry = tails + 2 * rights;
      trial = rightList + rights;
    }
    this.#trials.clear();
    this.#layout.clear();
  }

  /** The words of a right original and those behind it. */
  #readTail(phrase: number): void {
    const { offsets, words } = this.#lattice.phrases;
    const length = offsets[phrase + 1] - offsets[phrase] + this.#window.right.length;
    if (length > this.#tail.length) this.#tail = new Int32Array(2 * length);
    const tail = this.#tail;
    let count = 0;
    for (let at = offsets[phrase]; at < offsets[phrase + 1]; at++) {
      const word = this.#lens.words[words[at]];
      if (word !== PASSED_OVER) tail[count++] = word;
    }
    for (const word of this.#window.right) if (word !== NO_CONTEXT) tail[count++] = word;
    this.#tailLength = count;
  }

  /** Names what does not depend on the left original: all pairs of the tail, and all terms but the first two. */
  #nameTail(): number {
    const tail = this.#tail;
    this.#batch.reserve();
    let first = NO_PAIR;
    let before = NO_PAIR;
    for (let k = 1; k < this.#tailLength; k++) {
      const pair = this.#batch.pair(tail[k - 1], tail[k]);
      if (k === 1) first = pair;
      else this.#batch.term(before, pair);
      before = pair;
    }
    return first;
  }
}
