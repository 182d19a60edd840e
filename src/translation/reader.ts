import type { NgramModel } from "../context/ngram.js";
import type { Dictionary } from "../dictionary/compile.js";
import { Region } from "../text/region.js";
import type { Scan } from "../text/scan.js";
import { tokenAt } from "../text/token-at.js";
import { wordIdOf } from "../text/vocabulary.js";
import { standsInEnglish } from "./english.js";

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
export function findInEnglish(text: TranslatedText, pattern: RegExp): Found[] {
  return [...text.scan.text.matchAll(pattern)].flatMap((match) => accepted(text, match));
}

/**
 * The same, tried only where certain tokens begin: far cheaper than at every character.
 *
 * @param patterns with the flag "y"; at each token the first that matches counts
 */
export function findAtTokens(
  text: TranslatedText,
  begins: (token: number) => boolean,
  patterns: readonly RegExp[],
): readonly (Found & { readonly pattern: RegExp })[] {
  const { scan } = text;
  const found: (Found & { pattern: RegExp })[] = [];
  for (let at = 0; at < scan.count; at++) {
    if (!begins(at)) continue;
    for (const pattern of patterns) {
      pattern.lastIndex = scan.start[at];
      const match = pattern.exec(scan.text);
      const [here] = match ? accepted(text, match) : [];
      if (!here) continue;
      found.push({ ...here, pattern });
      break;
    }
  }
  return found;
}

/** By word: whether a token is it, for `findAtTokens`. The words must be the language model's. */
export function isOneOf({ scan, model }: TranslatedText, words: readonly string[]): (token: number) => boolean {
  const ids = new Set(words.map((word) => wordIdOf(model.vocabulary, word)).filter((id) => id >= 0));
  return (token) => ids.has(scan.word[token]);
}

function accepted({ scan, model }: TranslatedText, match: RegExpExecArray): Found[] {
  const start = match.index;
  const end = start + match[0].length;
  const from = tokenAt(scan, start);
  const to = tokenAt(scan, end - 1) + 1;
  const usable = !isProtected(scan, from, to) && standsInEnglish(model, scan, from, to);
  return usable ? [{ match, start, end, from, to }] : [];
}

/** Whether one of the tokens `from .. to` (exclusive) may not be touched. */
export function isProtected(scan: Scan, from: number, to: number): boolean {
  for (let at = from; at < to && at < scan.count; at++) if (scan.region[at] === Region.Protected) return true;
  return false;
}
