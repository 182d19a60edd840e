import { type GlanceWeights, leftFeature, MOST_LEVEL, rightFeature, wordFeature } from "./glance-weights.js";
import { APART, NO_HASH, type QuickReader } from "./quick-reader.js";

/** The share of the words that is taken to be swapped in where the spinner is at work. */
const RATE = 0.2;
/** No word counts for more odds than these, in nats. */
const MOST_ODDS = 4;
/** No word is less evidence than this, and what is taken off for every word: in clean text the evidence is to fall. In nats. */
const LEAST_EVIDENCE = -0.1;
const DRIFT = 0.01;
/** Words that are more than this, in nats, count less each time that they are met. */
const TELLING_EVIDENCE = 0.3;
/** They are counted in so many buckets. */
const BUCKET_BITS = 12;

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
  readonly #repeats = new Uint8Array(1 << BUCKET_BITS);

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
    this.#repeats.fill(0);
    let highest = 0;
    let sum = 0;
    let before = NO_HASH;
    for (let at = 0; at < count; at++) {
      const here = hash[at];
      const joined = at + 1 < count && (flags[at + 1] & APART) === 0;
      if (here !== NO_HASH) {
        const level =
          levels[wordFeature(here, mask)] +
          levels[leftFeature(before, here, mask)] +
          levels[rightFeature(here, joined ? hash[at + 1] : NO_HASH, mask)];
        let more = evidence[level + 3 * MOST_LEVEL];
        if (more > TELLING_EVIDENCE) more *= this.#weightOf(here);
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

  /** The k-th time a word is seen, it is less of a surprise. */
  #weightOf(hash: number): number {
    const bucket = Math.imul(hash, 0x9e3779b1) >>> (32 - BUCKET_BITS);
    const seen = Math.min(255, this.#repeats[bucket] + 1);
    this.#repeats[bucket] = seen;
    return 1 / (Math.sqrt(seen) * (seen > 2 ? 2 : 1));
  }
}
