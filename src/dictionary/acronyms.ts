import type { Phrases } from "../lattice.js";
import { LetterCase } from "../text/case.js";
import type { Scan } from "../text/scan.js";
import { wordAt } from "../text/vocabulary.js";
import type { Composition } from "./composition.js";
import { PieceReader, type Run } from "./pieces.js";

/** A term that an acronym speaks for: the words before "(SVM)" once had its initials. */
export interface SpelledOut {
  /** The token behind its words. */
  readonly to: number;
  readonly pieces: number;
  readonly term: number;
  /** Log-weight: of the swaps that are known, of those that are not, and of the acronym. */
  readonly channel: number;
  readonly swaps: number;
}

/** By the token that their words begin at. */
export type SpelledTerms = ReadonlyMap<number, readonly SpelledOut[]>;

/** Where no acronyms are looked for. */
export const NO_ACRONYMS: SpelledTerms = new Map();
/** What a word costs that is not known to be swapped for another, in nats. */
const UNKNOWN_SWAP = -4;
/** What it tells that an acronym fits a term and not the words that stand before it. */
const FITS = 8;
/** What it costs that one is in the plural and the other in the singular. */
const OTHER_NUMBER = -2;
/** In tokens. */
const LONGEST = 7;
/** Words that an acronym may pass over. */
const PASSED_OVER: ReadonlySet<string> = new Set(["of", "the", "and", "for", "in", "to", "on", "with", "by"]);

/**
 * Finds terms by the acronyms behind them: "bolster trajectory machine (SVM)" was a support vector machine, whatever became
 * of its words, as long as one of them still stands in its place, or is known for what it was.
 */
export function termsByAcronym(composition: Composition, scan: Scan, run: Run): SpelledTerms {
  const { text, count, start, end, letterCase } = scan;
  let found: Map<number, SpelledOut[]> | undefined;
  for (let token = 2; token < count; token++) {
    const isCased = letterCase[token] === LetterCase.Upper || letterCase[token] === LetterCase.Mixed;
    if (!isCased || text.charAt(start[token] - 1) !== "(" || text.charAt(end[token]) !== ")") continue;
    const acronym = /^(\p{L}{2,7}?)s?$/u.exec(text.slice(start[token], end[token]))?.[1]?.toLowerCase();
    if (acronym === undefined) continue;
    found ??= new Map();
    readBackwards(composition, run, token - 1, acronym, found);
  }
  return found ?? NO_ACRONYMS;
}

/** Whether a term has these initials. @param acronym in lower case */
export function isAcronymOfTerms(composition: Composition, acronym: string): boolean {
  return initialsOf(composition).has(acronym);
}

/** Compares the words that end at a token with every term of these initials. */
function readBackwards(
  composition: Composition,
  run: Run,
  to: number,
  acronym: string,
  found: Map<number, SpelledOut[]>,
): void {
  const reader = new PieceReader(composition.pieces, run);
  let pieces: readonly number[] = [];
  const terms = initialsOf(composition).get(acronym) ?? [];
  for (let from = to - 1; from >= 0 && from >= to - LONGEST; from--) {
    const parts = Array.from(reader.compoundAt(from) ?? [run.word[from]]);
    if (parts.some((part) => part < 0)) return;
    pieces = [...parts, ...pieces];
    if (abbreviate(composition, pieces).includes(acronym)) return;
    for (const term of terms) {
      const channel = compare(composition, term, pieces);
      if (channel === undefined) continue;
      const here = found.get(from) ?? [];
      found.set(from, here);
      here.push({ to, pieces: pieces.length, term, channel, swaps: 2 });
    }
    if (run.isApart(from)) return;
  }
}

/** Log-weight of a term's having become these words; `undefined` if they have nothing in common or are the same. */
function compare({ phrases, ...swaps }: Composition, term: number, pieces: readonly number[]): number | undefined {
  const at = phrases.offsets[term];
  if (phrases.offsets[term + 1] - at !== pieces.length) return undefined;
  let same = 0;
  let unknown = 0;
  let channel = FITS;
  for (let k = 0; k < pieces.length; k++) {
    if (pieces[k] === phrases.words[at + k]) {
      same++;
      continue;
    }
    const known = swapOf({ phrases, ...swaps }, pieces[k], phrases.words[at + k]);
    if (known === undefined) unknown++;
    channel += known ?? UNKNOWN_SWAP;
  }
  if (same === pieces.length || unknown === pieces.length) return undefined;
  const agree =
    isPlural(phrases, pieces[pieces.length - 1]) === isPlural(phrases, phrases.words[at + pieces.length - 1]);
  return agree ? channel : channel + OTHER_NUMBER;
}

function isPlural({ vocabulary }: Phrases, word: number): boolean {
  return /[^s]s$/.test(wordAt(vocabulary, word));
}

/** log P(one word | another, swapped), if that is known to be done. */
function swapOf({ phrases, units, first, original, channel }: Composition, spun: number, wanted: number) {
  const node = units.roots[spun];
  const form = node === 0 ? -1 : units.phraseAt[node];
  if (form < 0) return undefined;
  for (let s = first[form]; s < first[form + 1]; s++) {
    const at = phrases.offsets[original[s]];
    if (phrases.offsets[original[s] + 1] === at + 1 && phrases.words[at] === wanted) return channel[s];
  }
  return undefined;
}

const indices = new WeakMap<object, ReadonlyMap<string, readonly number[]>>();

/** The terms by their initials; put together when a text first asks for it. */
function initialsOf(composition: Composition): ReadonlyMap<string, readonly number[]> {
  const known = indices.get(composition.terms);
  if (known) return known;
  const { phrases, terms } = composition;
  const index = new Map<string, number[]>();
  for (const term of terms.phraseAt) {
    if (term < 0) continue;
    const pieces = [...phrases.words.subarray(phrases.offsets[term], phrases.offsets[term + 1])];
    for (const initials of new Set(abbreviate(composition, pieces))) {
      const members = index.get(initials) ?? [];
      members.push(term);
      index.set(initials, members);
    }
  }
  indices.set(terms, index);
  return index;
}

/** The initials of words: of all of them, and of those that count. */
function abbreviate({ phrases: { vocabulary } }: Composition, pieces: readonly number[]): [string, string] {
  const words = pieces.map((piece) => wordAt(vocabulary, piece));
  const initials = (some: readonly string[]): string => some.map((word) => word.charAt(0)).join("");
  return [initials(words), initials(words.filter((word) => !PASSED_OVER.has(word)))];
}
