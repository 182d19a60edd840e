import type { Reading } from "../context/reading.js";
import type { Lattice } from "../lattice.js";
import { rateAt, type SpinRate } from "./spin-rate.js";

/** By how much a guess must be more probable than the text as it stands, in nats. */
const MARGIN = 0.3;

/**
 * What two sites side by side are given in advance, in nats. A draft is only read through, never applied, and two swaps
 * that hide each other are found by no other way.
 */
const PAIR_ADVANCE = 4;

/** Two sites side by side that may have been swapped together, and their log-odds against the text as it stands. */
export interface DraftPair {
  readonly left: number;
  readonly right: number;
  readonly leftOriginal: number;
  readonly rightOriginal: number;
  readonly odds: number;
}

/** A site with a candidate, or two. */
interface Move {
  readonly sites: readonly number[];
  readonly candidates: readonly number[];
  /** In nats, above 0. */
  readonly strength: number;
}

/**
 * A first guess at the whole text, for the second look at every site: greedily, the most probable candidates at sites
 * that do not overlap, single ones and those of two sites side by side.
 */
export function draftReading(
  lattice: Lattice,
  odds: Float32Array,
  rate: SpinRate,
  pairs: readonly DraftPair[],
): Reading {
  const { scan, siteCount, from, to } = lattice;
  const siteAt = new Int32Array(scan.count).fill(-1);
  const candidateOf = new Int32Array(siteCount).fill(-1);
  const moves: Move[] = [];
  for (let site = 0; site < siteCount; site++) {
    const best = mostLikely(lattice, site, odds);
    const strength = odds[best] + priorOdds(lattice, site, rate);
    if (strength > 0) moves.push({ sites: [site], candidates: [best], strength });
  }
  for (const { left, right, leftOriginal, rightOriginal, odds: joint } of pairs) {
    const strength = joint + priorOdds(lattice, left, rate) + priorOdds(lattice, right, rate) + PAIR_ADVANCE;
    if (strength > 0) moves.push({ sites: [left, right], candidates: [leftOriginal, rightOriginal], strength });
  }
  moves.sort((a, b) => b.strength - a.strength || a.sites[0] - b.sites[0]);
  for (const { sites, candidates } of moves) {
    if (sites.some((site) => isTaken(siteAt, from[site], to[site]))) continue;
    sites.forEach((site, index) => {
      siteAt.fill(site, from[site], to[site]);
      candidateOf[site] = candidates[index];
    });
  }
  return { siteAt, candidateOf };
}

/**
 * Whether two sites side by side can have a place in a draft.
 *
 * @returns a function of the two sites and the most that their odds may be
 */
export function pairHopes(lattice: Lattice, rate: SpinRate): (left: number, right: number, most: number) => boolean {
  const priors = new Float64Array(lattice.siteCount);
  for (let site = 0; site < priors.length; site++) priors[site] = priorOdds(lattice, site, rate);
  return (left, right, most) => most + priors[left] + priors[right] + PAIR_ADVANCE > 0;
}

/** Log-odds of a swap at a site before its context is looked at, less the margin. */
function priorOdds(lattice: Lattice, site: number, rate: SpinRate): number {
  const token = lattice.from[site];
  const r = rateAt(rate, lattice, token);
  return Math.log(r) - (lattice.swappable[token] === 1 ? Math.log(1 - r) : 0) - MARGIN;
}

function mostLikely(lattice: Lattice, site: number, odds: Float32Array): number {
  let best = lattice.first[site];
  for (let c = best + 1; c < lattice.first[site + 1]; c++) if (odds[c] > odds[best]) best = c;
  return best;
}

function isTaken(siteAt: Int32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (siteAt[i] >= 0) return true;
  return false;
}
