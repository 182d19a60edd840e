import { type Analysis, secondOpinion } from "../../src/analysis.js";
import { LEAST_POSTERIOR } from "../../src/decision/confidence.js";
import { CONFIDENCE_FEATURES, ConfidenceDescriber } from "../../src/decision/confidence-features.js";
import { spellingOf } from "../../src/lattice.js";
import type { Resources } from "../../src/resources.js";
import { normalised } from "../eval/scoring/score.js";
import type { SpunText } from "../simulate/spin.js";

/** A candidate that the library may choose, and whether it would be right to. */
export interface CandidateSample {
  readonly text: number;
  /** Its tokens. */
  readonly from: number;
  readonly to: number;
  /** What its confidence is computed from. */
  readonly row: Float32Array;
  readonly right: boolean;
}

/** Every candidate of a spun text that is not out of the question. */
export function candidateSamples(
  resources: Resources,
  analysis: Analysis,
  spun: SpunText,
  text: number,
): CandidateSample[] {
  const { lattice } = analysis;
  const opinions = secondOpinion(resources, analysis);
  const describer = new ConfidenceDescriber(lattice, opinions);
  const samples: CandidateSample[] = [];
  for (let site = 0; site < lattice.siteCount; site++) {
    for (let c = lattice.first[site]; c < lattice.first[site + 1]; c++) {
      if (describer.pooled[c] < LEAST_POSTERIOR) continue;
      const row = new Float32Array(CONFIDENCE_FEATURES);
      describer.describeSite(site, row);
      describer.describe(site, c, row);
      const [from, to] = [lattice.from[site], lattice.to[site]];
      const span = { start: lattice.scan.start[from], end: lattice.scan.end[to - 1] };
      const right = restores(spun, span, spellingOf(lattice.phrases, lattice.original[c]));
      samples.push({ text, from, to, row, right });
    }
  }
  return samples;
}

interface Offsets {
  readonly start: number;
  readonly end: number;
}

/** Whether writing `original` over a span undoes all swaps that the span touches, and nothing else. */
function restores({ text, gold }: SpunText, { start, end }: Offsets, original: string): boolean {
  const touched = gold.filter((swap) => swap.start < end && swap.end > start);
  if (touched.length === 0) return false;
  const low = Math.min(start, touched[0].start);
  const high = Math.max(end, touched[touched.length - 1].end);
  let wanted = "";
  let at = low;
  for (const swap of touched) {
    wanted += text.slice(at, swap.start) + swap.original;
    at = swap.end;
  }
  wanted += text.slice(at, high);
  return normalised(text.slice(low, start) + original + text.slice(end, high)) === normalised(wanted);
}
