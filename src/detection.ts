import { RATE_CLASS_NAMES } from "./decision/rate-class.js";
import type { SpinRate } from "./decision/spin-rate.js";
import type { Lattice } from "./lattice.js";
import type { Detection, RegionName, RegionRate, Segment } from "./types.js";

/** Logistic calibration of the evidence (Platt 1999), fitted on development texts. */
const CALIBRATION = { slope: 1.88, threshold: 1.27 };

/** The verdict on a text. @param threshold least evidence of a spun text, in nats */
export function detectionOf({ lattice, rate }: { lattice: Lattice; rate: SpinRate }, threshold: number): Detection {
  const { evidence, sites, expected } = rate;
  const sum = (column: Float64Array): number => column.reduce((total, value) => total + value, 0);
  const regions = {} as Record<RegionName, RegionRate>;
  RATE_CLASS_NAMES.forEach((name, index) => {
    regions[name] = { rate: rate.rates[index], spun: expected[index], sites: sites[index] };
  });
  const spun = evidence >= threshold;
  const words = lattice.swappable.reduce((total, flag) => total + flag, 0);
  return {
    spun,
    probability: probabilityOf(evidence),
    rate: words === 0 ? 0 : Math.min(1, sum(expected) / (words + sum(expected))),
    evidence: { logLikelihoodRatio: evidence, regions, segments: segmentsOf(lattice, rate) },
  };
}

/**
 * The evidence that is stated for a text which the screening pass dismissed: what such texts have on the average when they
 * are looked at in full.
 */
const DISMISSED = -1;

/** The verdict on a text that shows nothing of spinning at first glance. */
export function dismissal(text: string): Detection {
  const regions = {} as Record<RegionName, RegionRate>;
  for (const name of RATE_CLASS_NAMES) regions[name] = { rate: 0, spun: 0, sites: 0 };
  const segments = text === "" ? [] : [{ start: 0, end: text.length, probability: 0 }];
  const evidence = { logLikelihoodRatio: DISMISSED, regions, segments };
  return { spun: false, probability: probabilityOf(DISMISSED), rate: 0, evidence };
}

function probabilityOf(evidence: number): number {
  return 1 / (1 + Math.exp(CALIBRATION.slope * (CALIBRATION.threshold - evidence)));
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
