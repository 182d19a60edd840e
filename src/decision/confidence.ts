import type { Lattice } from "../lattice.js";
import { posteriorOf } from "./posterior.js";
import type { SpinRate } from "./spin-rate.js";

/** Fitted on development texts by `npm run calibrate`. */
const CALIBRATION = { slope: 0.75, intercept: 0.21 };

/** Probabilities are kept this far from 0 and 1 before their logits are taken. */
const EDGE = 1e-6;

/**
 * By candidate: the calibrated probability that it is the original: of those near 0.9, nine in ten are right. The
 * posterior is surer than it should be and is scaled in logits (Platt 1999).
 *
 * @param odds by candidate: log-odds against the form as it stands
 */
export function confidenceOf(lattice: Lattice, odds: Float32Array, rate: SpinRate): Float64Array {
  return posteriorOf(lattice, odds, rate).candidate.map(
    (probability) => 1 / (1 + Math.exp(-CALIBRATION.slope * logit(probability) - CALIBRATION.intercept)),
  );
}

/** log(p / (1 - p)), for p a little away from 0 and 1. */
export function logit(probability: number): number {
  const p = Math.min(1 - EDGE, Math.max(EDGE, probability));
  return Math.log(p / (1 - p));
}
