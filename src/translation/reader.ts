import type { NgramModel } from "../context/ngram.js";
import type { Dictionary } from "../dictionary/compile.js";
import { Region } from "../text/region.js";
import type { Scan } from "../text/scan.js";
import { standsInEnglish, tokenAt } from "./english.js";

/** What the rules of this domain read. */
export interface TranslatedText {
  readonly scan: Scan;
  readonly model: NgramModel;
  /** The entries of the domain, compiled against the language model's vocabulary. */
  readonly translation: Dictionary;
}

/** A match of a regular expression, with the tokens it covers. */
export interface Found {
  readonly match: RegExpExecArray;
  readonly start: number;
  readonly end: number;
  /** Tokens `from .. to` (exclusive). */
  readonly from: number;
  readonly to: number;
}

/** The matches of a pattern that lie in English text and not in code or markup. @param pattern with the flag "g" */
export function findInEnglish({ scan, model }: TranslatedText, pattern: RegExp): Found[] {
  const found: Found[] = [];
  for (const match of scan.text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const from = tokenAt(scan, start);
    const to = tokenAt(scan, end - 1) + 1;
    if (isProtected(scan, from, to) || !standsInEnglish(model, scan, from, to)) continue;
    found.push({ match, start, end, from, to });
  }
  return found;
}

/** Whether one of the tokens `from .. to` (exclusive) may not be touched. */
export function isProtected(scan: Scan, from: number, to: number): boolean {
  for (let at = from; at < to && at < scan.count; at++) if (scan.region[at] === Region.Protected) return true;
  return false;
}
