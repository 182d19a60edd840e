import { DIALECTS, type Dialect, type Lattice } from "../lattice.js";

/** Swaps that each dialect is taken to have before the text has been read: most are the general one's. */
const PRIOR: readonly number[] = [5, 2.5, 0.3, 0.15];
/** The rate at which swaps are counted, before it is estimated. */
const RATE = 0.2;
/** Log-odds beyond this are no surer. */
const CAP = 6;
const ITERATIONS = 3;

/**
 * Estimates which spinner's habits a text shows and adds the logarithm of each dialect's share to the odds of its
 * candidates: in a text of the general dialect, what only another one does is no longer likely.
 *
 * @param odds by candidate
 * @returns the odds with the shares in them
 */
export function weighDialects(lattice: Lattice, odds: Float32Array): Float32Array {
  const shares = dialectShares(lattice, odds);
  const { dialect } = lattice;
  const weighed = new Float32Array(odds.length);
  for (let c = 0; c < weighed.length; c++) weighed[c] = odds[c] + shares[dialect[c] as Dialect];
  return weighed;
}

/** By dialect: log of its share of the swaps, by expectation-maximisation. */
export function dialectShares(lattice: Lattice, odds: Float32Array): Float64Array {
  const { first, dialect } = lattice;
  const taken = PRIOR.reduce((sum, count) => sum + count, 0);
  let shares = new Float64Array(PRIOR.map((count) => count / taken));
  const counts = new Float64Array(DIALECTS);
  const strength = new Float64Array(lattice.candidateCount);
  for (let c = 0; c < strength.length; c++) strength[c] = Math.exp(Math.min(CAP, odds[c]));
  const telling = tellingSites(lattice, strength);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    counts.set(PRIOR);
    for (const site of telling) {
      let sum = 0;
      for (let c = first[site]; c < first[site + 1]; c++) sum += strength[c] * shares[dialect[c]];
      const swapped = (RATE * sum) / (RATE * sum + 1 - RATE);
      // A site that is more likely kept says nothing of the spinner.
      if (swapped < 0.5) continue;
      for (let c = first[site]; c < first[site + 1]; c++) {
        counts[dialect[c]] += (swapped * strength[c] * shares[dialect[c]]) / sum;
      }
    }
    const total = counts.reduce((sum, count) => sum + count, 0);
    shares = counts.map((count) => count / total);
  }
  return shares.map(Math.log);
}

/** The sites that may be more likely swapped than kept, whatever the shares; with shares, odds can only fall. */
function tellingSites({ siteCount, first }: Lattice, strength: Float64Array): number[] {
  const even = (1 - RATE) / RATE;
  const sites: number[] = [];
  for (let site = 0; site < siteCount; site++) {
    let sum = 0;
    for (let c = first[site]; c < first[site + 1]; c++) sum += strength[c];
    if (sum > 0.999 * even) sites.push(site);
  }
  return sites;
}
