import type { RankerModel } from "../../src/context/ranker.js";

/** Weights are kept as whole steps of this size, at most `MOST_STEPS` of them to either side. */
const STEP = 0.12;
const MOST_STEPS = 15;
/** Weights below this share of a step are dropped: most buckets, so that the table compresses. */
const LEAST = 0.62;

/** Rounds the weights of a trained model to whole steps. */
export function quantise(model: RankerModel): RankerModel {
  const weights = new Int8Array(model.weights.length);
  for (let bucket = 0; bucket < weights.length; bucket++) {
    const steps = model.weights[bucket] / STEP;
    const magnitude = Math.min(MOST_STEPS, Math.floor(Math.abs(steps) + 1 - LEAST));
    weights[bucket] = steps < 0 ? -magnitude : magnitude;
  }
  return { weights, step: STEP, dense: model.dense.slice() };
}
