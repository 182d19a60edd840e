import type { Detection, Edit, RegionName, RegionRate, Restoration, Segment } from "../types.js";

/** What was made of a part of a long text. Offsets are those of the whole text. */
export interface RestoredPart extends Restoration {
  /** Where the part begins: it is `whole.slice(start, end)`. */
  readonly start: number;
  /** Where it ends, exclusive. */
  readonly end: number;
}

/** A restored part with the whole text's offsets. @param start where the part begins */
export function placed(restoration: Restoration, start: number, length: number): RestoredPart {
  const { text, edits, suggestions, detection } = restoration;
  const end = start + length;
  if (start === 0) return { text, edits, suggestions, detection, start, end };
  const shift = (edit: Edit): Edit => ({ ...edit, start: edit.start + start, end: edit.end + start });
  return {
    text,
    edits: edits.map(shift),
    suggestions: suggestions.map(shift),
    detection: placedDetection(detection, start),
    start,
    end,
  };
}

/** A part's verdict with the whole text's offsets. */
export function placedDetection(detection: Detection, start: number): Detection {
  const segments = detection.evidence.segments.map(
    (segment): Segment => ({ ...segment, start: segment.start + start, end: segment.end + start }),
  );
  return { ...detection, evidence: { ...detection.evidence, segments } };
}

/** A verdict and the length of what it was passed on. */
export interface PartVerdict {
  readonly detection: Detection;
  readonly length: number;
}

/**
 * The verdict on a long text: as sure as that on its most suspicious part, with the parts' rates averaged. Their
 * evidence is not added up: errors that are too small to matter in one part would convict a library of clean ones.
 */
export function joinDetections(parts: readonly PartVerdict[]): Detection {
  const [first] = parts;
  if (parts.length === 1) return first.detection;
  const most = (value: (detection: Detection) => number): number =>
    parts.reduce((greatest, { detection }) => Math.max(greatest, value(detection)), Number.NEGATIVE_INFINITY);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const regions = {} as Record<RegionName, RegionRate>;
  for (const name of Object.keys(first.detection.evidence.regions) as RegionName[]) {
    regions[name] = joinRates(parts.map(({ detection }) => detection.evidence.regions[name]));
  }
  return {
    spun: parts.some(({ detection }) => detection.spun),
    probability: most(({ probability }) => probability),
    rate: length === 0 ? 0 : parts.reduce((sum, part) => sum + part.detection.rate * part.length, 0) / length,
    evidence: {
      logLikelihoodRatio: most(({ evidence }) => evidence.logLikelihoodRatio),
      regions,
      segments: parts.flatMap(({ detection }) => [...detection.evidence.segments]),
    },
  };
}

function joinRates(rates: readonly RegionRate[]): RegionRate {
  const sum = (value: (rate: RegionRate) => number): number =>
    rates.reduce((total, region) => total + value(region), 0);
  const sites = sum((region) => region.sites);
  const spun = sum((region) => region.spun);
  const mean = sites === 0 ? sum(({ rate }) => rate) / rates.length : sum(({ rate, sites }) => rate * sites) / sites;
  return { rate: mean, spun, sites };
}

/** The parts of a text as one restoration. */
export function joinParts(parts: readonly RestoredPart[]): Restoration {
  return {
    text: parts.map((part) => part.text).join(""),
    edits: parts.flatMap((part) => [...part.edits]),
    suggestions: parts.flatMap((part) => [...part.suggestions]),
    detection: joinDetections(parts.map(({ detection, start, end }) => ({ detection, length: end - start }))),
  };
}
