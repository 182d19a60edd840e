import type { Phrases } from "../lattice.js";
import { wordAt } from "../text/vocabulary.js";
import { type Beginnings, beginningsOf, extendBeginnings } from "./beginnings.js";
import type { DictionaryColumns } from "./compile.js";
import { inPieces, noPieces, type Pieces, piecesOf } from "./pieces.js";
import { buildTrie, extendTrie, type Trie } from "./trie.js";

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
  /** The terms, phrase ids. */
  readonly terms: readonly number[];
  /** Phrases that are right as they stand, phrase ids. */
  readonly standing: readonly number[];
  /** Indices into the columns' domains. */
  readonly composing: number;
  readonly science: number;
  /** Domains whose swaps of words take part too. */
  readonly ordinary: ReadonlySet<number>;
}

/** Sets the composition up. */
export function buildComposition(source: CompositionSource): Composition {
  const { phrases, columns, entryChannel, terms, science } = source;
  const pieces = terms.length === 0 ? noPieces(phrases.vocabulary) : piecesOf(phrases.vocabulary);
  const split = inPieces(phrases, pieces);
  const starts = new Uint8Array(phrases.vocabulary.size);
  for (const term of terms) for (const piece of wordsIn(split, term)) starts[piece] = 1;
  const { formCount, entryFirst, entryOriginal, entryDomain, entryCondition } = columns;
  const first = new Int32Array(formCount + 1);
  const listed = new Uint8Array(formCount);
  const swaps: { original: number; channel: number; telling: number }[] = [];
  const units: number[] = [];
  for (let form = 0; form < formCount; form++) {
    for (let e = entryFirst[form]; e < entryFirst[form + 1]; e++) {
      if (entryDomain[e] === science && entryCondition[e] === 0 && lengthOf(split, form) > 1) listed[form] = 1;
      const part = partOf(source, split, form, e);
      if (part === Part.None || starts[split.words[split.offsets[entryOriginal[e]]]] === 0) continue;
      swaps.push({
        original: entryOriginal[e],
        channel: entryChannel[e],
        telling: part === Part.Science ? 1 : 0,
      });
    }
    first[form + 1] = swaps.length;
    if (first[form + 1] > first[form]) units.push(form);
  }
  const original = Int32Array.from(swaps, (swap) => swap.original);
  const { distinct, hyphenated } = spellingsOf(phrases, split, terms);
  return {
    phrases: split,
    pieces,
    terms: buildTrie(split, distinct, phrases.vocabulary.size),
    standing: buildTrie(split, source.standing, phrases.vocabulary.size),
    units: buildTrie(split, units, phrases.vocabulary.size),
    first,
    original,
    channel: Float32Array.from(swaps, (swap) => swap.channel),
    telling: Uint8Array.from(swaps, (swap) => swap.telling),
    listed,
    beginnings: beginningsOf({ split, terms: distinct, units, first, original }),
    hyphenated,
  };
}

/** The terms that differ by more than hyphens, each in its way with the fewest. */
function spellingsOf(
  { offsets }: Phrases,
  split: Phrases,
  terms: readonly number[],
): { distinct: number[]; hyphenated: Map<number, number> } {
  const byPieces = new Map<string, number>();
  const hyphenated = new Map<number, number>();
  for (const term of terms) {
    const key = wordsIn(split, term).join(" ");
    const known = byPieces.get(key);
    const [plain, other] =
      known === undefined || offsets[known + 1] - offsets[known] < offsets[term + 1] - offsets[term]
        ? [term, known]
        : [known, term];
    byPieces.set(key, plain);
    if (other !== undefined) hyphenated.set(plain, other);
  }
  return { distinct: [...byPieces.values()], hyphenated };
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
  return short && ordinary.has(domain) && !isAlike(source.phrases, form, columns.entryOriginal[entry])
    ? Part.Ordinary
    : Part.None;
}

/** Whether two words begin alike: other spellings and other forms of a word are no swaps of terms. */
function isAlike({ vocabulary, offsets, words }: Phrases, a: number, b: number): boolean {
  const [one, other] = [wordAt(vocabulary, words[offsets[a]]), wordAt(vocabulary, words[offsets[b]])];
  return one.slice(0, 5) === other.slice(0, 5);
}

function lengthOf({ offsets }: Phrases, phrase: number): number {
  return offsets[phrase + 1] - offsets[phrase];
}

/** The words of a phrase. */
function wordsIn({ offsets, words }: Phrases, phrase: number): Int32Array {
  return words.subarray(offsets[phrase], offsets[phrase + 1]);
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
