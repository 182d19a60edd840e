import { listed, type WordLists } from "../dictionary/word-lists.js";
import { LetterCase } from "../text/case.js";
import { Region } from "../text/region.js";
import type { Scan } from "../text/scan.js";
import { LINE_START, PARAGRAPH_START, SPACE_BEFORE, TokenKind } from "../text/tokens.js";
import type { Mend } from "./mend.js";
import { type Fluent, modelWordsAt, plausibilityOf } from "./plausibility.js";

/** What is to be written in the place of tokens `from .. to` (exclusive). */
export interface Rewritten {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** By how much the language model must like the text better with one word less, in nats. */
const LEAST_GAIN = 2;
const ONLY_PROPOSED = 0.5;
/** Nearly all other words that stand twice in clean text are slips of the pen. */
const LIKELY = 0.85;
/** "What it is is": the second verb may be meant. */
const COPULA = /^(?:is|was|are|were)$/;
const LONGEST_PHRASE = 4;

/**
 * Takes the second of two like words away, or of two like phrases, which is what is left when a spinner has been at work
 * twice ("might well" + "well"). For texts that are spun; words that good writers double stay.
 *
 * @param lists those of words that may stand twice, that never do, and that are doubled for emphasis
 * @param changes what the text's swaps are restored to, in its order: words are compared as they will stand
 */
export function mendDoubled(scan: Scan, fluent: Fluent, lists: WordLists, changes: readonly Rewritten[]): Mend[] {
  const changeAt = new Map<number, Rewritten>();
  for (const change of changes) for (let i = change.from; i < change.to; i++) changeAt.set(i, change);
  const mends: Mend[] = [];
  for (let at = 1; at < scan.count; ) {
    const length = phraseLengthAt(scan, lists, changeAt, at);
    if (length > 1) {
      mends.push(deletion(scan.end[at - 1], scan.end[at + length - 1], 0.85));
      at += length;
      continue;
    }
    const mend = doubledWordAt(scan, fluent, lists, changeAt, at);
    if (mend) mends.push(mend);
    at++;
  }
  return mends;
}

/** How many words that stand before token `at` stand there again, two at the least; 0 if none. */
function phraseLengthAt(scan: Scan, lists: WordLists, changeAt: ReadonlyMap<number, Rewritten>, at: number): number {
  for (let length = LONGEST_PHRASE; length > 1; length--) {
    if (at < length || at + length > scan.count || scan.word[at] !== scan.word[at - length]) continue;
    const words = new Set<string>();
    let same = true;
    for (let i = 0; i < length && same; i++) {
      const word = wordAt(scan, at + i);
      words.add(word);
      same =
        word !== "" &&
        word === wordAt(scan, at - length + i) &&
        !changeAt.has(at + i) &&
        !changeAt.has(at + i - length);
      same &&= follows(scan, at + i) && (i === 0 || follows(scan, at - length + i));
    }
    const connected = [...words].some((word) => listed(lists, "connects").has(word));
    const clause = length === 2 && listed(lists, "determiners").has(wordAt(scan, at));
    const idiom = words.size === 1 || clause || (connected && (length === 2 || words.size < length));
    if (same && !idiom && ![...words].every((word) => listed(lists, "mayStandTwice").has(word))) return length;
  }
  return 0;
}

function doubledWordAt(
  scan: Scan,
  fluent: Fluent,
  lists: WordLists,
  changeAt: ReadonlyMap<number, Rewritten>,
  at: number,
): Mend | undefined {
  if (!follows(scan, at) || scan.letterCase[at] !== LetterCase.Lower) return undefined;
  const before = changeAt.get(at - 1);
  const here = changeAt.get(at);
  if (before && (here || before.to !== at)) return undefined;
  if (here && here.from !== at) return undefined;
  if (!before && !here && scan.word[at - 1] !== scan.word[at]) return undefined;
  const first = before ? lastWord(before.text) : wordAt(scan, at - 1);
  const second = here ? firstWord(here.text) : wordAt(scan, at);
  if (first === "" || first !== second || !/^\p{L}{1,}$/u.test(first)) return undefined;
  if (listed(lists, "mayStandTwice").has(first)) return undefined;
  const isSlip = listed(lists, "neverTwice").has(first);
  // "Well well," and "Boutros Boutros" are no accident.
  if (scan.letterCase[at - 1] !== LetterCase.Lower && (first === "well" || !isSlip)) return undefined;
  if (!isSlip && gainOf(fluent, at) < LEAST_GAIN) return undefined;
  if (COPULA.test(first) && mayBeginClause(scan, lists, at)) return undefined;
  const probability = isSlip ? 0.95 : listed(lists, "emphatic").has(first) ? ONLY_PROPOSED : LIKELY;
  if (here) return deletion(scan.start[at - 1], scan.start[at], probability);
  return deletion(scan.end[at - 1], scan.end[at], probability);
}

/** Whether a verb that stands twice may be that of a clause and that of the sentence around it. */
function mayBeginClause(scan: Scan, lists: WordLists, at: number): boolean {
  if (listed(lists, "behindCopula").has(wordAt(scan, at + 1))) return true;
  for (let before = at - 1; before >= 0; before--) {
    if (listed(lists, "beforeCopula").has(wordAt(scan, before))) return true;
    if (scan.sentenceStart[before] === 1) return false;
  }
  return false;
}

/** How much better the language model likes the text without token `at`. */
function gainOf(fluent: Fluent, at: number): number {
  const words = modelWordsAt(fluent, at, at + 1);
  return plausibilityOf(fluent, at, at + 1, []) - plausibilityOf(fluent, at, at + 1, words);
}

/** Whether a token is a word with nothing but a space before it. */
function follows(scan: Scan, at: number): boolean {
  if (scan.kind[at] !== TokenKind.Word || scan.kind[at - 1] !== TokenKind.Word) return false;
  if (scan.region[at] === Region.Protected || scan.region[at - 1] === Region.Protected) return false;
  const gap = scan.gap[at];
  return (gap & SPACE_BEFORE) !== 0 && (gap & (LINE_START | PARAGRAPH_START)) === 0;
}

function wordAt(scan: Scan, at: number): string {
  return scan.text.slice(scan.start[at], scan.end[at]).toLowerCase();
}

function firstWord(text: string): string {
  return text.split(" ")[0]?.toLowerCase() ?? "";
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(" ") + 1).toLowerCase();
}

function deletion(start: number, end: number, probability: number): Mend {
  return {
    start,
    end,
    text: "",
    probability,
    kind: "artefact",
    entry: "artefacts: doubled words",
    reason: "stands there twice",
    alternatives: [],
  };
}
