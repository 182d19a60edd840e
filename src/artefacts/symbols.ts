import { logProbability } from "../context/ngram.js";
import type { Lens } from "../context/window.js";
import { symbolNames } from "../dictionary/symbol-names.js";
import { listed, type WordLists } from "../dictionary/word-lists.js";
import { LetterCase } from "../text/case.js";
import { Region } from "../text/region.js";
import type { Scan } from "../text/scan.js";
import { TokenKind } from "../text/tokens.js";
import { wordIdOf } from "../text/vocabulary.js";
import type { Mend } from "./mend.js";
import { type Fluent, modelWordsIn, plausibilityOf } from "./plausibility.js";

/** By how much the short word must fit better than any noun for a place to tell of the spinner, in nats. */
const TELLING = 3;
/** The same where a single place is to do, in a text that is spun. */
const TELLING_ALONE = 4.5;
/** The same in a text that shows the habit elsewhere. */
const ENOUGH = 1.5;
/** What is asked for besides before a name with a capital, which is more often meant. */
const CAPITAL = 2;
/** So many places in lower case must tell where nothing else was found in the text. */
const LEAST_TELLING = 2;

interface Place {
  readonly token: number;
  readonly short: string;
  /** By how much the short word fits better than any noun, in nats. */
  readonly advantage: number;
}

/**
 * Puts short words back that a spinner took for symbols and wrote out: "arsenic good arsenic new", "he lives indiana the
 * city". Only where no noun could stand; in texts that are spun or show it twice.
 *
 * @param lists the names, and nouns of their kinds: where one of these could stand, the name may be meant
 * @param read gives what the language model sees of the text; asked only where there are names
 * @param spun whether the text was found to be spun
 */
export function mendSymbols(scan: Scan, lists: WordLists, read: () => Fluent, spun: boolean): Mend[] {
  const tokens = namesIn(scan, symbolNames(lists));
  if (tokens.length < (spun ? 1 : LEAST_TELLING)) return [];
  const fluent = read();
  const likely = weigh(scan, lists, fluent, tokens).filter(({ advantage }) => advantage > 0);
  const places = weigh(scan, lists, { ...fluent, lens: withShortWords(fluent, likely) }, tokens);
  return showHabit(scan, places, spun)
    ? places.filter(({ advantage }) => advantage >= ENOUGH).map((place) => mendOf(scan, place))
    : [];
}

function showHabit(scan: Scan, places: readonly Place[], spun: boolean): boolean {
  const telling = places.filter(({ advantage }) => advantage >= TELLING);
  // Where most of the names are meant, the others are as well.
  if (telling.length * 2 < places.length) return false;
  if (spun && telling.some(({ advantage }) => advantage >= TELLING_ALONE)) return true;
  return telling.filter(({ token }) => scan.letterCase[token] === LetterCase.Lower).length >= LEAST_TELLING;
}

function namesIn(scan: Scan, names: ReadonlyMap<string, string>): number[] {
  const tokens: number[] = [];
  for (let at = 0; at < scan.count; at++) {
    if (scan.kind[at] !== TokenKind.Word || scan.region[at] === Region.Protected) continue;
    if (scan.letterCase[at] > LetterCase.Capitalised) continue;
    if (names.has(nameAt(scan, at)) && !isListed(scan, at)) tokens.push(at);
  }
  return tokens;
}

/** "Lead, arsenic, soot": no short word stands between commas. */
function isListed(scan: Scan, at: number): boolean {
  const isComma = (token: number): boolean => scan.text.slice(scan.start[token], scan.end[token]) === ",";
  return at > 0 && at + 1 < scan.count && isComma(at - 1) && isComma(at + 1);
}

function nameAt(scan: Scan, at: number): string {
  return scan.text.slice(scan.start[at], scan.end[at]).toLowerCase();
}

function weigh(scan: Scan, lists: WordLists, fluent: Fluent, tokens: readonly number[]): Place[] {
  const nouns = [...listed(lists, "symbolNouns")].flatMap((noun) => modelWordsIn(fluent, noun));
  return tokens.flatMap((token) => {
    const name = nameAt(scan, token);
    const short = symbolNames(lists).get(name);
    if (short === undefined) return [];
    const fit = (word: number): number => fitOf(fluent, token, word);
    const rivals = [...nouns, ...modelWordsIn(fluent, name)].map(fit);
    const [own = Number.NEGATIVE_INFINITY] = modelWordsIn(fluent, short).map(fit);
    const asked = scan.letterCase[token] === LetterCase.Lower ? 0 : CAPITAL;
    return [{ token, short, advantage: own - Math.max(...rivals) - asked }];
  });
}

/** How much more often a word stands in this place than elsewhere, as a logarithm: kinds of words compare by it. */
function fitOf(fluent: Fluent, token: number, word: number): number {
  return plausibilityOf(fluent, token, token + 1, [word]) - logProbability(fluent.model, -1, -1, word);
}

/** The text as it will stand: the short words are neighbours of each other. */
function withShortWords(fluent: Fluent, places: readonly Place[]): Lens {
  const tokens = fluent.lens.tokens.slice();
  for (const { token, short } of places) {
    const word = wordIdOf(fluent.model.vocabulary, short.toLowerCase());
    if (word >= 0) tokens[token] = word;
  }
  return { ...fluent.lens, tokens };
}

function mendOf(scan: Scan, { token, short, advantage }: Place): Mend {
  const starts = scan.sentenceStart[token] === 1 && scan.letterCase[token] === LetterCase.Capitalised;
  return {
    start: scan.start[token],
    end: scan.end[token],
    text: starts ? `${short.charAt(0).toUpperCase()}${short.slice(1)}` : short,
    probability: advantage >= TELLING ? 0.96 : 0.85,
    kind: "artefact",
    entry: `artefacts: ${nameAt(scan, token)} > ${short}`,
    reason: "a short word, taken for a symbol and written out",
    alternatives: [],
  };
}
