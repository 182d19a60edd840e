import type { Reading } from "../context/reading.js";
import type { Lattice } from "../lattice.js";
import { rateAt, type SpinRate } from "./spin-rate.js";

/** By how much a guess must be more probable than the text as it stands, in nats. */
const MARGIN = 0.3;

/**
 * A first guess at the whole text, for the second look at every site: greedily, the most probable candidates at sites
 * that do not overlap.
 */
export function draftReading(lattice: Lattice, odds: Float32Array, rate: SpinRate): Reading {
  const { scan, siteCount, from, to, first, swappable } = lattice;
  const siteAt = new Int32Array(scan.count).fill(-1);
  const candidateOf = new Int32Array(siteCount).fill(-1);
  const strength = new Float64Array(siteCount);
  const likely: number[] = [];
  for (let site = 0; site < siteCount; site++) {
    let best = first[site];
    for (let c = best + 1; c < first[site + 1]; c++) if (odds[c] > odds[best]) best = c;
    const r = rateAt(rate, lattice, from[site]);
    strength[site] = odds[best] + Math.log(r) - (swappable[from[site]] === 1 ? Math.log(1 - r) : 0) - MARGIN;
    if (strength[site] <= 0) continue;
    candidateOf[site] = best;
    likely.push(site);
  }
  likely.sort((a, b) => strength[b] - strength[a] || a - b);
  for (const site of likely) {
    if (isTaken(siteAt, from[site], to[site])) candidateOf[site] = -1;
    else siteAt.fill(site, from[site], to[site]);
  }
  return { siteAt, candidateOf };
}

function isTaken(siteAt: Int32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (siteAt[i] >= 0) return true;
  return false;
}
