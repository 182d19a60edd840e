import type { Fluency } from "../context/fluency.js";
import type { Findings } from "../context/ranker.js";
import { DIALECTS, Dialect, type Lattice } from "../lattice.js";
import { type Equivalents, findEquivalents, poolEquivalents } from "./equivalents.js";
import type { Posterior } from "./posterior.js";
import { RateClass, rateClassOf } from "./rate-class.js";
import type { SpinRate } from "./spin-rate.js";

/** What the ranker thinks of a text, and what it went by. */
export interface Opinion {
  /** By candidate: log-odds against the form as it stands. */
  readonly odds: Float32Array;
  readonly rate: SpinRate;
  readonly posterior: Posterior;
  readonly findings: Findings;
}

/** Its opinion at first, and the one that it comes to when the text is read through the first. */
export interface Opinions {
  readonly first: Opinion;
  readonly second: Opinion;
  /** By the log-bilinear model, read through the draft between the two. */
  readonly fit: Fluency;
}

/** How many features a candidate's confidence is computed from. */
export const CONFIDENCE_FEATURES = 42;

/** Tokens to each side that count as a site's neighbourhood. */
const NEIGHBOURHOOD = 12;
/** Candidates less probable than this are the equivalents of nothing. */
const NEGLIGIBLE = 0.002;
/** Probabilities are kept this far from 0 and 1 before their logits are taken. */
const EDGE = 1e-6;

/** Describes candidates by everything that may make the ranker's opinion of them right or wrong. */
export class ConfidenceDescriber {
  readonly #lattice: Lattice;
  readonly #opinions: Opinions;
  /** By token: sums, up to it, of the probability that it was swapped, and of the tokens that might have been. */
  readonly #swapped: Float64Array;
  readonly #swappable: Float64Array;
  readonly #equivalents: Equivalents;
  /** By candidate: the probability of what it comes to, at first. */
  readonly #pooledFirst: Float64Array;
  /** By candidate: the probability of what it comes to, in the end. */
  readonly pooled: Float64Array;
  /** By form: how many sites have it, and the sum of their probabilities. */
  readonly #forms = new Map<number, { count: number; swapped: number }>();

  /** Log of the sum of how well everything fits that may stand at the site described last, against its form. */
  #readings = 0;
  /** See `unsteadiness`. */
  readonly #unsteady: number;
  /** By `Dialect`: the share of the words that it has forms of which it swapped here. */
  readonly #rates: Float64Array;

  constructor(lattice: Lattice, opinions: Opinions) {
    this.#lattice = lattice;
    this.#opinions = opinions;
    const { scan, siteCount, from, to, form, swappable } = lattice;
    const { candidate: firstly, site: probability } = opinions.first.posterior;
    const { candidate: lastly } = opinions.second.posterior;
    this.#equivalents = findEquivalents(lattice, (c) => firstly[c] > NEGLIGIBLE || lastly[c] > NEGLIGIBLE);
    this.#pooledFirst = poolEquivalents(this.#equivalents, firstly);
    this.pooled = poolEquivalents(this.#equivalents, lastly);
    const swapped = new Float64Array(scan.count);
    for (let site = 0; site < siteCount; site++) {
      for (let i = from[site]; i < to[site]; i++) swapped[i] = Math.max(swapped[i], probability[site]);
      const same = this.#forms.get(form[site]);
      if (same) {
        same.count++;
        same.swapped += probability[site];
      } else this.#forms.set(form[site], { count: 1, swapped: probability[site] });
    }
    this.#unsteady = unsteadiness(lattice, firstly, opinions.first.findings.support.standing);
    this.#rates = dialectRates(lattice, firstly, swapped);
    this.#swapped = new Float64Array(scan.count + 1);
    this.#swappable = new Float64Array(scan.count + 1);
    for (let i = 0; i < scan.count; i++) {
      this.#swapped[i + 1] = this.#swapped[i] + swapped[i];
      this.#swappable[i + 1] = this.#swappable[i] + (swapped[i] > 0.01 || swappable[i] === 1 ? 1 : 0);
    }
  }

  /** Fills in what all candidates of a site have in common. */
  describeSite(site: number, x: Float32Array): void {
    const { first, second } = this.#opinions;
    const { scan, from, to, first: candidates, form, swappable, rivals } = this.#lattice;
    const same = this.#forms.get(form[site]);
    const others = (same?.count ?? 1) - 1;
    const rateClass = rateClassOf(scan, from[site]);
    let readings = 1;
    for (let c = candidates[site]; c < candidates[site + 1]; c++) readings += Math.exp(this.#opinions.fit.gain[c]);
    this.#readings = Math.log(readings);
    x[2] = logit(second.posterior.site[site]);
    x[3] = logit(first.posterior.site[site]);
    x[11] = this.#opinions.fit.kept[site];
    x[12] = second.findings.drafted.kept[site];
    x[14] = Math.log1p(others);
    x[15] = others > 0 ? ((same?.swapped ?? 0) - first.posterior.site[site]) / others : -1;
    x[22] = Math.log(first.rate.rates[RateClass.Body]);
    x[23] = first.rate.evidence;
    x[24] = Math.log(1 + scan.count);
    x[25] = Math.log(second.rate.rates[rateClass]);
    x[26] = second.rate.spunSegments[second.rate.segmentOf[from[site]]];
    x[27] = rateClass;
    x[28] = to[site] - from[site];
    x[30] = rivals?.[site] ?? candidates[site + 1] - candidates[site];
    x[32] = swappable[from[site]];
    x[33] = this.#neighbourhood(from[site], to[site]);
    x[34] = this.#listed(form[site], Dialect.General);
    x[35] = this.#listed(form[site], Dialect.Unobserved);
    x[38] = this.#rates[Dialect.General];
    x[39] = this.#rates[Dialect.Unobserved];
    x[41] = this.#unsteady;
  }

  /** Fills in the rest for a candidate of the site. */
  describe(site: number, candidate: number, x: Float32Array): void {
    const { first, second, fit } = this.#opinions;
    const { original, channel, dialect, phrases } = this.#lattice;
    const { support, topic, drafted } = second.findings;
    x[0] = logit(this.pooled[candidate]);
    x[1] = logit(this.#pooledFirst[candidate]);
    x[4] = logit(this.#rivalCandidate(site, candidate));
    x[5] = logit(this.#rivalSite(site, candidate));
    x[6] = second.odds[candidate];
    x[7] = first.odds[candidate];
    x[8] = fit.gain[candidate];
    x[9] = drafted.gain[candidate];
    x[10] = first.findings.drafted.gain[candidate];
    x[13] = channel[candidate];
    x[16] = support.behindOthers[candidate];
    x[17] = support.behindSame[candidate];
    x[18] = fit.gain[candidate] - this.#readings;
    x[19] = support.visible[candidate];
    x[20] = support.standing[candidate];
    x[21] = topic[candidate];
    x[29] = phrases.offsets[original[candidate] + 1] - phrases.offsets[original[candidate]];
    x[31] = dialect[candidate];
    x[36] = this.#listed(original[candidate], Dialect.General);
    x[37] = this.#listed(original[candidate], Dialect.Unobserved);
    x[40] = this.#rates[dialect[candidate]];
  }

  /**
   * How many forms a dialect has for a form itself or an original, as a logarithm: what a spinner has many forms of, it seldom
   * leaves as it is.
   */
  #listed(phrase: number, dialect: Dialect): number {
    return phrase < 0 ? 0 : Math.log1p(this.#lattice.lists.ofPhrase[phrase * DIALECTS + dialect]);
  }

  /** The share of the tokens around a span that were swapped. */
  #neighbourhood(from: number, to: number): number {
    const start = Math.max(0, from - NEIGHBOURHOOD);
    const end = Math.min(this.#lattice.scan.count, to + NEIGHBOURHOOD);
    const around = (sums: Float64Array): number => sums[end] - sums[start] - (sums[to] - sums[from]);
    return around(this.#swapped) / Math.max(1, around(this.#swappable));
  }

  /** The most that another candidate of the site has. */
  #rivalCandidate(site: number, candidate: number): number {
    const { first } = this.#lattice;
    const { candidate: probability } = this.#opinions.second.posterior;
    let most = 0;
    for (let c = first[site]; c < first[site + 1]; c++)
      if (c !== candidate && probability[c] > most) most = probability[c];
    return most;
  }

  /** The most that a site which overlaps this one has for something else. */
  #rivalSite(site: number, candidate: number): number {
    const { from, to, siteCount } = this.#lattice;
    let most = 0;
    for (let other = site - 1; other >= 0 && from[other] > from[site] - NEIGHBOURHOOD; other--) {
      if (to[other] > from[site]) most = Math.max(most, this.#against(other, candidate));
    }
    for (let other = site + 1; other < siteCount && from[other] < to[site]; other++) {
      most = Math.max(most, this.#against(other, candidate));
    }
    return most;
  }

  /** The probability of a site's candidates that do not come to the same as this one. */
  #against(site: number, candidate: number): number {
    const { first } = this.#lattice;
    const { groupOf } = this.#equivalents;
    const { posterior } = this.#opinions.second;
    let sum = posterior.site[site];
    if (groupOf[candidate] < 0) return sum;
    for (let c = first[site]; c < first[site + 1]; c++) {
      if (groupOf[c] === groupOf[candidate]) sum -= posterior.candidate[c];
    }
    return Math.max(0, sum);
  }
}

/** By `Dialect`: expected swaps, as a share of them and of the words that were kept although it has forms of them. */
function dialectRates(
  { candidateCount, dialect, scan, lists }: Lattice,
  probability: Float64Array,
  swapped: Float64Array,
): Float64Array {
  const swaps = new Float64Array(DIALECTS);
  const kept = new Float64Array(DIALECTS);
  for (let c = 0; c < candidateCount; c++) swaps[dialect[c]] += probability[c];
  for (let i = 0; i < scan.count; i++) {
    if (scan.word[i] < 0) continue;
    for (let d = 0; d < DIALECTS; d++) if (lists.ofWord[scan.word[i] * DIALECTS + d] > 0) kept[d] += 1 - swapped[i];
  }
  return swaps.map((sum, d) => sum / (sum + kept[d] + 1));
}

/** Candidates more probable than this are taken for swaps when a spinner's habits are looked at. */
const SURE = 0.8;

/**
 * The share of the likely swaps whose originals also stand unspun in the body, 0 to 1: low if the spinner swapped a word
 * throughout or not at all.
 */
function unsteadiness({ candidateCount }: Lattice, probability: Float64Array, standing: Float32Array): number {
  let swaps = 1;
  let halves = 0.3;
  for (let c = 0; c < candidateCount; c++) {
    if (probability[c] < SURE) continue;
    swaps++;
    if (standing[c] > 0) halves++;
  }
  return halves / swaps;
}

/** log(p / (1 - p)), for p a little away from 0 and 1. */
export function logit(probability: number): number {
  const p = Math.min(1 - EDGE, Math.max(EDGE, probability));
  return Math.log(p / (1 - p));
}
