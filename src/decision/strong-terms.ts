import type { Lattice } from "../lattice.js";

/** What a text's own terms tell of its having been spun, whatever the words around them do. */
export interface TermEvidence {
  /** By candidate: how sure it is that a swapped term stood there, 0 to 1; empty where nothing is worth a word. */
  readonly certainty: Float64Array;
  /** What is added to the evidence of a text that has several of them, in nats. */
  readonly bonus: number;
}

/** The share of the sites like these that were swapped in the texts by which `termOddsOf` was fitted; and of all there are. */
const FITTED = 0.27;
const USUAL = 0.08;
/** So many sites' worth that share is sure of itself. */
const PRIOR_SITES = 2;
const ITERATIONS = 20;
/** Sites below this are not looked at, whatever others say. Log-odds. */
const LEAST = -5;
/** What is below this, by itself or in company, is nothing. Probability. */
const FAINT = 0.02;
/** Terms that convict together: how many different ones, from what probability, and the most one adds, in nats. */
const COMPANY = { several: 3, sure: 0.3, most: 8 };
/** Of a phrase that is surely swapped the best original is proposed, however many there are: it has this share at least. */
const UNDECIDED = 0.39;
/**
 * What is not sure enough for an edit is worth a proposal long before: at this times the root of its probability, and never at
 * more than no preset edits at. A phrase in a text that was not spun is proposed at the most.
 */
const DOUBTFUL = 0.87;
const PROPOSED = 0.4;

/** A place where a term may have been swapped. */
interface Place {
  readonly site: number;
  /** Its candidate of the greatest odds. */
  readonly best: number;
  /** Log-likelihood ratio that it was, in nats. */
  readonly ratio: number;
  /** What it counts for, 0 to 1: the same term again is no surprise. */
  readonly weight: number;
}

/**
 * Weighs phrases that nobody writes and that are a term of science with its words swapped: "profound neural organization"
 * needs no spun text around it. How many of a text's terms were swapped is estimated from themselves, by
 * expectation-maximisation: in a text that has some, others are no surprise.
 *
 * @param odds by candidate, see `termOddsOf`
 */
export function weighTerms(lattice: Lattice, odds: Float32Array): TermEvidence {
  const ratios = siteRatios(lattice, odds);
  const places = placesOf(lattice, odds, ratios);
  const { sure, share } = sureness(places);
  if (!sure.some((value) => value > FAINT)) return { certainty: new Float64Array(0), bonus: 0 };
  const certainty = new Float64Array(lattice.candidateCount);
  places.forEach(({ site, best, ratio }, at) => {
    for (let c = lattice.first[site]; c < lattice.first[site + 1]; c++)
      certainty[c] = sure[at] * Math.exp(odds[c] - logit(FITTED) - ratio);
    certainty[best] = Math.max(certainty[best], sure[at] * UNDECIDED);
  });
  return { certainty, bonus: bonusOf(places, sure, share) };
}

/**
 * Probabilities with what is certain of terms: in a text that was spun they are raised to it, in another one such terms are
 * proposed and no more; so are uncertain ones in either.
 *
 * @param probability by candidate
 */
export function withTerms(probability: Float64Array, { certainty }: TermEvidence, spun: boolean): Float64Array {
  if (certainty.length === 0) return probability;
  return probability.map((value, c) =>
    Math.max(value, spun ? certainty[c] : 0, Math.min(PROPOSED, DOUBTFUL * Math.sqrt(certainty[c]))),
  );
}

/** By site: log P(its words | a term was swapped) - log P(its words | they stand by right). */
function siteRatios({ siteCount, first }: Lattice, odds: Float32Array): Float64Array {
  const ratios = new Float64Array(siteCount).fill(Number.NEGATIVE_INFINITY);
  for (let site = 0; site < siteCount; site++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let c = first[site]; c < first[site + 1]; c++) most = Math.max(most, odds[c]);
    if (most === Number.NEGATIVE_INFINITY) continue;
    let sum = 0;
    for (let c = first[site]; c < first[site + 1]; c++) sum += Math.exp(odds[c] - most);
    ratios[site] = most + Math.log(sum) - logit(FITTED);
  }
  return ratios;
}

/** Sites that do not overlap, the strongest first. */
function placesOf({ scan, from, to, first, original }: Lattice, odds: Float32Array, ratios: Float64Array): Place[] {
  const taken = new Uint8Array(scan.count);
  const times = new Map<number, number>();
  const places: Place[] = [];
  const sites = Array.from(ratios.keys()).filter((site) => ratios[site] > LEAST);
  for (const site of sites.sort((a, b) => ratios[b] - ratios[a] || a - b)) {
    if (taken.subarray(from[site], to[site]).includes(1)) continue;
    taken.fill(1, from[site], to[site]);
    let best = first[site];
    for (let c = best + 1; c < first[site + 1]; c++) if (odds[c] > odds[best]) best = c;
    const time = (times.get(original[best]) ?? 0) + 1;
    times.set(original[best], time);
    places.push({ site, best, ratio: ratios[site], weight: time === 1 ? 1 : 0 });
  }
  return places;
}

/**
 * By place: how sure it is that a term was swapped there, 0 to 1, in a text of which the other places tell what share was
 * (expectation-maximisation; Dempster, Laird, Rubin 1977). No place speaks for itself.
 */
function sureness(places: readonly Place[]): { sure: readonly number[]; share: number } {
  const count = places.reduce((sum, { weight }) => sum + weight, 0);
  let sure = places.map(({ ratio }) => probability(ratio, USUAL));
  let expected = 0;
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const sum = places.reduce((total, { weight }, at) => total + weight * sure[at], 0);
    sure = places.map(({ ratio, weight }, at) => probability(ratio, shareOf(sum - weight * sure[at], count - weight)));
    expected = sum;
  }
  return { sure, share: shareOf(expected, count) };
}

/** The share of a text's places that was swapped, never less than usual. */
function shareOf(expected: number, count: number): number {
  return Math.max(USUAL, (USUAL * PRIOR_SITES + expected) / (PRIOR_SITES + count));
}

/** What the terms tell together: log P(all | this share was swapped) - log P(all | none was). */
function bonusOf(places: readonly Place[], sure: readonly number[], share: number): number {
  const several = places.filter(({ weight }, at) => weight > 0 && sure[at] > COMPANY.sure).length;
  if (several < COMPANY.several) return 0;
  const sum = places.reduce((total, { ratio, weight }) => {
    const gain = Math.log(1 - share + share * Math.exp(Math.min(COMPANY.most, ratio)));
    return total + weight * gain;
  }, 0);
  return Math.max(0, sum);
}

function probability(ratio: number, share: number): number {
  return 1 / (1 + Math.exp(-ratio - logit(share)));
}

function logit(share: number): number {
  return Math.log(share / (1 - share));
}
