import { once, withDeferred } from "../deferred.js";
import type { Phrases } from "../lattice.js";
import { type Beginnings, beginningsOf, classesBehind, extendBeginnings } from "./beginnings.js";
import type { DictionaryColumns } from "./lay-out.js";
import { inPieces, type Pieces, piecesOf } from "./pieces.js";
import { Part, type Settled } from "./settled.js";
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
  /** By spun form: `FormMark`s. */
  readonly forms: Uint8Array;
  readonly beginnings: Beginnings;
  /** By node of `terms`: see `classesBehind`. */
  readonly behind: Int32Array;
  /** By term that is written with hyphens and without: the way without, then the one with them. */
  readonly hyphenated: ReadonlyMap<number, number>;
}

/** The entry id of a candidate that was composed. */
export const COMPOSED = -1;

/** What composition is built from. */
export interface CompositionSource {
  readonly columns: DictionaryColumns;
  readonly settled: Settled;
  readonly pieces: Pieces;
  /** The phrases in pieces. */
  readonly split: Phrases;
  readonly entryChannel: Float32Array;
}

/** Sets the composition up. */
export function buildComposition(source: CompositionSource): Composition {
  const { columns, settled, pieces, split } = source;
  const { size } = split.vocabulary;
  const { phraseCount, termCount } = columns;
  const terms = span(phraseCount, phraseCount + termCount);
  const swaps = swapsOf(source);
  // The trie finds the last one of terms that differ in hyphens alone: the one with the fewest comes once more.
  const found = new Int32Array(termCount + settled.hyphenated.length);
  found.set(terms);
  settled.hyphenated.forEach(([plain], index) => {
    found[termCount + index] = plain;
  });
  const { units, ...parts } = swaps;
  const termTrie = once(() => buildTrie(split, found, size));
  const composition = {
    phrases: split,
    pieces,
    ...parts,
    forms: settled.forms,
    beginnings: beginningsOf({ split, terms, ...swaps }),
    hyphenated: new Map(settled.hyphenated),
  };
  return withDeferred(composition, {
    terms: termTrie,
    behind: () => classesBehind(termTrie()),
    standing: () => buildTrie(split, span(phraseCount + termCount, split.offsets.length - 1), size),
    units: () => buildTrie(split, units, size),
  });
}

/** The numbers from one up to another. */
function span(from: number, to: number): Int32Array {
  const numbers = new Int32Array(to - from);
  for (let i = 0; i < numbers.length; i++) numbers[i] = from + i;
  return numbers;
}

/** The swaps that parts of terms may have gone through, by spun form. */
function swapsOf({ columns, settled, entryChannel }: CompositionSource) {
  const { formCount, entryFirst, entryOriginal } = columns;
  const { part } = settled;
  const first = new Int32Array(formCount + 1);
  const original = new Int32Array(entryOriginal.length);
  const channel = new Float32Array(entryOriginal.length);
  const telling = new Uint8Array(entryOriginal.length);
  const units = new Int32Array(formCount);
  let count = 0;
  let unitCount = 0;
  for (let form = 0; form < formCount; form++) {
    for (let e = entryFirst[form]; e < entryFirst[form + 1]; e++) {
      if (part[e] === Part.None) continue;
      original[count] = entryOriginal[e];
      channel[count] = entryChannel[e];
      telling[count++] = part[e] === Part.Science ? 1 : 0;
    }
    first[form + 1] = count;
    units[unitCount] = form;
    if (count > first[form]) unitCount++;
  }
  return {
    first,
    original: original.slice(0, count),
    channel: channel.slice(0, count),
    telling: telling.slice(0, count),
    units: units.slice(0, unitCount),
  };
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
