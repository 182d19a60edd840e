import { analyse, firstLook, secondOpinion } from "../../src/analysis.js";
import type { Findings } from "../../src/context/ranker.js";
import { RATE_CLASSES, rateClassOf } from "../../src/decision/rate-class.js";
import { type Lattice, spellingOf } from "../../src/lattice.js";
import type { Language, Resources } from "../../src/resources.js";
import type { SpunText } from "../simulate/spin.js";

/** The form as it stands is right. */
export const KEPT = -1;
/** What stood there is not among the candidates, or the site overlaps a swap: it teaches nothing by itself. */
export const UNKNOWN = -2;

/** A spun text as the ranker will meet it, and the truth about its sites. */
export interface Example {
  readonly lattice: Lattice;
  readonly findings: Findings;
  /** By `RateClass`: the share of swappable words that was really swapped. */
  readonly rates: Float64Array;
  /** By site: the candidate that is the original, `KEPT` or `UNKNOWN`. */
  readonly truth: Int32Array;
}

/** Runs a spun text through all that comes before the ranker. */
export function makeExample(resources: Language, spun: SpunText): Example {
  const { lattice, findings } = firstLook(resources, spun.text);
  const truth = truthOf(lattice, spun);
  return { lattice, findings, rates: trueRates(lattice, truth), truth };
}

/** The same as the ranker meets it when it looks again: read through the draft that follows from its own opinion. */
export function makeSecondExample(resources: Resources, spun: SpunText): Example {
  const analysis = analyse(resources, spun.text);
  const { lattice } = analysis;
  const truth = truthOf(lattice, spun);
  const { findings } = secondOpinion(resources, analysis).second;
  return { lattice, findings, rates: trueRates(lattice, truth), truth };
}

/** Rates are kept this far from 0 and 1, as the estimate at run time is. */
const LOWEST = 0.002;
const HIGHEST = 0.97;

/**
 * The spin rates as they are, not as they would be estimated: with these in the softmax the ranker learns likelihood
 * ratios, which is what the estimate at run time takes its odds for.
 */
function trueRates(lattice: Lattice, truth: Int32Array): Float64Array {
  const { scan: tokens, siteCount, from, to, swappable } = lattice;
  const swapped = new Float64Array(RATE_CLASSES);
  const total = new Float64Array(RATE_CLASSES);
  const taken = new Uint8Array(tokens.count);
  for (let site = 0; site < siteCount; site++) {
    if (truth[site] === KEPT || taken[from[site]] === 1) continue;
    // An unknown original was swapped too, at most once a token.
    taken.fill(1, from[site], to[site]);
    swapped[rateClassOf(tokens, from[site])]++;
    total[rateClassOf(tokens, from[site])]++;
  }
  for (let i = 0; i < tokens.count; i++) {
    if (swappable[i] === 1 && taken[i] === 0) total[rateClassOf(tokens, i)]++;
  }
  return swapped.map((count, k) => Math.min(HIGHEST, Math.max(LOWEST, count / Math.max(1, total[k]))));
}

function truthOf(lattice: Lattice, spun: SpunText): Int32Array {
  const { scan: tokens, siteCount, from, to, first, original, phrases } = lattice;
  const truth = new Int32Array(siteCount).fill(KEPT);
  const { gold } = spun;
  for (let site = 0, g = 0; site < siteCount; site++) {
    const start = tokens.start[from[site]];
    const end = tokens.end[to[site] - 1];
    while (g < gold.length && gold[g].end <= start) g++;
    let k = g;
    for (; k < gold.length && gold[k].start < end; k++) {
      truth[site] = UNKNOWN;
      if (gold[k].start !== start || gold[k].end !== end) continue;
      const wanted = gold[k].original.toLowerCase().replaceAll("’", "'");
      for (let c = first[site]; c < first[site + 1]; c++) {
        if (spellingOf(phrases, original[c]).toLowerCase() === wanted) truth[site] = c;
      }
    }
  }
  return truth;
}
