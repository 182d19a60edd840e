import type { Phrases } from "../lattice.js";
import { type Vocabulary, wordAt } from "../text/vocabulary.js";
import { COMPOSING_DOMAIN, SCIENCE_DOMAIN } from "./compile.js";
import type { DictionaryColumns } from "./lay-out.js";
import type { PieceColumns } from "./pieces.js";

/**
 * What follows from a dictionary's columns and takes time to find. It is settled when the dictionary is packed, so that
 * loading need not; a caller's own dictionary is settled when it is compiled.
 */
export interface Settled {
  /** By entry: what it is for composing, a `Part`. */
  readonly part: Uint8Array;
  /** By spun form: `FormMark`s. */
  readonly forms: Uint8Array;
  /** Terms that are written with hyphens and without: the way with the fewest, then the other one. */
  readonly hyphenated: readonly (readonly [plain: number, other: number])[];
  /** The hyphenated words of the vocabulary and the dictionary, taken apart; only where the dictionary is bound to a vocabulary. */
  readonly pieces?: PieceColumns;
  /** By entry: 1 for a telling one, see screening/telling-entries.ts; only where a language model was at hand. */
  readonly telling?: Uint8Array;
}

/** What an entry is for composing. */
export const enum Part {
  /** Nothing. */
  None = 0,
  /** A swap of any spinner's: composes, but tells nothing by itself. */
  Ordinary = 1,
  /** A swap of the science dialect. */
  Science = 2,
}

/** What is known of a spun form. */
export const enum FormMark {
  /** It is a site by itself: not all its entries only compose. */
  Alone = 1,
  /** A phrase of science with a condition, whose words are no swaps either where it does not hold. */
  Guarded = 2,
  /** A phrase of science that has an entry of its own, without a condition. */
  Listed = 4,
}

/** Domains whose swaps of single words take no part in terms. */
const APART: ReadonlySet<string> = new Set(["dialects", "function", "names"]);
/** The longest spun form, in pieces, that takes part in composing without being of science. */
const LONGEST_ORDINARY = 1;

/** Settles a dictionary. @param split its phrases in pieces */
export function settle(columns: DictionaryColumns, phrases: Phrases, split: Phrases): Settled {
  const { formCount, entryFirst, entryOriginal, entryDomain, entryCondition, domains } = columns;
  const begins = wordsOfTerms(columns, split);
  const part = new Uint8Array(entryOriginal.length);
  const forms = new Uint8Array(formCount);
  for (let form = 0; form < formCount; form++) {
    for (let e = entryFirst[form]; e < entryFirst[form + 1]; e++) {
      const domain = domains[entryDomain[e]];
      if (begins.has(split.words[split.offsets[entryOriginal[e]]])) part[e] = partOf(columns, phrases, split, form, e);
      if (domain !== COMPOSING_DOMAIN) forms[form] |= FormMark.Alone;
      if (domain !== SCIENCE_DOMAIN) continue;
      if (entryCondition[e] > 0 && hasSeveralWords(phrases, form)) forms[form] |= FormMark.Guarded;
      if (entryCondition[e] === 0 && lengthOf(split, form) > 1) forms[form] |= FormMark.Listed;
    }
  }
  return { part, forms, hyphenated: hyphenatedTerms(columns, phrases, split) };
}

function wordsOfTerms({ phraseCount, termCount }: DictionaryColumns, { offsets, words }: Phrases): Set<number> {
  return new Set(words.subarray(offsets[phraseCount], offsets[phraseCount + termCount]));
}

function partOf(columns: DictionaryColumns, phrases: Phrases, split: Phrases, form: number, entry: number): Part {
  const domain = columns.domains[columns.entryDomain[entry]];
  const original = columns.entryOriginal[entry];
  if (domain === COMPOSING_DOMAIN) return Part.Science;
  if (columns.entryCondition[entry] !== 0 || columns.entrySuggests[entry] === 1) return Part.None;
  if (domain === SCIENCE_DOMAIN) return lengthOf(split, form) > 1 ? Part.Science : Part.None;
  const short = lengthOf(split, form) <= LONGEST_ORDINARY && lengthOf(split, original) <= LONGEST_ORDINARY;
  return short && !APART.has(domain) && !isAlike(phrases, form, original) ? Part.Ordinary : Part.None;
}

/** Whether two words begin alike: other spellings and other forms of a word are no swaps of terms. */
function isAlike({ vocabulary, offsets, words }: Phrases, a: number, b: number): boolean {
  const [one, other] = [wordAt(vocabulary, words[offsets[a]]), wordAt(vocabulary, words[offsets[b]])];
  return one.slice(0, 5) === other.slice(0, 5);
}

/** Whether a phrase has more than one word, or one with a hyphen. */
function hasSeveralWords({ vocabulary, offsets, words }: Phrases, phrase: number): boolean {
  const at = offsets[phrase];
  return offsets[phrase + 1] > at + 1 || hasHyphen(vocabulary, words[at]);
}

function hasHyphen(vocabulary: Vocabulary, word: number): boolean {
  return wordAt(vocabulary, word).includes("-");
}

function lengthOf({ offsets }: Phrases, phrase: number): number {
  return offsets[phrase + 1] - offsets[phrase];
}

/** Terms that differ in hyphens alone, each next to its way with the fewest. */
function hyphenatedTerms(
  { phraseCount, termCount }: DictionaryColumns,
  phrases: Phrases,
  split: Phrases,
): [number, number][] {
  const byPieces = new Map<string, number>();
  const pairs: [number, number][] = [];
  for (let term = phraseCount; term < phraseCount + termCount; term++) {
    const key = split.words.subarray(split.offsets[term], split.offsets[term + 1]).join(" ");
    const known = byPieces.get(key);
    const isPlainer = known === undefined || lengthOf(phrases, known) < lengthOf(phrases, term);
    const plain = isPlainer ? term : known;
    byPieces.set(key, plain);
    if (known !== undefined) pairs.push([plain, isPlainer ? known : term]);
  }
  return pairs;
}
