import type { Lattice } from "../lattice.js";

/** A site at which the decision is for a candidate. */
export interface Choice {
  readonly site: number;
  readonly candidate: number;
}

/**
 * Chooses candidates at sites that do not overlap so that the sum of (probability - threshold) is greatest: the decision
 * of least expected cost when a wrong edit costs `threshold` and a missed one `1 - threshold` (Chow 1970).
 *
 * @param probability by candidate, 0 to 1
 * @param threshold 0 to 1; candidates at or below it are never chosen
 * @param blocked by token: 1 where nothing may be chosen
 * @param propose whether candidates that may only be proposed are eligible
 * @returns the choices in the order of the text
 */
export function chooseCandidates(
  lattice: Lattice,
  probability: Float64Array,
  threshold: number,
  blocked: Uint8Array,
  propose: boolean,
): Choice[] {
  const { scan, siteCount, from, to, first } = lattice;
  const best = new Float64Array(scan.count + 1);
  const arrivedBy = new Int32Array(scan.count + 1).fill(-1);
  const top = new Int32Array(siteCount).fill(-1);
  for (let i = 0, site = 0; i < scan.count; i++) {
    if (best[i] > best[i + 1]) {
      best[i + 1] = best[i];
      arrivedBy[i + 1] = -1;
    }
    for (; site < siteCount && from[site] === i; site++) {
      const candidate = mostProbable(probability, first[site], first[site + 1]);
      if (!propose && lattice.proposedOnly[candidate] === 1) continue;
      if (probability[candidate] <= threshold || isBlocked(blocked, i, to[site])) continue;
      top[site] = candidate;
      const value = best[i] + probability[candidate] - threshold;
      if (value <= best[to[site]]) continue;
      best[to[site]] = value;
      arrivedBy[to[site]] = site;
    }
  }
  const choices: Choice[] = [];
  for (let i = scan.count; i > 0; ) {
    const site = arrivedBy[i];
    if (site >= 0) choices.push({ site, candidate: top[site] });
    i = site >= 0 ? from[site] : i - 1;
  }
  return choices.reverse();
}

function mostProbable(probability: Float64Array, start: number, end: number): number {
  let best = start;
  for (let c = start + 1; c < end; c++) if (probability[c] > probability[best]) best = c;
  return best;
}

function isBlocked(blocked: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (blocked[i] === 1) return true;
  return false;
}
