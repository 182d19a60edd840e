import { Dialect, type ListSizes, type Phrases } from "../lattice.js";
import { mergeWords, type Vocabulary, wordAt } from "../text/vocabulary.js";
import { buildComposition, type Composition } from "./composition.js";
import { type Condition, parseCondition } from "./condition.js";
import type { Frequency } from "./entry.js";
import type { DictionaryColumns } from "./lay-out.js";
import { listSizesOf } from "./list-sizes.js";
import { buildTrie, type Trie } from "./trie.js";
import { indexVariants, type VariantIndex } from "./variants.js";

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
  /** By entry: whose habit the swap is, a `Dialect`. */
  readonly entryDialect: Uint8Array;
  readonly conditions: readonly Condition[];
  /** By entry: 1 for a swap that counts only as a part of a term. */
  readonly composes: Uint8Array;
  /** By spun form: 1 for a phrase of science with a condition, whose words are no swaps either where it does not hold. */
  readonly guarded: Uint8Array;
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
const FREQUENCY_WEIGHT: readonly number[] = [0.1, 1, 3];
/** How much more a pair counts that was observed than one that is only likely. */
const SEEN_WEIGHT = 4;
/** The weight of what spinners may have for an original and this dictionary has not. */
const UNLISTED_WEIGHT = 1;

/** How often a spinner takes a form, relative to the other forms of its original. */
export function swapWeight(frequency: Frequency, seen: boolean): number {
  return FREQUENCY_WEIGHT[FREQUENCIES.indexOf(frequency)] * (seen ? SEEN_WEIGHT : 1);
}

/** Entries of this domain are word swaps that count only as parts of a term. */
export const COMPOSING_DOMAIN = "science-words";
/** Phrases of scientific papers, with conditions. */
const SCIENCE_DOMAIN = "science";
/** Domains whose swaps of single words take no part in terms. */
const APART: ReadonlySet<string> = new Set(["dialects", "function", "names"]);
/** Domains that are not the general dialect's. */
const DIALECT_OF: ReadonlyMap<string, Dialect> = new Map([
  [SCIENCE_DOMAIN, Dialect.Science],
  [COMPOSING_DOMAIN, Dialect.Science],
  ["dialects", Dialect.Other],
]);

/** Compiles laid-out columns against a vocabulary. */
export function compile(columns: DictionaryColumns, vocabulary: Vocabulary): Dictionary {
  const phrases = numberPhrases(columns, vocabulary);
  const composing = columns.domains.indexOf(COMPOSING_DOMAIN);
  const science = columns.domains.indexOf(SCIENCE_DOMAIN);
  const entryDialect = dialectsOf(columns);
  const entryChannel = channelWeights(columns, entryDialect);
  const { forms, guarded } = standAlone(columns, phrases, composing, science);
  return {
    phrases,
    trie: buildTrie(phrases, forms, phrases.vocabulary.size),
    entryFirst: columns.entryFirst,
    entryOriginal: columns.entryOriginal,
    entryChannel,
    entryFrequency: columns.entryFrequency,
    entryDomain: columns.entryDomain,
    entryCondition: columns.entryCondition.map((index) => index - 1),
    entrySuggests: columns.entrySuggests,
    domains: columns.domains,
    entryDialect,
    conditions: columns.conditions.slice(1).map((key) => parseCondition(key, phrases.vocabulary)),
    composes: columns.entryDomain.map((domain) => (domain === composing ? 1 : 0)),
    guarded,
    swappable: swappableWords(phrases, columns, composing),
    lists: listSizesOf(phrases, columns.entryOriginal, entryDialect),
    composition: buildComposition({
      phrases,
      columns,
      entryChannel,
      composing,
      science,
      ordinary: columns.domains.map((domain) => !APART.has(domain)),
    }),
    variants: indexVariants(phrases, forms),
  };
}

/** The phrases over the vocabulary and what it lacks of their words. */
function numberPhrases({ words, phraseOffsets, phraseWords, spellings }: DictionaryColumns, base: Vocabulary): Phrases {
  const { vocabulary, ids } = mergeWords(base, words);
  const numbered = new Int32Array(phraseWords.length);
  for (let at = 0; at < numbered.length; at++) numbered[at] = ids[phraseWords[at]];
  return { vocabulary, offsets: phraseOffsets, words: numbered, spellings };
}

function dialectsOf({ domains, entryDomain, entrySeen }: DictionaryColumns): Uint8Array {
  const apart = domains.map((domain) => DIALECT_OF.get(domain));
  return entryDomain.map((domain, e) => apart[domain] ?? (entrySeen[e] === 1 ? Dialect.General : Dialect.Unobserved));
}

/** The forms that are sites by themselves, and by form whether it is a phrase of science with a condition. */
function standAlone(
  columns: DictionaryColumns,
  phrases: Phrases,
  composing: number,
  science: number,
): { forms: number[]; guarded: Uint8Array } {
  const { formCount, entryFirst, entryDomain, entryCondition } = columns;
  const forms: number[] = [];
  const guarded = new Uint8Array(formCount);
  for (let form = 0; form < formCount; form++) {
    let alone = false;
    for (let e = entryFirst[form]; e < entryFirst[form + 1]; e++) {
      if (entryDomain[e] !== composing) alone = true;
      if (entryDomain[e] === science && entryCondition[e] > 0 && hasSeveralWords(phrases, form)) guarded[form] = 1;
    }
    // A form all of whose entries only compose is never a site by itself.
    if (alone) forms.push(form);
  }
  return { forms, guarded };
}

/** Whether a phrase has more than one word, or one with a hyphen. */
function hasSeveralWords({ vocabulary, offsets, words }: Phrases, phrase: number): boolean {
  const at = offsets[phrase];
  return offsets[phrase + 1] > at + 1 || wordAt(vocabulary, words[at]).includes("-");
}

/** By `Dialect`: whose lists are one spinner's, so that its forms of an original share one mass. */
export const LIST_OF: readonly number[] = [0, 0, 1, 2];

/** Normalises the weights of an original's forms in one spinner's list into log P(form | original, swapped). */
function channelWeights(columns: DictionaryColumns, dialects: Uint8Array): Float32Array {
  const { entryOriginal, entryFrequency, entrySeen } = columns;
  const lists = Math.max(...LIST_OF) + 1;
  const mass = new Float64Array(columns.phraseCount * lists).fill(UNLISTED_WEIGHT);
  const keyOf = (e: number): number => entryOriginal[e] * lists + LIST_OF[dialects[e]];
  const weight = Float64Array.from(entryOriginal, (_, e) =>
    swapWeight(FREQUENCIES[entryFrequency[e]], entrySeen[e] === 1),
  );
  for (let e = 0; e < entryOriginal.length; e++) mass[keyOf(e)] += weight[e];
  return Float32Array.from(entryOriginal, (_, e) => Math.log(weight[e] / mass[keyOf(e)]));
}

function swappableWords(phrases: Phrases, columns: DictionaryColumns, composing: number): Uint8Array {
  const swappable = new Uint8Array(phrases.vocabulary.size);
  columns.entryOriginal.forEach((original, entry) => {
    const at = phrases.offsets[original];
    if (columns.entryDomain[entry] !== composing && phrases.offsets[original + 1] === at + 1)
      swappable[phrases.words[at]] = 1;
  });
  return swappable;
}
