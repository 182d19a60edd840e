import type { Lattice } from "../lattice.js";

/** Candidates that come to the same text: "greater" for "more" and, over it, "greater than" for "more than". */
export interface Equivalents {
  /** By candidate: the number of its group, or -1 if nothing else comes to the same. */
  readonly groupOf: Int32Array;
  readonly groups: number;
}

/**
 * Finds candidates that change the same words to the same words, once what a form and its original have in common at
 * either end is left aside.
 *
 * @param isWorthwhile whether a candidate is to be looked at
 */
export function findEquivalents(lattice: Lattice, isWorthwhile: (candidate: number) => boolean): Equivalents {
  const { siteCount, first, candidateCount } = lattice;
  const groupOf = new Int32Array(candidateCount).fill(-1);
  const seen = new Map<number, number>();
  let groups = 0;
  for (let site = 0; site < siteCount; site++) {
    for (let c = first[site]; c < first[site + 1]; c++) {
      if (!isWorthwhile(c)) continue;
      const key = changeOf(lattice, site, c);
      const other = seen.get(key);
      if (other === undefined) {
        seen.set(key, c);
        continue;
      }
      if (groupOf[other] < 0) groupOf[other] = groups++;
      groupOf[c] = groupOf[other];
    }
  }
  return { groupOf, groups };
}

/**
 * A number for the words that a candidate takes away, as tokens, and those that it puts there: a hash of so many bits that
 * two changes of one text never share it in practice.
 */
function changeOf({ scan, phrases, from, to, original }: Lattice, site: number, candidate: number): number {
  const { offsets, words } = phrases;
  let [start, end] = [from[site], to[site]];
  let [low, high] = [offsets[original[candidate]], offsets[original[candidate] + 1]];
  while (start < end && low < high && scan.word[start] === words[low]) {
    start++;
    low++;
  }
  while (start < end && low < high && scan.word[end - 1] === words[high - 1]) {
    end--;
    high--;
  }
  let hash = Math.imul(start, 0x9e3779b1) ^ end;
  let check = Math.imul(end, 0x85ebca6b) ^ start;
  for (let at = low; at < high; at++) {
    hash = Math.imul(hash ^ words[at], 0x01000193);
    check = Math.imul(check ^ words[at], 0xc2b2ae35) ^ (check >>> 13);
  }
  return (hash >>> 0) * 0x200000 + (check >>> 11);
}

/** By candidate: the probability that what it comes to is right, whichever of its equivalents it was. */
export function poolEquivalents({ groupOf, groups }: Equivalents, probability: Float64Array): Float64Array {
  const sums = new Float64Array(groups);
  for (let c = 0; c < groupOf.length; c++) if (groupOf[c] >= 0) sums[groupOf[c]] += probability[c];
  return probability.map((value, c) => (groupOf[c] < 0 ? value : Math.min(1, sums[groupOf[c]])));
}
