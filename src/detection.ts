import type { Examination } from "./analysis.js";
import { RATE_CLASS_NAMES } from "./decision/rate-class.js";
import type { SpinRate } from "./decision/spin-rate.js";
import { spunOdds } from "./decision/verdict.js";
import type { Lattice } from "./lattice.js";
import type { Detection, RegionName, RegionRate, Segment } from "./types.js";

/** The verdict on a text. @param threshold least log-odds of a spun text */
export function detectionOf({ analysis, grounds }: Examination, threshold: number): Detection {
  const { lattice, rate } = analysis;
  const { evidence, sites, expected } = rate;
  const sum = (column: Float64Array): number => column.reduce((total, value) => total + value, 0);
  const regions = {} as Record<RegionName, RegionRate>;
  RATE_CLASS_NAMES.forEach((name, index) => {
    regions[name] = { rate: rate.rates[index], spun: expected[index], sites: sites[index] };
  });
  // The verdict was fitted on texts without swapped terms: what several of them tell comes on top.
  const odds = spunOdds(grounds) + analysis.terms.bonus;
  const words = lattice.swappable.reduce((total, flag) => total + flag, 0);
  return {
    spun: odds >= threshold,
    probability: probabilityOf(odds),
    rate: words === 0 ? 0 : Math.min(1, sum(expected) / (words + sum(expected))),
    evidence: { logLikelihoodRatio: evidence, regions, segments: segmentsOf(lattice, rate) },
  };
}

/** What is stated of a text that the screening pass dismissed: the average of such texts when they are looked at in full. */
const DISMISSED = { evidence: -4, odds: -5 };

/** The verdict on a text that shows nothing of spinning at first glance. */
export function dismissal(text: string): Detection {
  const regions = {} as Record<RegionName, RegionRate>;
  for (const name of RATE_CLASS_NAMES) regions[name] = { rate: 0, spun: 0, sites: 0 };
  const segments = text === "" ? [] : [{ start: 0, end: text.length, probability: 0 }];
  const evidence = { logLikelihoodRatio: DISMISSED.evidence, regions, segments };
  return { spun: false, probability: probabilityOf(DISMISSED.odds), rate: 0, evidence };
}

function probabilityOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function segmentsOf(lattice: Lattice, rate: SpinRate): Segment[] {
  const { count, start, end } = lattice.scan;
  const segments: Segment[] = [];
  for (let from = 0; from < count; ) {
    const segment = rate.segmentOf[from];
    let to = from + 1;
    while (to < count && rate.segmentOf[to] === segment) to++;
    segments.push({ start: start[from], end: end[to - 1], probability: rate.spunSegments[segment] });
    from = to;
  }
  return segments;
}
