import type { Lattice } from "../lattice.js";
import { logAdd } from "./log-sum.js";
import { rateAt, type SpinRate } from "./spin-rate.js";

/** How probable each candidate is, all overlapping sites taken together. */
export interface Posterior {
  /** By candidate: the probability that the form was swapped in for this original, 0 to 1. */
  readonly candidate: Float64Array;
  /** By site: the sum over its candidates. */
  readonly site: Float64Array;
}

/**
 * Forward-backward over the lattice: every path from the text's first token to its last takes each token as it stands or
 * goes through a site by one of its candidates; a candidate's probability is the share of the paths through it. So
 * overlapping sites compete, and no token is swapped back twice.
 *
 * @param odds by candidate: log-odds against the form as it stands, the spin rate not included
 */
export function posteriorOf(lattice: Lattice, odds: Float32Array, rate: SpinRate): Posterior {
  const { scan, siteCount, from, to, first } = lattice;
  const { count } = scan;
  const keep = keepingOdds(lattice, rate);
  const weight = new Float64Array(siteCount);
  const strength = new Float64Array(lattice.candidateCount);
  for (let site = 0; site < siteCount; site++) {
    let sum = 0;
    for (let c = first[site]; c < first[site + 1]; c++) {
      strength[c] = Math.exp(odds[c]);
      sum += strength[c];
    }
    weight[site] = Math.log(rateAt(rate, lattice, from[site]) * sum);
  }
  const forward = new Float64Array(count + 1).fill(Number.NEGATIVE_INFINITY);
  const backward = new Float64Array(count + 1).fill(Number.NEGATIVE_INFINITY);
  forward[0] = 0;
  for (let i = 0, site = 0; i < count; i++) {
    forward[i + 1] = logAdd(forward[i + 1], forward[i] + keep[i]);
    for (; site < siteCount && from[site] === i; site++) {
      forward[to[site]] = logAdd(forward[to[site]], forward[i] + weight[site]);
    }
  }
  backward[count] = 0;
  for (let i = count - 1, site = siteCount - 1; i >= 0; i--) {
    backward[i] = backward[i + 1] + keep[i];
    for (; site >= 0 && from[site] === i; site--) backward[i] = logAdd(backward[i], backward[to[site]] + weight[site]);
  }
  const candidate = strength;
  const posterior = { candidate, site: new Float64Array(siteCount) };
  for (let site = 0; site < siteCount; site++) {
    const through = forward[from[site]] + weight[site] + backward[to[site]] - forward[count];
    posterior.site[site] = Math.min(1, Math.exp(through));
    share(candidate, posterior.site[site], first[site], first[site + 1]);
  }
  return posterior;
}

/** By token: log of the probability that it is kept, where keeping it says anything. */
function keepingOdds(lattice: Lattice, rate: SpinRate): Float64Array {
  const { scan, swappable } = lattice;
  const keep = new Float64Array(scan.count);
  let last = 0;
  let logarithm = 0;
  for (let i = 0; i < scan.count; i++) {
    if (swappable[i] !== 1) continue;
    const swapped = rateAt(rate, lattice, i);
    // The same rate goes for most tokens.
    if (swapped !== last) {
      last = swapped;
      logarithm = Math.log(1 - swapped);
    }
    keep[i] = logarithm;
  }
  return keep;
}

/** Divides a site's probability among its candidates, by their strengths. */
function share(candidate: Float64Array, probability: number, start: number, end: number): void {
  let sum = 0;
  for (let c = start; c < end; c++) sum += candidate[c];
  for (let c = start; c < end; c++) candidate[c] = sum === 0 ? 0 : (probability * candidate[c]) / sum;
}
