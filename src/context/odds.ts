import type { Lattice } from "../lattice.js";
import type { Fluency } from "./fluency.js";

/** A language model is surer of itself than it should be; its log-odds count for this much. */
const FLUENCY_WEIGHT = 0.55;
const BIAS = -0.5;

/**
 * By candidate: log-odds that the original stood there against the form as it stands, from fluency and channel alone. The
 * spin rate is not in it.
 */
export function firstOdds(lattice: Lattice, fluency: Fluency): Float32Array {
  const odds = new Float32Array(lattice.candidateCount);
  for (let c = 0; c < odds.length; c++) odds[c] = FLUENCY_WEIGHT * fluency.gain[c] + lattice.channel[c] + BIAS;
  return odds;
}
