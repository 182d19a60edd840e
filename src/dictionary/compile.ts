import { withDeferred } from "../deferred.js";
import { ModelError } from "../errors.js";
import { Dialect, type ListSizes, type Phrases } from "../lattice.js";
import { appendWords, fingerprintOf, mergeWords, type Vocabulary } from "../text/vocabulary.js";
import { buildComposition, type Composition } from "./composition.js";
import { type Condition, parseCondition } from "./condition.js";
import type { Frequency } from "./entry.js";
import type { DictionaryColumns } from "./lay-out.js";
import { listSizesOf } from "./list-sizes.js";
import { inPieces, noPieces, type Pieces, piecesOf } from "./pieces.js";
import { FormMark, type Settled, settle } from "./settled.js";
import { termsSeen } from "./terms-seen.js";
import { buildTrie, type Trie } from "./trie.js";
import { indexVariants, type VariantIndex } from "./variants.js";
import type { WordLists } from "./word-lists.js";

/** The compiled dictionary. */
export interface Dictionary {
  readonly phrases: Phrases;
  /** Finds spun forms. */
  readonly trie: Trie;
  /** The phrase `f`, a spun form, has the entries `entryFirst[f] .. entryFirst[f + 1]`; phrases behind the last have none. */
  readonly entryFirst: Int32Array;
  /** By entry: the original, a phrase id. */
  readonly entryOriginal: Int32Array;
  /** By entry: log P(form | original, swapped). */
  readonly entryChannel: Float32Array;
  /** By entry: a `Frequency` as its place in `FREQUENCIES`. */
  readonly entryFrequency: Uint8Array;
  /** By entry: an index into `domains`. */
  readonly entryDomain: Uint8Array;
  /** By entry: an index into `conditions`, -1 for none. */
  readonly entryCondition: Int32Array;
  /** By entry: 1 if it may only be proposed. */
  readonly entrySuggests: Uint8Array;
  readonly domains: readonly string[];
  /** See `DictionaryColumns`. */
  readonly wordLists: WordLists;
  /** By entry: whose habit the swap is, a `Dialect`. */
  readonly entryDialect: Uint8Array;
  readonly conditions: readonly Condition[];
  /** By entry: 1 for a swap that counts only as a part of a term. */
  readonly composes: Uint8Array;
  /** What was known of entries and forms before they were compiled. */
  readonly settled: Settled;
  /** By word id: 1 for a word that the dictionary has spun forms of. */
  readonly swappable: Uint8Array;
  /** How many forms every phrase has. */
  readonly lists: ListSizes;
  /** Phrases that swaps of single words add up to. */
  readonly composition: Composition;
  /** One-word forms that are recognised when misspelt. */
  readonly variants: VariantIndex;
}

/** The frequencies of a form, rising. */
export const FREQUENCIES: readonly Frequency[] = ["rare", "usual", "typical"];
/** How much more often a spinner takes a typical form than a usual one, a usual one than a rare one. */
const FREQUENCY_WEIGHT: readonly number[] = [0.1, 0.5, 3];
/** How much more a pair counts that was observed than one that is only likely. */
const SEEN_WEIGHT = 4;
/** The weight of what spinners do with an original besides: forms that this dictionary has not, and leaving it alone. */
export const UNLISTED_WEIGHT = 10;

/** How often a spinner takes a form, relative to the other forms of its original. */
export function swapWeight(frequency: Frequency, seen: boolean): number {
  return FREQUENCY_WEIGHT[FREQUENCIES.indexOf(frequency)] * (seen ? SEEN_WEIGHT : 1);
}

/** Entries of this domain are word swaps that count only as parts of a term. */
export const COMPOSING_DOMAIN = "science-words";
/** Phrases of scientific papers, with conditions. */
export const SCIENCE_DOMAIN = "science";
/** Domains that are not the general dialect's. */
const DIALECT_OF: ReadonlyMap<string, Dialect> = new Map([
  [SCIENCE_DOMAIN, Dialect.Science],
  [COMPOSING_DOMAIN, Dialect.Science],
  ["dialects", Dialect.Other],
]);

/**
 * Compiles laid-out columns against a vocabulary.
 *
 * @throws {ModelError} if they are bound to another one
 */
export function compile(columns: DictionaryColumns, vocabulary: Vocabulary): Dictionary {
  const phrases = numberPhrases(columns, vocabulary);
  const pieces = piecesFor(columns, phrases.vocabulary);
  const split = inPieces(phrases, pieces);
  const settled = columns.settled ?? settle(columns, phrases, split);
  const { entryDialect, entryCondition, composes } = entryMarks(columns);
  const entryChannel = channelWeights(columns, entryDialect);
  const forms = marked(settled.forms, FormMark.Alone);
  const composition = buildComposition({ columns, settled, pieces, split, entryChannel });
  const { entryOriginal } = columns;
  const compiled = {
    phrases,
    entryFirst: columns.entryFirst,
    entryOriginal,
    entryChannel,
    entryFrequency: columns.entryFrequency,
    entryDomain: columns.entryDomain,
    entryCondition,
    entrySuggests: columns.entrySuggests,
    domains: columns.domains,
    wordLists: columns.wordLists,
    entryDialect,
    conditions: columns.conditions.slice(1).map((key) => parseCondition(key, phrases.vocabulary)),
    composes,
    settled,
    swappable: swappableWords(phrases, entryOriginal, composes),
    composition,
  };
  return withDeferred(compiled, {
    trie: () => buildTrie(phrases, forms, phrases.vocabulary.size),
    lists: () => {
      const seen = termsSeen({ composition, entryOriginal, entryDialect, composes });
      return listSizesOf(phrases, entryOriginal, entryDialect, seen);
    },
    variants: () => indexVariants(phrases, forms),
  });
}

function piecesFor({ settled, termCount }: DictionaryColumns, vocabulary: Vocabulary): Pieces {
  if (termCount === 0) return noPieces(vocabulary);
  return settled?.pieces ? { ...settled.pieces, vocabulary } : piecesOf(vocabulary);
}

/** The forms that have a mark. */
function marked(marks: Uint8Array, mark: FormMark): Int32Array {
  const forms = new Int32Array(marks.length);
  let count = 0;
  for (let form = 0; form < marks.length; form++) {
    forms[count] = form;
    if ((marks[form] & mark) !== 0) count++;
  }
  return forms.slice(0, count);
}

/** The phrases over the vocabulary and what it lacks of their words. */
function numberPhrases(columns: DictionaryColumns, base: Vocabulary): Phrases {
  const { phraseOffsets, phraseWords, spellings } = columns;
  const { vocabulary, ids } = numberWords(columns, base);
  const numbered = new Int32Array(phraseWords.length);
  for (let at = 0; at < numbered.length; at++) numbered[at] = ids[phraseWords[at]];
  return { vocabulary, offsets: phraseOffsets, words: numbered, spellings };
}

function numberWords({ words, bound }: DictionaryColumns, base: Vocabulary) {
  if (!bound) return mergeWords(base, words);
  if (bound.size !== base.size || bound.fingerprint !== fingerprintOf(base))
    throw new ModelError("dictionary: packed for another language model");
  return { vocabulary: appendWords(base, words), ids: bound.ids };
}

/** What follows from an entry's domain. */
function entryMarks({ domains, entryDomain, entrySeen, entryCondition: conditions }: DictionaryColumns) {
  const count = entryDomain.length;
  const entryDialect = new Uint8Array(count);
  const entryCondition = new Int32Array(count);
  const composes = new Uint8Array(count);
  const composing = domains.indexOf(COMPOSING_DOMAIN);
  const unseen = Uint8Array.from(domains, (domain) => DIALECT_OF.get(domain) ?? Dialect.Unobserved);
  const seen = Uint8Array.from(domains, (domain) => DIALECT_OF.get(domain) ?? Dialect.General);
  for (let e = 0; e < count; e++) {
    const domain = entryDomain[e];
    entryDialect[e] = entrySeen[e] === 1 ? seen[domain] : unseen[domain];
    entryCondition[e] = conditions[e] - 1;
    composes[e] = domain === composing ? 1 : 0;
  }
  return { entryDialect, entryCondition, composes };
}

/** By `Dialect`: whose lists are one spinner's, so that its forms of an original share one mass. */
export const LIST_OF: readonly number[] = [0, 0, 1, 2];

/** Normalises the weights of an original's forms in one spinner's list into log P(form | original, swapped). */
function channelWeights(columns: DictionaryColumns, dialects: Uint8Array): Float32Array {
  const { entryOriginal, entryFrequency, entrySeen } = columns;
  const lists = Math.max(...LIST_OF) + 1;
  const mass = new Float64Array(columns.phraseCount * lists).fill(UNLISTED_WEIGHT);
  const weights = Float64Array.from([false, true].flatMap((seen) => FREQUENCIES.map((each) => swapWeight(each, seen))));
  const listOf = Uint8Array.from(LIST_OF);
  const count = entryOriginal.length;
  const channel = new Float32Array(count);
  for (let e = 0; e < count; e++) {
    mass[entryOriginal[e] * lists + listOf[dialects[e]]] +=
      weights[entrySeen[e] * FREQUENCIES.length + entryFrequency[e]];
  }
  for (let e = 0; e < count; e++) {
    const weight = weights[entrySeen[e] * FREQUENCIES.length + entryFrequency[e]];
    channel[e] = Math.log(weight / mass[entryOriginal[e] * lists + listOf[dialects[e]]]);
  }
  return channel;
}

/** By word id: 1 for a word that a spinner with this dictionary can swap. */
function swappableWords(phrases: Phrases, entryOriginal: Int32Array, composes: Uint8Array): Uint8Array {
  const { offsets, words, vocabulary } = phrases;
  const swappable = new Uint8Array(vocabulary.size);
  for (let e = 0; e < entryOriginal.length; e++) {
    const at = offsets[entryOriginal[e]];
    if (offsets[entryOriginal[e] + 1] === at + 1) swappable[words[at]] |= 1 - composes[e];
  }
  return swappable;
}
