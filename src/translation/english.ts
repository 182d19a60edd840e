import type { NgramModel } from "../context/ngram.js";
import { LetterCase } from "../text/case.js";
import type { Scan } from "../text/scan.js";
import { PARAGRAPH_START, TokenKind } from "../text/tokens.js";

/** A word at least so frequent is common English; natural logarithm. */
const COMMON = -12;
/** Share of common words among those of a stretch that is English. */
const LEAST_SHARE = 0.75;
/** How many words are looked at on each side. */
const REACH = 8;

/**
 * Whether the words between two tokens are English: most of them common English words, and at least `least` of them.
 * Capitalised words count only if they are common: a name is of no language.
 */
export function isEnglish(model: NgramModel, scan: Scan, from: number, to: number, least = 1): boolean {
  let words = 0;
  let common = 0;
  for (let at = from; at < to; at++) {
    if (scan.kind[at] !== TokenKind.Word) continue;
    const known = isCommon(model, scan.word[at]);
    if (known) common++;
    if (known || isOrdinary(scan, at)) words++;
  }
  return words >= least && common >= LEAST_SHARE * words;
}

/** Whether the words around tokens `from .. to` (exclusive), in their paragraph, are English. */
export function standsInEnglish(model: NgramModel, scan: Scan, from: number, to: number): boolean {
  let words = 0;
  let common = 0;
  const count = (at: number): void => {
    if (!isOrdinary(scan, at)) return;
    words++;
    if (isCommon(model, scan.word[at])) common++;
  };
  for (let at = from - 1, seen = 0; at >= 0 && seen < REACH; at--, seen++) {
    count(at);
    if (scan.gap[at] & PARAGRAPH_START) break;
  }
  for (let at = to; at < scan.count && at < to + REACH && !(scan.gap[at] & PARAGRAPH_START); at++) count(at);
  return words >= 2 && common >= LEAST_SHARE * words;
}

/** Whether a token is a word and no name. */
function isOrdinary(scan: Scan, at: number): boolean {
  if (scan.kind[at] !== TokenKind.Word) return false;
  return scan.letterCase[at] === LetterCase.Lower || scan.sentenceStart[at] === 1;
}

/** Whether a word, by its id, is common English. */
export function isCommon(model: NgramModel, word: number): boolean {
  return word >= 0 && word < model.vocabulary.size && model.unigram[word] > COMMON;
}
