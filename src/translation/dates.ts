import { LetterCase } from "../text/case.js";
import type { Scan } from "../text/scan.js";
import { TokenKind } from "../text/tokens.js";

const MONTHS = new Set(
  "January February March April May June July August September October November December".split(" "),
);
const DAYS = new Set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" "));
/** Before a date in an English sentence. A citation of a foreign newspaper has none of them. */
const BEFORE_DATE = new Set(
  "on in of the since until till from by to at and between before after during about around early late mid last next this every each".split(
    " ",
  ),
);
const BEFORE_DAY = new Set("on last next this every each since until till by".split(" "));
/** Months that are names too: without a day they must be in lower case. */
const NAMES_TOO = new Set("mars mai maj mei mayo abril avril juni juli julio marzo agosto ocak nisan ekim".split(" "));
/** "5 de janvier", "5. Mai", "5 of Mai". */
const WITHIN_DATE = new Set(["de", "of", "den", "der"]);

/** Whether an original is the name of a month or a day. */
export function isDateName(original: string): boolean {
  return MONTHS.has(original) || DAYS.has(original);
}

/** Whether a foreign name of a month or day stands in a date of an English sentence. */
export function standsInDate(scan: Scan, at: number): boolean {
  let first = at;
  while (first > 0 && first > at - 4 && belongsToDate(scan, first - 1)) first--;
  const numbered = first < at ? hasNumber(scan, first, at) : false;
  const year = scan.kind[at + 1] === TokenKind.Number && /^(?:1[5-9]|20)\d\d$/.test(wordAt(scan, at + 1));
  const before = wordAt(scan, first - 1);
  if (year && !numbered && scan.letterCase[at] !== LetterCase.Lower && NAMES_TOO.has(wordAt(scan, at))) return false;
  if (numbered || year) return BEFORE_DATE.has(before) || isVerbLike(scan, at + (year ? 2 : 1));
  return BEFORE_DAY.has(wordAt(scan, at - 1)) && scan.letterCase[at] === LetterCase.Lower;
}

/** A number of a day, an ordinal's stop, or a word that joins day and month. */
function belongsToDate(scan: Scan, at: number): boolean {
  const word = wordAt(scan, at);
  return /^\d{1,2}(?:st|nd|rd|th)?$/.test(word) || word === "." || WITHIN_DATE.has(word);
}

function hasNumber(scan: Scan, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (scan.kind[at] === TokenKind.Number) return true;
  return false;
}

/** Whether the sentence goes on behind the date with a lower-case word. */
function isVerbLike(scan: Scan, at: number): boolean {
  return at < scan.count && scan.kind[at] === TokenKind.Word && scan.letterCase[at] === LetterCase.Lower;
}

function wordAt(scan: Scan, at: number): string {
  return at < 0 || at >= scan.count ? "" : scan.text.slice(scan.start[at], scan.end[at]).toLowerCase();
}
