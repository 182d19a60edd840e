import { Dialect, type Sites } from "../lattice.js";

/** log P(a given term | a term of science stands here) and the prior of a text's being swapped, in nats. */
const PRIOR = -12;
/** What the odds of the best candidate add, for each nat above those that are usual. */
const FIT = { weight: 0.6, usual: 4, most: 8 };
/** Capitals make a name likely. */
const NAME = 4;

/**
 * Terms that convict together: how many different ones it takes, the most that one of them adds, in nats, and what is taken off
 * for every word, since texts that nobody swapped have such phrases too.
 */
export const COMPANY = { several: 3, most: 6, drift: 0.004 };

/**
 * Log-odds that a site is a term of science with its words swapped, before its surroundings are looked at; below all bounds
 * if it has no candidate of science.
 *
 * @param odds by candidate, log-odds against the form as it stands
 * @param surprise see `surpriseOf`, in nats
 * @param isName whether it has capitals that no beginning of a sentence explains
 */
export function termStrength(
  sites: Sites,
  odds: Float32Array,
  site: number,
  surprise: number,
  isName: boolean,
): number {
  const { first, channel, dialect } = sites;
  let best = Number.NEGATIVE_INFINITY;
  for (let c = first[site]; c < first[site + 1]; c++) {
    if (dialect[c] !== Dialect.Science) continue;
    best = Math.max(best, channel[c] + FIT.weight * (Math.min(FIT.most, odds[c]) - FIT.usual));
  }
  return PRIOR + best + surprise - (isName ? NAME : 0);
}
