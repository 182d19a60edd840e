import { LetterCase } from "../text/case.js";
import { Region } from "../text/region.js";
import type { Scan } from "../text/scan.js";

/**
 * The kinds of place that a spinner treats alike. It may leave quotations and names as they are and spin the rest, so
 * each kind has a spin rate of its own.
 */
export const enum RateClass {
  Body = 0,
  Quotation = 1,
  /** Capitalised in mid-sentence: names. */
  Capitalised = 2,
  /** First in its sentence. */
  SentenceStart = 3,
  /** In a heading or a list item. */
  Heading = 4,
}

/** How many rate classes there are. */
export const RATE_CLASSES = 5;
/** Their names in reports, by `RateClass`. */
export const RATE_CLASS_NAMES = ["body", "quotation", "capitalised", "sentenceStart", "heading"] as const;

/** The rate class of a span of tokens, which is that of its first one. */
export function rateClassOf(scan: Scan, token: number): RateClass {
  const region = scan.region[token];
  if (region === Region.Quotation) return RateClass.Quotation;
  if (region === Region.Heading || region === Region.List) return RateClass.Heading;
  if (scan.sentenceStart[token] === 1) return RateClass.SentenceStart;
  const letterCase = scan.letterCase[token];
  return letterCase === LetterCase.Lower || letterCase === LetterCase.None ? RateClass.Body : RateClass.Capitalised;
}
