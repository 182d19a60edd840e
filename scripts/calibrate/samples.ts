import { type Analysis, analyse } from "../../src/analysis.js";
import { chooseCandidates } from "../../src/decision/choose.js";
import { logit } from "../../src/decision/confidence.js";
import { posteriorOf } from "../../src/decision/posterior.js";
import { spellingOf } from "../../src/lattice.js";
import type { Resources } from "../../src/resources.js";
import type { SpunText } from "../simulate/spin.js";

/** What the confidence of an edit is computed from, and whether the edit is right. */
export interface EditSample {
  /** 1 and the logit of the posterior. */
  readonly row: readonly [1, number];
  readonly right: boolean;
}

/** Candidates below this posterior are never edits, whatever their calibration. */
const LEAST_POSTERIOR = 0.1;

/** Every edit that might be made of a spun text. */
export function editSamples(resources: Resources, spun: SpunText, leastEvidence: number): EditSample[] {
  const analysis = analyse(resources, spun.text);
  if (analysis.rate.evidence < leastEvidence) return [];
  const { lattice, odds, rate } = analysis;
  const ranked = posteriorOf(lattice, odds, rate).candidate;
  const choices = chooseCandidates(lattice, ranked, LEAST_POSTERIOR, new Uint8Array(lattice.scan.count), true);
  return choices.map(({ site, candidate }) => ({
    row: [1, logit(ranked[candidate])],
    right: isRight(analysis, spun, site, candidate),
  }));
}

function isRight({ lattice }: Analysis, { text, gold }: SpunText, site: number, candidate: number): boolean {
  const { scan, phrases, original, from, to } = lattice;
  const start = scan.start[from[site]];
  const end = scan.end[to[site] - 1];
  const touched = gold.filter((span) => span.start < end && span.end > start);
  if (touched.length === 0) return false;
  const low = Math.min(start, touched[0].start);
  const high = Math.max(end, touched[touched.length - 1].end);
  let wanted = "";
  let at = low;
  for (const span of touched) {
    wanted += text.slice(at, span.start) + span.original;
    at = span.end;
  }
  wanted += text.slice(at, high);
  const written = text.slice(low, start) + spellingOf(phrases, original[candidate]) + text.slice(end, high);
  return normalised(wanted) === normalised(written);
}

function normalised(text: string): string {
  return text.toLowerCase().replaceAll("’", "'");
}
