import { listed, type WordLists } from "../dictionary/word-lists.js";
import { LetterCase } from "../text/case.js";
import type { Scan } from "../text/scan.js";
import { LINE_START, PARAGRAPH_START, TokenKind } from "../text/tokens.js";
import { isDateName } from "./date-names.js";

const BEFORE_DAY = new Set("on last next this every each since until till by".split(" "));
/** "5 de janvier", "5. Mai", "lundi, 5 mai", "from Montag to Freitag", "a Montag in avril". */
const JOINERS = new Set(["de", "of", "den", "der", "."]);
const WITHIN_DATE = new Set([...JOINERS, ",", "to", "till", "until", "in", "and"]);
/** So many tokens a date may have on each side of a name in it. */
const REACH = 6;

/** A stretch of names of days and months, numbers, and what joins them; tokens `from .. to` (exclusive). */
export interface DateSpan {
  readonly from: number;
  readonly to: number;
  /** How many of its words are names of days and months, in whatever language. */
  readonly names: number;
  /** Whether one of them is foreign and nobody's name. */
  readonly sure: boolean;
  readonly numbered: boolean;
}

/**
 * The date of an English sentence in which a foreign name of a month or day stands; `undefined` if it stands in none.
 *
 * @param lists what stands before dates, which of their names are names of somebody, and what is no English behind them
 * @param isForeign whether a token is such a name
 */
export function dateWith(
  scan: Scan,
  lists: WordLists,
  at: number,
  isForeign: (token: number) => boolean,
): DateSpan | undefined {
  const span = dateAround(scan, lists, at, isForeign);
  return standsInSentence(scan, lists, at, span) ? span : undefined;
}

/** Where what joins the day's number and a month begins, "5 de janvier", "5. Mai"; the month's own token if nothing does. */
export function joinerBefore(scan: Scan, at: number): number {
  return JOINERS.has(wordAt(scan, at - 1)) && isDay(scan, at - 2) ? at - 1 : at;
}

function standsInSentence(
  scan: Scan,
  lists: WordLists,
  at: number,
  { from, to, names, sure, numbered }: DateSpan,
): boolean {
  const begun = listed(lists, "beforeDate").has(wordAt(scan, from - 1));
  const inSentence = begun || (numbered && isLowerWord(scan, lists, to));
  if (names > 1 && sure) return inSentence || (numbered && opensSentence(scan, lists, from, to));
  if (isSomebody(scan, lists, at) && !isDay(scan, joinerBefore(scan, at) - 1)) return false;
  if (numbered) return inSentence;
  return BEFORE_DAY.has(wordAt(scan, at - 1)) && scan.letterCase[at] === LetterCase.Lower;
}

function dateAround(scan: Scan, lists: WordLists, at: number, isForeign: (token: number) => boolean): DateSpan {
  const isName = (token: number): boolean => isForeign(token) || isDateName(written(scan, token));
  const isPart = (token: number): boolean => isName(token) || isNumber(scan, token);
  const joins = (token: number): boolean =>
    written(scan, token) === "."
      ? isNumber(scan, token - 1) && isName(token + 1)
      : WITHIN_DATE.has(wordAt(scan, token));
  let from = at;
  for (let left = at - 1; left >= Math.max(0, at - REACH) && !breaksBefore(scan, left + 1); left--) {
    if (isPart(left)) from = left;
    else if (!joins(left)) break;
  }
  let to = at + 1;
  for (let right = to; right < Math.min(scan.count, at + REACH) && !breaksBefore(scan, right); right++) {
    if (isPart(right)) to = right + 1;
    else if (!joins(right)) break;
  }
  let names = 0;
  let sure = false;
  let numbered = false;
  for (let token = from; token < to; token++) {
    if (isNumber(scan, token)) numbered = true;
    if (isName(token)) names++;
    if (isForeign(token) && !isSomebody(scan, lists, token)) sure = true;
  }
  return { from, to, names, sure, numbered };
}

/** Whether a name of a day or month is written as that of a person, a planet, a place is. */
function isSomebody(scan: Scan, lists: WordLists, at: number): boolean {
  return scan.letterCase[at] !== LetterCase.Lower && listed(lists, "namesToo").has(wordAt(scan, at));
}

/** "Montag, 3 avril: the talks go on." */
function opensSentence(scan: Scan, lists: WordLists, from: number, to: number): boolean {
  return scan.sentenceStart[from] === 1 && /^[,:]$/.test(written(scan, to)) && isLowerWord(scan, lists, to + 1);
}

function isDay(scan: Scan, at: number): boolean {
  return /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/.test(wordAt(scan, at));
}

/** A day or a year. */
function isNumber(scan: Scan, at: number): boolean {
  return isDay(scan, at) || /^(?:1[5-9]|20)\d\d$/.test(wordAt(scan, at));
}

function breaksBefore(scan: Scan, at: number): boolean {
  return (scan.gap[at] & (LINE_START | PARAGRAPH_START)) !== 0;
}

/** Whether the sentence goes on behind the date, in English. */
function isLowerWord(scan: Scan, lists: WordLists, at: number): boolean {
  if (at >= scan.count || scan.kind[at] !== TokenKind.Word || scan.letterCase[at] !== LetterCase.Lower) return false;
  return !listed(lists, "goesOnForeign").has(wordAt(scan, at));
}

function wordAt(scan: Scan, at: number): string {
  return written(scan, at).toLowerCase();
}

function written(scan: Scan, at: number): string {
  return at < 0 || at >= scan.count ? "" : scan.text.slice(scan.start[at], scan.end[at]);
}
