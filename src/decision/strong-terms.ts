import { COMPANY, termStrength } from "../context/term-strength.js";
import { Dialect, type Lattice } from "../lattice.js";
import { LetterCase } from "../text/case.js";
import { byFallingValue } from "./order.js";

/** What a text's own terms tell of its having been spun, whatever the words around them do. */
export interface TermEvidence {
  /** By candidate: how sure it is that a swapped term stood there, 0 to 1; 0 where nothing is overwhelming. */
  readonly certainty: Float64Array;
  /** What is added to the evidence of a text that has several of them, in nats. */
  readonly bonus: number;
}

/** Log-odds from which a phrase is taken for swapped by itself, and where others in the text are. */
const ALONE = 5;
const AMONG_OTHERS = 4;
/** The same in a text that they have convicted. */
const IN_COMPANY = 1;
/** A phrase by itself is proposed, never applied: no preset edits at this. */
const PROPOSED = 0.44;

/**
 * Weighs phrases that nobody writes and that are a term of science with its words swapped: "profound neural organization"
 * needs no spun text around it.
 *
 * @param odds by candidate, log-odds against the form as it stands; they tell candidates of a site apart
 * @param surprise by site, see `surpriseOf`
 */
export function weighTerms(lattice: Lattice, odds: Float32Array, surprise: Float32Array): TermEvidence {
  const { siteCount, candidateCount } = lattice;
  const strength = new Float64Array(siteCount);
  let strong = 0;
  for (let site = 0; site < siteCount; site++) {
    if (surprise[site] === 0) continue;
    strength[site] = Math.max(0, termStrength(lattice, odds, site, surprise[site], isName(lattice, site)));
    if (strength[site] > AMONG_OTHERS) strong++;
  }
  const certainty = new Float64Array(strong === 0 ? 0 : candidateCount);
  if (strong === 0) return { certainty, bonus: 0 };
  const chosen = strongest(lattice, strength, AMONG_OTHERS);
  const different = new Set(chosen.map((site) => bestOf(lattice, odds, site)));
  const several = different.size >= COMPANY.several;
  for (const site of several ? strongest(lattice, strength, 0) : chosen) {
    const sure = 1 / (1 + Math.exp((several ? IN_COMPANY : ALONE) - strength[site]));
    share(lattice, odds, site, sure, certainty);
  }
  const excess = chosen.reduce((sum, site) => sum + Math.min(COMPANY.most, strength[site] - AMONG_OTHERS), 0);
  return { certainty, bonus: several ? Math.max(0, excess - COMPANY.drift * lattice.scan.count) : 0 };
}

/**
 * Probabilities with what is certain of terms: in a text that was spun they are raised to it, in another one such terms are
 * proposed and no more.
 *
 * @param probability by candidate
 */
export function withTerms(probability: Float64Array, { certainty }: TermEvidence, spun: boolean): Float64Array {
  if (certainty.length === 0) return probability;
  return probability.map((value, c) => Math.max(value, spun ? certainty[c] : Math.min(PROPOSED, certainty[c])));
}

/** Whether a site has capitals that no beginning of a sentence explains. */
function isName({ scan, from, to }: Lattice, site: number): boolean {
  for (let token = from[site]; token < to[site]; token++) {
    if (scan.letterCase[token] === LetterCase.Capitalised && scan.sentenceStart[token] === 0) return true;
  }
  return false;
}

/** The sites above a threshold that do not overlap, the strongest first. */
function strongest({ scan, from, to }: Lattice, strength: Float64Array, threshold: number): number[] {
  const taken = new Uint8Array(scan.count);
  const chosen: number[] = [];
  for (const site of byFallingValue(strength)) {
    if (strength[site] <= threshold) break;
    if (taken.subarray(from[site], to[site]).includes(1)) continue;
    taken.fill(1, from[site], to[site]);
    chosen.push(site);
  }
  return chosen;
}

function bestOf({ first, dialect, original }: Lattice, odds: Float32Array, site: number): number {
  let best = -1;
  for (let c = first[site]; c < first[site + 1]; c++) {
    if (dialect[c] === Dialect.Science && (best < 0 || odds[c] > odds[best])) best = c;
  }
  return original[best];
}

/** Divides a site's certainty among its candidates of science. */
function share(lattice: Lattice, odds: Float32Array, site: number, sure: number, certainty: Float64Array): void {
  const { first, dialect } = lattice;
  const weight = (c: number, most: number): number => (dialect[c] === Dialect.Science ? Math.exp(odds[c] - most) : 0);
  let most = Number.NEGATIVE_INFINITY;
  for (let c = first[site]; c < first[site + 1]; c++) {
    if (dialect[c] === Dialect.Science) most = Math.max(most, odds[c]);
  }
  let sum = 0;
  for (let c = first[site]; c < first[site + 1]; c++) sum += weight(c, most);
  for (let c = first[site]; c < first[site + 1]; c++) certainty[c] = (sure * weight(c, most)) / sum;
}
