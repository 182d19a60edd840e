import type { Sites } from "../lattice.js";
import type { Reading } from "./reading.js";

/** A token or word that a window passes over. */
export const PASSED_OVER = -2;
/** Nothing: beyond the start or end of the sentence or paragraph. */
export const NO_CONTEXT = -1;

/** How tokens and words are seen through a window. */
export interface Lens {
  /** By token: its key, or `PASSED_OVER`. */
  readonly tokens: Int32Array;
  /** By word id: the key of a guessed word, or `PASSED_OVER`. */
  readonly words: Int32Array;
  /** By token: 1 where the window does not look across the token's left edge. */
  readonly walls: Uint8Array;
  /** Stands for the wall on the left, and on the right. */
  readonly start: number;
  readonly end: number;
}

/**
 * The keys to the left and right of a span, nearest first, read through a guess at the spun sites around it. A guessed
 * site that overlaps the span is read as it stands.
 */
export class ContextWindow {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** The tokens that were looked at, `start .. end` (exclusive). */
  start = 0;
  end = 0;
  readonly #lattice: Sites;
  readonly #lens: Lens;

  /** @param depth how many keys on each side */
  constructor(lattice: Sites, lens: Lens, depth: number) {
    this.#lattice = lattice;
    this.#lens = lens;
    this.left = new Int32Array(depth);
    this.right = new Int32Array(depth);
  }

  /** Reads both sides of the tokens `from .. to` (exclusive). */
  read(from: number, to: number, reading: Reading): void {
    this.start = this.#readLeft(from, reading);
    this.end = this.#readRight(to, reading);
  }

  /** @returns the token that it came to */
  #readLeft(from: number, reading: Reading): number {
    const { left } = this;
    const { tokens, words, walls, start } = this.#lens;
    const { phrases, original, from: siteFrom, to: siteTo } = this.#lattice;
    let filled = 0;
    let edge = from;
    while (filled < left.length) {
      if (edge === 0 || walls[edge] === 1) {
        left[filled++] = start;
        left.fill(NO_CONTEXT, filled);
        return edge;
      }
      const site = reading.siteAt[edge - 1];
      if (site >= 0 && siteTo[site] <= edge) {
        const phrase = original[reading.candidateOf[site]];
        for (let at = phrases.offsets[phrase + 1] - 1; at >= phrases.offsets[phrase] && filled < left.length; at--) {
          const key = words[phrases.words[at]];
          if (key !== PASSED_OVER) left[filled++] = key;
        }
        edge = siteFrom[site];
      } else {
        edge--;
        if (tokens[edge] !== PASSED_OVER) left[filled++] = tokens[edge];
      }
    }
    return edge;
  }

  /** @returns the token behind the last one that it looked at */
  #readRight(to: number, reading: Reading): number {
    const { right } = this;
    const { tokens, words, walls, end } = this.#lens;
    const { phrases, original, scan, from: siteFrom, to: siteTo } = this.#lattice;
    let filled = 0;
    let edge = to;
    while (filled < right.length) {
      if (edge >= scan.count || walls[edge] === 1) {
        right[filled++] = end;
        right.fill(NO_CONTEXT, filled);
        return edge;
      }
      const site = reading.siteAt[edge];
      if (site >= 0 && siteFrom[site] === edge) {
        const phrase = original[reading.candidateOf[site]];
        for (let at = phrases.offsets[phrase]; at < phrases.offsets[phrase + 1] && filled < right.length; at++) {
          const key = words[phrases.words[at]];
          if (key !== PASSED_OVER) right[filled++] = key;
        }
        edge = siteTo[site];
      } else {
        if (tokens[edge] !== PASSED_OVER) right[filled++] = tokens[edge];
        edge++;
      }
    }
    return edge;
  }
}
