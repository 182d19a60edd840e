import type { Phrases } from "../lattice.js";
import type { Vocabulary } from "../text/vocabulary.js";
import { type Beginnings, beginningsOf, extendBeginnings } from "./beginnings.js";
import type { DictionaryColumns } from "./lay-out.js";
import { inPieces, isCompound, noPieces, type Pieces, piecesOf } from "./pieces.js";
import { buildTrie, extendTrie, phraseOver, type Trie } from "./trie.js";

/**
 * Terms whose words may have been swapped one by one: "counterfeit consciousness" is found because "artificial
 * intelligence" is a term and both its words have swaps. So a list of terms and a list of word swaps cover combinations
 * that nobody wrote down. Everything here is in *pieces*: hyphenated words count as several.
 */
export interface Composition {
  readonly phrases: Phrases;
  readonly pieces: Pieces;
  /** Finds terms. */
  readonly terms: Trie;
  /** Finds phrases that are right as they stand. */
  readonly standing: Trie;
  /** Finds what may stand for a part of a term: spun forms. */
  readonly units: Trie;
  /** By spun form, a phrase id: its swaps are `first[form] .. first[form + 1]`. */
  readonly first: Int32Array;
  /** By swap: the original, a phrase id. */
  readonly original: Int32Array;
  /** By swap: log P(spun form | original, swapped). */
  readonly channel: Float32Array;
  /** By swap: 1 for one of the science dialect. */
  readonly telling: Uint8Array;
  /** By spun form: 1 for a phrase of science that has an entry of its own. */
  readonly listed: Uint8Array;
  readonly beginnings: Beginnings;
  /** By term that is written with hyphens and without: the way without, then the one with them. */
  readonly hyphenated: ReadonlyMap<number, number>;
}

/** The entry id of a candidate that was composed. */
export const COMPOSED = -1;

/** What an entry is for composing. */
const enum Part {
  /** Nothing. */
  None = 0,
  /** A swap of any spinner's: composes, but tells nothing by itself. */
  Ordinary = 1,
  /** A swap of the science dialect. */
  Science = 2,
}

/** What composition is built from, beside the columns. */
export interface CompositionSource {
  readonly phrases: Phrases;
  readonly columns: DictionaryColumns;
  readonly entryChannel: Float32Array;
  /** Indices into the columns' domains. */
  readonly composing: number;
  readonly science: number;
  /** By domain: whether its swaps of words take part too. */
  readonly ordinary: readonly boolean[];
}

/** Sets the composition up. */
export function buildComposition(source: CompositionSource): Composition {
  const { phrases, columns, science } = source;
  const { size } = phrases.vocabulary;
  const pieces = columns.termCount === 0 ? noPieces(phrases.vocabulary) : piecesOf(phrases.vocabulary);
  const split = inPieces(phrases, pieces);
  const terms = span(columns.phraseCount, columns.termCount);
  const behind = columns.phraseCount + columns.termCount;
  const standing = span(behind, phrases.offsets.length - 1 - behind);
  const swaps = swapsOf(source, split, firstPieces(split, terms));
  const found = buildTrie(split, inOrderOfSpelling(phrases, pieces, terms), size);
  const listed = new Uint8Array(columns.formCount);
  for (let form = 0; form < columns.formCount; form++) {
    if (lengthOf(split, form) < 2) continue;
    for (let e = columns.entryFirst[form]; e < columns.entryFirst[form + 1]; e++) {
      if (columns.entryDomain[e] === science && columns.entryCondition[e] === 0) listed[form] = 1;
    }
  }
  return {
    phrases: split,
    pieces,
    terms: found,
    standing: buildTrie(split, standing, size),
    units: buildTrie(split, swaps.units, size),
    first: swaps.first,
    original: swaps.original,
    channel: swaps.channel,
    telling: swaps.telling,
    listed,
    beginnings: beginningsOf({ split, terms, ...swaps }),
    hyphenated: hyphenatedTerms(split, pieces, phrases, found, terms),
  };
}

/** The numbers from one up to another. */
function span(from: number, count: number): Int32Array {
  return new Int32Array(count).map((_, index) => from + index);
}

/** By word: 1 for one that a term begins with or goes on with. */
function firstPieces({ vocabulary, offsets, words }: Phrases, terms: Int32Array): Uint8Array {
  const starts = new Uint8Array(vocabulary.size);
  for (let i = 0; i < terms.length; i++) {
    for (let at = offsets[terms[i]]; at < offsets[terms[i] + 1]; at++) starts[words[at]] = 1;
  }
  return starts;
}

/** The swaps that parts of terms may have gone through, by spun form. */
function swapsOf(source: CompositionSource, split: Phrases, starts: Uint8Array) {
  const { formCount, entryFirst, entryOriginal } = source.columns;
  const first = new Int32Array(formCount + 1);
  const original = new Int32Array(entryOriginal.length);
  const channel = new Float32Array(entryOriginal.length);
  const telling = new Uint8Array(entryOriginal.length);
  const units = new Int32Array(formCount);
  let count = 0;
  let unitCount = 0;
  for (let form = 0; form < formCount; form++) {
    const before = count;
    for (let e = entryFirst[form]; e < entryFirst[form + 1]; e++) {
      if (starts[split.words[split.offsets[entryOriginal[e]]]] === 0) continue;
      const part = partOf(source, split, form, e);
      if (part === Part.None) continue;
      original[count] = entryOriginal[e];
      channel[count] = source.entryChannel[e];
      telling[count++] = part === Part.Science ? 1 : 0;
    }
    first[form + 1] = count;
    if (count > before) units[unitCount++] = form;
  }
  return {
    first,
    original: original.slice(0, count),
    channel: channel.slice(0, count),
    telling: telling.slice(0, count),
    units: units.slice(0, unitCount),
  };
}

/** Whether a phrase has a word with a hyphen in it. */
function hasCompound({ offsets, words }: Phrases, pieces: Pieces, phrase: number): boolean {
  for (let at = offsets[phrase]; at < offsets[phrase + 1]; at++) if (isCompound(pieces, words[at])) return true;
  return false;
}

/** Of terms that differ in hyphens alone, the one with the fewest comes last: a trie finds the last one. */
function inOrderOfSpelling(phrases: Phrases, pieces: Pieces, terms: Int32Array): Int32Array {
  const compound = terms.filter((term) => hasCompound(phrases, pieces, term));
  compound.reverse().sort((a, b) => lengthOf(phrases, a) - lengthOf(phrases, b));
  const plain = terms.filter((term) => !hasCompound(phrases, pieces, term));
  const ordered = new Int32Array(terms.length);
  ordered.set(compound);
  ordered.set(plain, compound.length);
  return ordered;
}

/** By term that is written with hyphens and without: the way without, then the one with them. */
function hyphenatedTerms(
  split: Phrases,
  pieces: Pieces,
  phrases: Phrases,
  found: Trie,
  terms: Int32Array,
): Map<number, number> {
  const hyphenated = new Map<number, number>();
  for (const term of terms) {
    if (!hasCompound(phrases, pieces, term)) continue;
    const plain = phraseOver(found, split.words, split.offsets[term], split.offsets[term + 1]);
    if (plain !== term) hyphenated.set(plain, term);
  }
  return hyphenated;
}

/** The longest spun form, in pieces, that takes part in composing without being of science. */
const LONGEST_ORDINARY = 1;

function partOf(source: CompositionSource, split: Phrases, form: number, entry: number): Part {
  const { columns, composing, science, ordinary } = source;
  const domain = columns.entryDomain[entry];
  if (domain === composing) return Part.Science;
  if (columns.entryCondition[entry] !== 0 || columns.entrySuggests[entry] === 1) return Part.None;
  if (domain === science) return lengthOf(split, form) > 1 ? Part.Science : Part.None;
  const short =
    lengthOf(split, form) <= LONGEST_ORDINARY && lengthOf(split, columns.entryOriginal[entry]) <= LONGEST_ORDINARY;
  return short && ordinary[domain] && !isAlike(source.phrases, form, columns.entryOriginal[entry])
    ? Part.Ordinary
    : Part.None;
}

/** Whether two words begin alike: other spellings and other forms of a word are no swaps of terms. */
function isAlike({ vocabulary, offsets, words }: Phrases, a: number, b: number): boolean {
  const [one, other] = [words[offsets[a]], words[offsets[b]]];
  for (let at = 0; at < 5; at++) {
    const letter = letterAt(vocabulary, one, at);
    if (letter !== letterAt(vocabulary, other, at)) return false;
    if (letter < 0) break;
  }
  return true;
}

/** A letter of a word, -1 behind its end. */
function letterAt({ characters, offsets }: Vocabulary, word: number, at: number): number {
  return offsets[word] + at < offsets[word + 1] ? characters[offsets[word] + at] : -1;
}

function lengthOf({ offsets }: Phrases, phrase: number): number {
  return offsets[phrase + 1] - offsets[phrase];
}

/** The same composition over a vocabulary and phrases that have grown. */
export function extendComposition(base: Composition, phrases: Phrases): Composition {
  const pieces = piecesOf(phrases.vocabulary);
  const { size } = phrases.vocabulary;
  const split = inPieces(phrases, pieces);
  return {
    ...base,
    phrases: split,
    pieces,
    terms: extendTrie(base.terms, split, [], size),
    standing: extendTrie(base.standing, split, [], size),
    units: extendTrie(base.units, split, [], size),
    beginnings: extendBeginnings(base.beginnings, size),
  };
}
