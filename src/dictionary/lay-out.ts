import { fingerprintOf, listWords, mergeWords, type Vocabulary, type WordList } from "../text/vocabulary.js";
import { COMPOSING_DOMAIN, FREQUENCIES } from "./compile.js";
import { conditionKey } from "./condition.js";
import type { Entry } from "./entry.js";
import { formsOf, inflectPair } from "./inflect.js";
import { type Irregular, parseIrregular } from "./irregular.js";
import { wordsOf } from "./phrases.js";
import { partsOfCompounds } from "./pieces.js";
import type { Settled } from "./settled.js";
import type { WordLists } from "./word-lists.js";

/** Phrases over a list of words of their own. */
export interface PhraseColumns {
  readonly words: WordList;
  /** Where the words of a vocabulary are not in the list: what the ids of all words are over both. */
  readonly bound?: BoundWords;
  /** Phrase `p` is `phraseWords[phraseOffsets[p] .. phraseOffsets[p + 1])`, ids of `words` or, if there are any, places in `bound`. */
  readonly phraseOffsets: Int32Array;
  readonly phraseWords: Int32Array;
  /** By phrase, for those that are not simply their words with a space between. */
  readonly spellings: ReadonlyMap<number, string>;
  /** The first phrases are those of entries, spun forms before originals. */
  readonly phraseCount: number;
  /** Then come so many multi-word terms, for composition, and last phrases of clean English that only look like swapped ones. */
  readonly termCount: number;
}

/** Words as ids of a vocabulary, and behind its last one those of a list that it lacks. */
export interface BoundWords {
  /** By word: its id. */
  readonly ids: Int32Array;
  /** Of the vocabulary. */
  readonly size: number;
  readonly fingerprint: number;
}

/** What is packed of a dictionary: everything else follows from it. */
export interface DictionaryColumns extends PhraseColumns {
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
  /** Among them the irregular words that entries which are added later inflect by. */
  readonly wordLists: WordLists;
  /** What was found out when the dictionary was packed. */
  readonly settled?: Settled;
}

/** Stands before a phrase that is right as it is, and no term that a swapped phrase may stand for. */
export const STANDS = "= ";

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
 *
 * @param wordLists see `DictionaryColumns`
 */
export function layOut(entries: readonly Entry[], terms: readonly string[], wordLists: WordLists): DictionaryColumns {
  const inflections = parseIrregular(wordLists.irregular ?? "");
  const domains = [...new Set(entries.map((entry) => entry.domain))].sort();
  const conditions = ["", ...new Set(entries.map(conditionKey).filter((key) => key !== ""))];
  const allTerms = withPlurals(terms, inflections);
  const forms = surfacesOf(entries, domains, conditions, wordsInTerms(allTerms), inflections);
  const spun = [...forms.keys()].sort();
  const phraseIds = new Map(spun.map((form, id) => [form, id]));
  for (const form of spun) {
    for (const { original } of forms.get(form) ?? [])
      if (!phraseIds.has(original)) phraseIds.set(original, phraseIds.size);
  }
  const flat = spun.map((form) => withoutShadows(forms.get(form) ?? [], domains));
  const all = flat.flat();
  const entryFirst = new Int32Array(spun.length + 1);
  flat.forEach((surfaces, form) => {
    entryFirst[form + 1] = entryFirst[form] + surfaces.length;
  });
  return {
    ...layOutPhrases(
      [...phraseIds.keys()],
      allTerms,
      terms.flatMap((term) => (term.startsWith(STANDS) ? [term.slice(STANDS.length)] : [])),
    ),
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
    wordLists,
  };
}

/** Leaves out what holds on a condition and, by another entry, without one: the two would share one probability. */
function withoutShadows(surfaces: readonly Surface[], domains: readonly string[]): readonly Surface[] {
  const composes = ({ domain }: Surface): boolean => domains[domain] === COMPOSING_DOMAIN;
  const shadows = (one: Surface, other: Surface): boolean =>
    one.condition === 0 &&
    one.original === other.original &&
    composes(one) === composes(other) &&
    one.suggests <= other.suggests;
  return surfaces.filter((other) => other.condition === 0 || !surfaces.some((one) => shadows(one, other)));
}

/**
 * Every inflected form of the entries, with the originals that it may stand for.
 *
 * @param inTerms words of terms: swaps that compose are left out if their originals have others. Where there are no terms
 *   all are kept
 */
function surfacesOf(
  entries: readonly Entry[],
  domains: readonly string[],
  conditions: readonly string[],
  inTerms: ReadonlySet<string>,
  irregular: Irregular,
): Map<string, Surface[]> {
  const composes = (index: number): boolean => domains[index] === COMPOSING_DOMAIN;
  const forms = new Map<string, Surface[]>();
  for (const entry of entries) {
    const domain = domains.indexOf(entry.domain);
    const condition = conditions.indexOf(conditionKey(entry));
    const frequency = FREQUENCIES.indexOf(entry.frequency);
    // Of a word swap it says where the line comes from, and nothing of how often it is taken.
    const seen = entry.seen && !composes(domain);
    for (const pair of inflectPair(entry.spun, entry.original, entry.inflection, irregular)) {
      if (composes(domain) && inTerms.size > 0 && !singleWordsOf(pair.original).every((word) => inTerms.has(word)))
        continue;
      // As the tokeniser sees it: "1/4" and "1 / 4" are one form.
      const key = wordsOf(pair.spun).join(" ");
      const surfaces = forms.get(key) ?? [];
      forms.set(key, surfaces);
      const known = surfaces.find(
        (s) => s.original === pair.original && s.condition === condition && composes(s.domain) === composes(domain),
      );
      if (known) {
        known.frequency = Math.max(known.frequency, frequency);
        known.seen ||= seen;
      } else
        surfaces.push({
          original: pair.original,
          frequency,
          seen,
          domain,
          condition,
          suggests: entry.suggest,
        });
    }
  }
  return forms;
}

/** Numbers the words of all phrases in the order in which they are met, and last the pieces of those with hyphens. */
function layOutPhrases(
  own: readonly string[],
  allTerms: readonly string[],
  standing: readonly string[],
): PhraseColumns {
  const ids = new Map<string, number>();
  const numberOf = (word: string): number => {
    const id = ids.get(word) ?? ids.size;
    ids.set(word, id);
    return id;
  };
  const spellings = new Map<number, string>();
  const numbered = [...own, ...allTerms, ...standing].map((spelling, phrase) => {
    const words = wordsOf(spelling);
    if (words.join(" ") !== spelling) spellings.set(phrase, spelling);
    return words.map(numberOf);
  });
  for (const part of partsOfCompounds([...own, ...allTerms])) numberOf(part);
  const phraseOffsets = new Int32Array(numbered.length + 1);
  numbered.forEach((words, phrase) => {
    phraseOffsets[phrase + 1] = phraseOffsets[phrase] + words.length;
  });
  return {
    words: listWords([...ids.keys()]),
    phraseOffsets,
    phraseWords: Int32Array.from(numbered.flat()),
    spellings,
    phraseCount: own.length,
    termCount: allTerms.length,
  };
}

/** The terms in the singular and the plural. Next to each other the two pack well: only their last words differ. */
function withPlurals(terms: readonly string[], irregular: Irregular): string[] {
  const listed = terms.filter((term) => !term.startsWith(STANDS));
  return [...listed, ...pluralTerms(listed, irregular)].sort();
}

function wordsInTerms(terms: readonly string[]): ReadonlySet<string> {
  return new Set(terms.flatMap(singleWordsOf));
}

/** The words of a phrase, taken apart at their hyphens. */
function singleWordsOf(phrase: string): string[] {
  return wordsOf(phrase).flatMap((word) => word.split("-"));
}

/** The terms in the plural. */
function pluralTerms(terms: readonly string[], irregular: Irregular): string[] {
  const known = new Set(terms);
  return terms.flatMap((term) => {
    const plural = isPluralOrNone(term) ? term : (formsOf(term, "n", irregular)[1] ?? term);
    return known.has(plural) ? [] : [plural];
  });
}

function isPluralOrNone(term: string): boolean {
  return /(?:(?<!is)s|ly|ed|ing)$/.test(term);
}

/** The same columns with the words that a vocabulary has named by their ids, for that vocabulary alone. */
export function bindWords(columns: DictionaryColumns, vocabulary: Vocabulary): DictionaryColumns {
  const { ids, fresh } = mergeWords(vocabulary, columns.words);
  return { ...columns, words: fresh, bound: { ids, size: vocabulary.size, fingerprint: fingerprintOf(vocabulary) } };
}
