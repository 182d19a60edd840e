import type { Lattice } from "../lattice.js";
import { posteriorOf } from "./posterior.js";
import type { SpinRate } from "./spin-rate.js";

/** Weights of a logistic regression, fitted on development texts by `npm run calibrate`. */
const WEIGHTS = { intercept: 0.021, ranked: 0.726, first: 0.17, channel: 0.188 };

/** Probabilities are kept this far from 0 and 1 before their logits are taken. */
const EDGE = 1e-6;

/**
 * By candidate: the calibrated probability that it is the original (Platt 1999): of those near 0.9, nine in ten are
 * right. The ranker's posterior is heard together with that of the language model alone and with how typical the swap
 * is, for it has seen less of the world than it believes.
 *
 * @param odds the ranker's log-odds
 * @param first the log-odds of fluency and channel alone
 */
export function confidenceOf(lattice: Lattice, odds: Float32Array, first: Float32Array, rate: SpinRate): Float64Array {
  const ranked = posteriorOf(lattice, odds, rate).candidate;
  const fluent = posteriorOf(lattice, first, rate).candidate;
  return ranked.map((probability, c) => {
    const score =
      WEIGHTS.intercept +
      WEIGHTS.ranked * logit(probability) +
      WEIGHTS.first * logit(fluent[c]) +
      WEIGHTS.channel * lattice.channel[c];
    return 1 / (1 + Math.exp(-score));
  });
}

/** log(p / (1 - p)), for p a little away from 0 and 1. */
export function logit(probability: number): number {
  const p = Math.min(1 - EDGE, Math.max(EDGE, probability));
  return Math.log(p / (1 - p));
}
