import type { Lattice, Sites } from "../lattice.js";
import type { Fluency } from "./fluency.js";

/** A language model is surer of itself than it should be; its log-odds count for this much. */
const FLUENCY_WEIGHT = 0.55;
const BIAS = 0;

/**
 * By candidate: log-odds that the original stood there against the form as it stands, from fluency and channel alone. The
 * spin rate is not in it.
 */
export function firstOdds(lattice: Sites, fluency: Fluency): Float32Array {
  const odds = new Float32Array(lattice.candidateCount);
  for (let c = 0; c < odds.length; c++) odds[c] = FLUENCY_WEIGHT * fluency.gain[c] + lattice.channel[c] + BIAS;
  return odds;
}

/** The same for two candidates side by side. @param gain their joint gain in fluency */
export function pairOdds(lattice: Lattice, gain: number, left: number, right: number): number {
  return FLUENCY_WEIGHT * gain + lattice.channel[left] + lattice.channel[right] + 2 * BIAS;
}

/** More than what `pairOdds` can give for any candidates of two sites: as if nothing could be more fluent. */
export function mostPairOdds(lattice: Lattice, plain: Fluency, left: number, right: number): number {
  // The words of both, each with two words behind it, are no more probable than all of them once.
  const gain = -(plain.kept[left] + plain.kept[right]);
  return FLUENCY_WEIGHT * gain + mostChannel(lattice, left) + mostChannel(lattice, right) + 2 * BIAS + ROUNDING;
}

/** What single precision may take off a bound. */
const ROUNDING = 0.001;

function mostChannel({ first, channel }: Lattice, site: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let c = first[site]; c < first[site + 1]; c++) if (channel[c] > most) most = channel[c];
  return most;
}

/** What is taken off the evidence of every site, in nats. */
const CAUTION = 0.3;

/**
 * By candidate: the odds that count as evidence for the spin rate. Two judges that err differently, the language model
 * and the ranker, are averaged: a writer's habits that one of them takes for a swap seldom fool the other, and over a
 * whole document such small errors would add up.
 */
export function evidenceOdds(first: Float32Array, ranked: Float32Array): Float32Array {
  return ranked.map((odds, c) => (odds + first[c]) / 2 - CAUTION);
}
