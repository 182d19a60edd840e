import { Dialect, type Lattice, type Sites } from "../lattice.js";
import { LetterCase } from "../text/case.js";

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

/** What there is to know of the sites at which a term of science may have been swapped. */
export interface TermFindings {
  /** By site: see `surpriseOf`, in nats; 0 where no such term may stand. */
  readonly surprise: Float32Array;
  /** By candidate: -log P(the original by itself), in nats. */
  readonly rarity: Float32Array;
  /** By candidate: log-odds against the form as it stands, by fluency and channel, and the ranker's. */
  readonly first: Float32Array;
  readonly odds: Float32Array;
  /** By candidate: how much better than the form it fits the topic, see `topicFit`. */
  readonly topic: Float32Array;
}

/**
 * A logistic regression over candidates and "nothing was swapped": fitted on observed phrases that the dictionary did without,
 * in sentences in which their originals had stood, against what looks like a swapped term in clean texts.
 */
const TERM = {
  bias: -6.2,
  surprise: 0.25,
  rarity: 0.29,
  odds: 0.2,
  first: 0.47,
  topic: 3.3,
  forms: 1.25,
  tokens: -1.38,
  name: -1,
};
/** Beyond these bounds odds are no surer. */
const MOST_ODDS = 8;
const FIRST = { least: -6, most: 10 };

/**
 * By candidate: log-odds that a site is this term of science with its words swapped, against its standing there by right, in a
 * collection of texts in which 27 in a hundred such sites were swapped; minus infinity for what is no term.
 */
export function termOddsOf(lattice: Lattice, { surprise, rarity, first, odds, topic }: TermFindings): Float32Array {
  const { siteCount, candidateCount, dialect, original, lists, from, to } = lattice;
  const result = new Float32Array(candidateCount).fill(Number.NEGATIVE_INFINITY);
  for (let site = 0; site < siteCount; site++) {
    if (surprise[site] === 0) continue;
    const place =
      TERM.bias +
      TERM.surprise * surprise[site] +
      TERM.tokens * (to[site] - from[site]) +
      (isName(lattice, site) ? TERM.name : 0);
    for (let c = lattice.first[site]; c < lattice.first[site + 1]; c++) {
      if (dialect[c] !== Dialect.Science) continue;
      result[c] =
        place +
        TERM.rarity * rarity[c] +
        TERM.odds * Math.min(MOST_ODDS, odds[c]) +
        TERM.first * Math.min(FIRST.most, Math.max(FIRST.least, first[c])) +
        TERM.topic * topic[c] +
        TERM.forms * Math.log1p(lists.asTerm[original[c]]);
    }
  }
  return result;
}

/** Whether a site has capitals that no beginning of a sentence explains. */
function isName({ scan, from, to }: Lattice, site: number): boolean {
  for (let token = from[site]; token < to[site]; token++) {
    if (scan.letterCase[token] === LetterCase.Capitalised && scan.sentenceStart[token] === 0) return true;
  }
  return false;
}
