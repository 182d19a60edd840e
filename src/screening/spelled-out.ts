import { isAcronymOfTerms, termsByAcronym } from "../dictionary/acronyms.js";
import type { Dictionary } from "../dictionary/compile.js";
import { runOf } from "../dictionary/match.js";
import { scan } from "../text/scan.js";

/** In characters, a plural's "s" included. */
const SHORTEST = 2;
const LONGEST = 8;
/** So many characters before an acronym are read: more than its words have. */
const BEFORE = 120;
/** Words of up to so many letters may have no initial in it. */
const PASSED_OVER = 4;
/** Log-weight that a term must have for what stands there, see `SpelledOut`. */
const LEAST = 0;

/** Whether an acronym in brackets, "(SVM)", stands behind other words than its own and fits a term that they may have been. */
export function speltOtherwise(text: string, dictionary: Dictionary): boolean {
  for (let open = text.indexOf("(", 1); open >= 0; open = text.indexOf("(", open + 1)) {
    if (!isCapital(text.charCodeAt(open + 1)) || !isCapital(text.charCodeAt(open + 2))) continue;
    const close = text.indexOf(")", open);
    if (close < 0) return false;
    const length = close - open - 1;
    if (length < SHORTEST || length > LONGEST) continue;
    const last = isCapital(text.charCodeAt(close - 1)) ? close : close - 1;
    if (isOfWordsBefore(text, open, last)) continue;
    if (!isAcronymOfTerms(dictionary.composition, text.slice(open + 1, last).toLowerCase())) continue;
    const around = scan(text.slice(Math.max(0, open - BEFORE), close + 1), dictionary.phrases.vocabulary);
    for (const terms of termsByAcronym(dictionary.composition, around, runOf(around)).values()) {
      if (terms.some(({ channel }) => channel >= LEAST)) return true;
    }
  }
  return false;
}

/** Whether the words before a bracket have the initials that stand in it, up to `end`, as nearly always. */
function isOfWordsBefore(text: string, open: number, end: number): boolean {
  let letter = end - 1;
  for (let at = open - 1; letter > open; ) {
    while (at >= 0 && !isLetter(text.charCodeAt(at))) at--;
    if (at < 0) return false;
    const last = at;
    while (at > 0 && isLetter(text.charCodeAt(at - 1))) at--;
    if ((text.charCodeAt(at) | 32) === (text.charCodeAt(letter) | 32)) letter--;
    else if (last - at >= PASSED_OVER) return false;
    at--;
  }
  return true;
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isLetter(code: number): boolean {
  return (code | 32) >= 0x61 && (code | 32) <= 0x7a;
}
