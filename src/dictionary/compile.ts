import { Dialect, type ListSizes, type Phrases } from "../lattice.js";
import type { Vocabulary } from "../text/vocabulary.js";
import { buildComposition, type Composition } from "./composition.js";
import { type Condition, conditionKey, parseCondition } from "./condition.js";
import type { Entry, Frequency } from "./entry.js";
import { formsOf, inflectPair } from "./inflect.js";
import { listSizesOf } from "./list-sizes.js";
import { buildPhrases, wordsOf } from "./phrases.js";
import { partsOfCompounds } from "./pieces.js";
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

/** What is packed of a dictionary: everything else follows from it. */
export interface DictionaryColumns {
  /** Distinct phrases, spun forms first. */
  readonly phrases: readonly string[];
  readonly formCount: number;
  readonly entryFirst: Int32Array;
  readonly entryOriginal: Int32Array;
  /** How typical the form is among those of its original; a `Frequency` as its place in `FREQUENCIES`. */
  readonly entryFrequency: Uint8Array;
  /** 1 for a pair that was observed on real pages. */
  readonly entrySeen: Uint8Array;
  readonly entryDomain: Uint8Array;
  /** An index into `conditions`; 0 is none. */
  readonly entryCondition: Int32Array;
  readonly entrySuggests: Uint8Array;
  readonly domains: readonly string[];
  /** Keys as `conditionKey` gives them; the first one is "". */
  readonly conditions: readonly string[];
  /** Multi-word terms, for composition; behind `STANDS` phrases of clean English that only look like swapped ones. */
  readonly terms: readonly string[];
}

/** Stands before a phrase that is right as it is, and no term that a swapped phrase may stand for. */
export const STANDS = "= ";

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

interface Surface {
  readonly original: string;
  frequency: number;
  seen: boolean;
  readonly domain: number;
  readonly condition: number;
  readonly suggests: boolean;
}

/**
 * Lays entries out as columns: every inflected form, sorted, pairs that several entries give kept once with the highest
 * frequency.
 */
export function layOut(entries: readonly Entry[], terms: readonly string[]): DictionaryColumns {
  const domains = [...new Set(entries.map((entry) => entry.domain))].sort();
  const composes = (index: number): boolean => domains[index] === COMPOSING_DOMAIN;
  const conditions = ["", ...new Set(entries.map(conditionKey).filter((key) => key !== ""))];
  const forms = new Map<string, Surface[]>();
  for (const entry of entries) {
    const domain = domains.indexOf(entry.domain);
    const condition = conditions.indexOf(conditionKey(entry));
    const frequency = FREQUENCIES.indexOf(entry.frequency);
    for (const pair of inflectPair(entry.spun, entry.original, entry.inflection)) {
      // As the tokeniser sees it: "1/4" and "1 / 4" are one form.
      const key = wordsOf(pair.spun).join(" ");
      const surfaces = forms.get(key) ?? [];
      forms.set(key, surfaces);
      const known = surfaces.find(
        (s) => s.original === pair.original && s.condition === condition && composes(s.domain) === composes(domain),
      );
      if (known) {
        known.frequency = Math.max(known.frequency, frequency);
        known.seen ||= entry.seen;
      } else
        surfaces.push({
          original: pair.original,
          frequency,
          seen: entry.seen,
          domain,
          condition,
          suggests: entry.suggest,
        });
    }
  }
  const spun = [...forms.keys()].sort();
  const phraseIds = new Map(spun.map((form, id) => [form, id]));
  for (const form of spun) {
    for (const { original } of forms.get(form) ?? [])
      if (!phraseIds.has(original)) phraseIds.set(original, phraseIds.size);
  }
  const flat = spun.map((form) => forms.get(form) ?? []);
  const all = flat.flat();
  const entryFirst = new Int32Array(spun.length + 1);
  flat.forEach((surfaces, form) => {
    entryFirst[form + 1] = entryFirst[form] + surfaces.length;
  });
  return {
    phrases: [...phraseIds.keys()],
    formCount: spun.length,
    entryFirst,
    entryOriginal: Int32Array.from(all, (surface) => phraseIds.get(surface.original) ?? 0),
    entryFrequency: Uint8Array.from(all, (surface) => surface.frequency),
    entrySeen: Uint8Array.from(all, (surface) => (surface.seen ? 1 : 0)),
    entryDomain: Uint8Array.from(all, (surface) => surface.domain),
    entryCondition: Int32Array.from(all, (surface) => surface.condition),
    entrySuggests: Uint8Array.from(all, (surface) => (surface.suggests ? 1 : 0)),
    domains,
    conditions,
    terms,
  };
}

function dialectOf(domain: string, seen: boolean): Dialect {
  return DIALECT_OF.get(domain) ?? (seen ? Dialect.General : Dialect.Unobserved);
}

/** Compiles laid-out columns against a vocabulary. */
export function compile(columns: DictionaryColumns, vocabulary: Vocabulary): Dictionary {
  const listed = columns.terms.filter((term) => !term.startsWith(STANDS));
  const terms = [...listed, ...pluralTerms(listed)];
  const standing = columns.terms.flatMap((term) => (term.startsWith(STANDS) ? [term.slice(STANDS.length)] : []));
  const termOffset = columns.phrases.length;
  const phrases = buildPhrases(
    [...columns.phrases, ...terms, ...standing],
    vocabulary,
    partsOfCompounds([...columns.phrases, ...terms]),
  );
  const composing = columns.domains.indexOf(COMPOSING_DOMAIN);
  const science = columns.domains.indexOf(SCIENCE_DOMAIN);
  const entryDialect = columns.entryDomain.map((domain, e) =>
    dialectOf(columns.domains[domain], columns.entrySeen[e] === 1),
  );
  const entryChannel = channelWeights(columns, entryDialect);
  const composes = columns.entryDomain.map((domain) => (domain === composing ? 1 : 0));
  const { forms, guarded } = standAlone(columns, composing, science);
  return {
    phrases,
    trie: buildTrie(phrases, forms, phrases.vocabulary.size),
    entryFirst: columns.entryFirst,
    entryOriginal: columns.entryOriginal,
    entryChannel,
    entryFrequency: columns.entryFrequency,
    entryDomain: columns.entryDomain,
    entryCondition: Int32Array.from(columns.entryCondition, (index) => index - 1),
    entrySuggests: columns.entrySuggests,
    domains: columns.domains,
    entryDialect,
    conditions: columns.conditions.slice(1).map((key) => parseCondition(key, phrases.vocabulary)),
    composes,
    guarded,
    swappable: swappableWords(phrases, columns, composing),
    lists: listSizesOf(phrases, columns.entryOriginal, entryDialect),
    composition: buildComposition({
      phrases,
      columns,
      entryChannel,
      terms: terms.map((_, index) => termOffset + index),
      standing: standing.map((_, index) => termOffset + terms.length + index),
      composing,
      science,
      ordinary: new Set(columns.domains.flatMap((domain, index) => (APART.has(domain) ? [] : [index]))),
    }),
    variants: indexVariants(phrases, forms),
  };
}

/** The forms that are sites by themselves, and by form whether it is a phrase of science with a condition. */
function standAlone(
  columns: DictionaryColumns,
  composing: number,
  science: number,
): { forms: number[]; guarded: Uint8Array } {
  const { formCount, entryFirst, entryDomain, entryCondition } = columns;
  const forms: number[] = [];
  const guarded = new Uint8Array(formCount);
  for (let form = 0; form < formCount; form++) {
    const several = /[ -]/.test(columns.phrases[form] ?? "");
    let alone = false;
    for (let e = entryFirst[form]; e < entryFirst[form + 1]; e++) {
      if (entryDomain[e] !== composing) alone = true;
      if (several && entryDomain[e] === science && entryCondition[e] > 0) guarded[form] = 1;
    }
    // A form all of whose entries only compose is never a site by itself.
    if (alone) forms.push(form);
  }
  return { forms, guarded };
}

/** The terms in the plural. */
function pluralTerms(terms: readonly string[]): string[] {
  const known = new Set(terms);
  return terms.flatMap((term) => {
    const plural = isPluralOrNone(term) ? term : (formsOf(term, "n")[1] ?? term);
    return known.has(plural) ? [] : [plural];
  });
}

function isPluralOrNone(term: string): boolean {
  return /(?:(?<!is)s|ly|ed|ing)$/.test(term);
}

/** By `Dialect`: whose lists are one spinner's, so that its forms of an original share one mass. */
export const LIST_OF: readonly number[] = [0, 0, 1, 2];

/** Normalises the weights of an original's forms in one spinner's list into log P(form | original, swapped). */
function channelWeights(columns: DictionaryColumns, dialects: Uint8Array): Float32Array {
  const { entryOriginal, entryFrequency, entrySeen, phrases } = columns;
  const lists = Math.max(...LIST_OF) + 1;
  const mass = new Float64Array(phrases.length * lists).fill(UNLISTED_WEIGHT);
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
