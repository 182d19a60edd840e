import { ALONE, featureOf, type GlanceWeights, MOST_LEVEL } from "./glance-weights.js";
import { APART, NO_HASH, type QuickReader } from "./quick-reader.js";
import { Repeats } from "./repeats.js";

/** The share of the words that is taken to be swapped in where the spinner is at work. */
const RATE = 0.2;
/** No word counts for more odds than these, in nats. */
const MOST_ODDS = 4;
/** No word is less evidence than this, and what is taken off for every word: in clean text the evidence is to fall. In nats. */
const LEAST_EVIDENCE = -0.1;
const DRIFT = 0.01;
/** Words that are more than this, in nats, count less each time that they are met. */
const TELLING_EVIDENCE = 0.3;

/**
 * What a text looks like at first glance: its words and pairs of words by themselves, whether or not a dictionary has them.
 * The evidence is added up as it comes and never falls below zero (the cumulative sum test; Page 1954), so that one spun
 * paragraph stands out in a long text.
 */
export class Glance {
  readonly #levels: Int8Array;
  readonly #mask: number;
  /** By the sum of three levels: what a word is evidence for, in nats. */
  readonly #evidence: Float64Array;
  readonly #repeats = new Repeats();

  constructor({ levels, step, bias }: GlanceWeights) {
    this.#levels = levels;
    this.#mask = levels.length - 1;
    this.#evidence = Float64Array.from({ length: 6 * MOST_LEVEL + 1 }, (_, sum) => {
      const odds = Math.exp(Math.min(MOST_ODDS, bias + step * (sum - 3 * MOST_LEVEL)));
      return Math.max(LEAST_EVIDENCE, Math.log(1 - RATE + RATE * odds));
    });
  }

  /** The most evidence in any stretch of the text that was read, in nats; enough is enough. */
  evidenceOf({ count, hash, flags }: QuickReader, enough: number): number {
    const levels = this.#levels;
    const mask = this.#mask;
    const evidence = this.#evidence;
    this.#repeats.clear();
    let highest = 0;
    let sum = 0;
    let before = NO_HASH;
    for (let at = 0; at < count; at++) {
      const here = hash[at];
      const joined = at + 1 < count && (flags[at + 1] & APART) === 0;
      if (here !== NO_HASH) {
        const level =
          levels[featureOf(here, ALONE, mask)] +
          levels[featureOf(here, before, mask)] +
          levels[featureOf(here, ~(joined ? hash[at + 1] : NO_HASH), mask)];
        let more = evidence[level + 3 * MOST_LEVEL];
        if (more > TELLING_EVIDENCE) more *= this.#repeats.weightOf(here);
        sum = Math.max(0, sum + more - DRIFT);
        if (sum > highest) {
          highest = sum;
          if (highest >= enough) return highest;
        }
      }
      before = joined ? here : NO_HASH;
    }
    return highest;
  }
}
