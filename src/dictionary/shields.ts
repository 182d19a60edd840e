import type { Phrases } from "../lattice.js";

/** A span that is a phrase of science by right: the condition under which it would be a swapped one does not hold. */
interface Shield {
  readonly from: number;
  readonly to: number;
  /** What it would have been, a phrase id. */
  readonly original: number;
}

/**
 * Keeps conditions. Where an entry's condition says that "shared data" is not "mutual information" in this text, neither
 * the swaps of its single words nor terms around it may add up to the same.
 */
export class Shields {
  readonly #phrases: Phrases;
  #shields: Shield[] = [];

  constructor(phrases: Phrases) {
    this.#phrases = phrases;
  }

  /** Shields the tokens `from .. to` (exclusive) from an original. */
  raise(from: number, to: number, original: number): void {
    this.#shields = this.#shields.filter((shield) => shield.to > from);
    this.#shields.push({ from, to, original });
  }

  /** Whether a span must not be read as a phrase. */
  cover(from: number, to: number, phrase: number): boolean {
    if (this.#shields.length === 0) return false;
    return this.#shields.some((shield) => {
      if (from >= shield.to || to <= shield.from) return false;
      if (from >= shield.from && to <= shield.to) return this.#contains(shield.original, phrase);
      return this.#contains(phrase, shield.original);
    });
  }

  /** Whether all words of one phrase stand side by side in another. */
  #contains(whole: number, part: number): boolean {
    const { offsets, words } = this.#phrases;
    const length = offsets[part + 1] - offsets[part];
    for (let at = offsets[whole]; at + length <= offsets[whole + 1]; at++) {
      let same = 0;
      while (same < length && words[at + same] === words[offsets[part] + same]) same++;
      if (same === length) return true;
    }
    return false;
  }
}
