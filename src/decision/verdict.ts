import type { Lattice } from "../lattice.js";
import { TokenKind } from "../text/tokens.js";
import { chooseCandidates } from "./choose.js";
import { RateClass } from "./rate-class.js";
import { repeatWeight, type SpinRate } from "./spin-rate.js";

/**
 * Texts that are less likely spun than this, if all that is probable at first were sure, are not worth a last look: it takes
 * confidence away. Log-odds, set by hand: .5 left out
 * short texts with two swaps that nobody would miss.
 */
export const LEAST_HOPE = -1.5;

/** A logistic regression, fitted on development texts of 100 words and more by `npm run calibrate:verdict`. */
const WEIGHTS = { bias: 1.56, evidence: 0.39, rate: 1.13, edits: 0.6 };
/** What each of its three numbers is kept within: beyond, they are no surer. */
const EVIDENCE = { least: -8, most: 12 };
const LEAST_RATE = 0.002;
const MOST_EDITS = 30;
/** Edits that are more likely right than not count. */
const LIKELY = 0.5;
/** No edit is taken to be surer than this leaves it. */
const DOUBT = 0.02;

/** A text of fewer words has a rate by chance: up to so much is taken off, until one sentence seldom convicts itself. */
const SHORT = { words: 50, penalty: 6 };

/**
 * What a text is judged by: its evidence in nats, the logarithm of its body's spin rate, what its edits tell in nats, and how
 * much it lacks of a text long enough to tell, 0 to 1.
 */
export type Grounds = readonly [evidence: number, rate: number, edits: number, shortness: number];

/**
 * Lays the grounds of a verdict. The likelihood ratio alone is cautious where many words were left as they are; a rate that
 * clean text never has, and a number of edits that are sure by themselves, say as much; repeats of an entry less each time.
 *
 * @param confidence by candidate; absent for a text that was not worth a last look
 */
export function groundsOf(lattice: Lattice, rate: SpinRate, confidence: Float64Array | undefined): Grounds {
  const { kind, count } = lattice.scan;
  let edits = 0;
  let words = 0;
  for (let i = 0; i < count; i++) if (kind[i] === TokenKind.Word) words++;
  if (confidence) {
    const nothing = new Uint8Array(count);
    const seen = new Map<number, number>();
    for (const { candidate } of chooseCandidates(lattice, confidence, LIKELY, nothing, false)) {
      // Terms that were put together have no entry of their own.
      const key = lattice.entry[candidate] < 0 ? -1 - lattice.original[candidate] : lattice.entry[candidate];
      const repeat = (seen.get(key) ?? 0) + 1;
      seen.set(key, repeat);
      edits -= Math.log(1 + DOUBT - confidence[candidate]) * repeatWeight(repeat);
    }
  }
  return [
    Math.min(EVIDENCE.most, Math.max(EVIDENCE.least, rate.evidence)),
    Math.log(Math.max(LEAST_RATE, rate.rates[RateClass.Body])),
    Math.min(MOST_EDITS, edits),
    Math.max(0, 1 - words / SHORT.words),
  ];
}

/** Log-odds that a text was spun. */
export function spunOdds([evidence, rate, edits, shortness]: Grounds): number {
  const odds = WEIGHTS.bias + WEIGHTS.evidence * evidence + WEIGHTS.rate * rate + WEIGHTS.edits * edits;
  return odds - SHORT.penalty * shortness;
}
