import type { Dictionary } from "../dictionary/compile.js";
import type { Sites } from "../lattice.js";
import { Repeats } from "./repeats.js";

/** The share of the telling forms that is taken to be swapped in where the spinner is at work. */
const RATE = 0.2;
/** No site counts for more odds than these, nor for less evidence than that; in nats. */
const MOST_ODDS = 4;
const LEAST_EVIDENCE = -0.1;
/** What is taken off for every word: in clean text the evidence is to fall. */
const DRIFT = 0.017;

/**
 * The evidence of a text, added up as it comes. It never falls below zero (the cumulative sum test; Page 1954), so that one
 * spun paragraph stands out in a long text.
 */
export class RunningEvidence {
  /** The highest that the sum has been, in nats. */
  highest = 0;
  readonly #swappable: Uint8Array;
  readonly #repeats = new Repeats();
  /** Forms that were more likely swapped in than not, somewhere. */
  readonly #likely = new Set<number>();
  #now = 0;
  #at = 0;

  constructor({ swappable }: Dictionary) {
    this.#swappable = swappable;
  }

  /** How many different forms were more likely swapped in than not. */
  get different(): number {
    return this.#likely.size;
  }

  /** Begins a text. */
  begin(): void {
    this.highest = 0;
    this.#now = 0;
    this.#at = 0;
    this.#likely.clear();
    this.#repeats.clear();
  }

  /** Goes on with sites. @param word by token: its word id; odds by candidate, log-odds against the form as it stands */
  add({ siteCount, first, from, form }: Sites, word: Int32Array, odds: Float32Array): void {
    for (let site = 0; site < siteCount; site++) {
      let strength = 0;
      let best = Number.NEGATIVE_INFINITY;
      for (let c = first[site]; c < first[site + 1]; c++) {
        strength += Math.exp(Math.min(MOST_ODDS, odds[c]));
        best = Math.max(best, odds[c]);
      }
      if (best > 0) this.#likely.add(form[site]);
      const keep = this.#swappable[word[from[site]]] === 1 ? 1 - RATE : 1;
      const evidence = Math.log(keep + RATE * Math.min(strength, Math.exp(MOST_ODDS)));
      const now = Math.max(0, this.#now - DRIFT * (from[site] - this.#at));
      this.#now = Math.max(0, now + Math.max(LEAST_EVIDENCE, evidence) * this.#repeats.weightOf(form[site]));
      this.#at = from[site];
      if (this.#now > this.highest) this.highest = this.#now;
    }
  }
}
