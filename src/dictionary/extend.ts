import { Dialect, type Phrases, spellingOf } from "../lattice.js";
import { wordAt, wordIdOf } from "../text/vocabulary.js";
import { type Dictionary, FREQUENCIES, LIST_OF, swapWeight, UNLISTED_WEIGHT } from "./compile.js";
import { extendComposition } from "./composition.js";
import { parseCondition } from "./condition.js";
import type { Entry } from "./entry.js";
import { type DictionaryColumns, layOut } from "./lay-out.js";
import { listSizesOf } from "./list-sizes.js";
import { appendPhrases, wordsOf } from "./phrases.js";
import { extendTrie, phraseWith } from "./trie.js";
import { indexVariants, mergeVariants } from "./variants.js";

/** The columns of a dictionary's entries. */
type EntryColumns = Pick<
  Dictionary,
  | "entryFirst"
  | "entryOriginal"
  | "entryChannel"
  | "entryFrequency"
  | "entryDomain"
  | "entryDialect"
  | "entryCondition"
  | "entrySuggests"
  | "composes"
>;

/** An added entry, its phrases numbered as in the extended dictionary. */
interface Addition {
  readonly form: number;
  readonly original: number;
  readonly weight: number;
  readonly frequency: number;
  readonly domain: number;
  readonly condition: number;
  readonly suggests: number;
}

/**
 * A dictionary with further entries; the work is that of the added ones and of copying columns, not of compiling anew.
 * An added entry takes the place of one with the same form and original.
 */
export function extendDictionary(base: Dictionary, entries: readonly Entry[]): Dictionary {
  const columns = layOut(entries, [], base.wordLists);
  const domains = [...base.domains, ...columns.domains.filter((domain) => !base.domains.includes(domain))];
  const { phrases, ids } = appendKnown(base, spellingsOf(columns));
  const conditions = columns.conditions.slice(1).map((key) => parseCondition(key, phrases.vocabulary));
  const additions: Addition[] = [];
  for (let form = 0; form < columns.formCount; form++) {
    const { offsets, words } = phrases;
    const known = phraseWith(base.trie, words.subarray(offsets[ids[form]], offsets[ids[form] + 1]));
    for (let e = columns.entryFirst[form]; e < columns.entryFirst[form + 1]; e++) {
      additions.push({
        form: known < 0 ? ids[form] : known,
        original: ids[columns.entryOriginal[e]],
        weight: swapWeight(FREQUENCIES[columns.entryFrequency[e]], columns.entrySeen[e] === 1),
        frequency: columns.entryFrequency[e],
        domain: domains.indexOf(columns.domains[columns.entryDomain[e]]),
        condition: columns.entryCondition[e] === 0 ? -1 : base.conditions.length + columns.entryCondition[e] - 1,
        suggests: columns.entrySuggests[e],
      });
    }
  }
  const forms = [...new Set(additions.map((addition) => addition.form))];
  const { size } = phrases.vocabulary;
  const merged = mergeEntries(base, additions, phrases.offsets.length - 1);
  return {
    phrases,
    ...merged,
    lists: listSizesOf(phrases, merged.entryOriginal, merged.entryDialect, base.lists.asTerm),
    trie: extendTrie(base.trie, phrases, forms, size),
    domains,
    wordLists: base.wordLists,
    conditions: [...base.conditions, ...conditions],
    settled: { part: base.settled.part, forms: base.settled.forms, hyphenated: base.settled.hyphenated },
    swappable: markSwappable(base, phrases, additions),
    composition: extendComposition(base.composition, phrases),
    variants: mergeVariants(base.variants, indexVariants(phrases, forms)),
  };
}

/** How the phrases of columns are written. */
function spellingsOf({ words, phraseOffsets, phraseWords, phraseCount, spellings }: DictionaryColumns): string[] {
  return Array.from({ length: phraseCount }, (_, phrase) => {
    const own = phraseWords.subarray(phraseOffsets[phrase], phraseOffsets[phrase + 1]);
    return spellings.get(phrase) ?? Array.from(own, (word) => wordAt(words, word)).join(" ");
  });
}

/** Gives every spelling an id: that of a phrase which is there already, or a new one. */
function appendKnown(base: Dictionary, spellings: readonly string[]): { phrases: Phrases; ids: Int32Array } {
  const byFirstWord = new Map<number, number[]>();
  const firstWords = spellings.map((spelling) => wordIdOf(base.phrases.vocabulary, wordsOf(spelling)[0] ?? ""));
  for (const word of firstWords) if (word >= 0) byFirstWord.set(word, []);
  const { offsets, words } = base.phrases;
  for (let phrase = 0; phrase < offsets.length - 1; phrase++) byFirstWord.get(words[offsets[phrase]])?.push(phrase);
  const fresh: string[] = [];
  const ids = Int32Array.from(spellings, (spelling, index) => {
    const known = byFirstWord.get(firstWords[index])?.find((phrase) => spellingOf(base.phrases, phrase) === spelling);
    return known ?? offsets.length - 2 + fresh.push(spelling);
  });
  return { phrases: appendPhrases(base.phrases, fresh), ids };
}

/** Lays the entries of both out anew, those of one form together. */
function mergeEntries(base: Dictionary, additions: readonly Addition[], phraseCount: number): EntryColumns {
  const mass = massOf(base, additions);
  const byForm = new Map<number, Addition[]>();
  for (const addition of additions) {
    const list = byForm.get(addition.form);
    if (list) list.push(addition);
    else byForm.set(addition.form, [addition]);
  }
  const merged = emptyColumns(phraseCount, base.entryOriginal.length + additions.length);
  let at = 0;
  for (let form = 0; form < phraseCount; form++) {
    const added = byForm.get(form);
    const end = form + 1 < base.entryFirst.length ? base.entryFirst[form + 1] : 0;
    for (let e = end === 0 ? 0 : base.entryFirst[form]; e < end; e++) {
      const original = base.entryOriginal[e];
      if (base.composes[e] === 0 && added?.some((addition) => addition.original === original)) continue;
      const { before, after } = (ofCommonList(base, e) ? mass.get(original) : undefined) ?? UNCHANGED;
      merged.entryOriginal[at] = original;
      merged.entryChannel[at] = base.entryChannel[e] + Math.log(before / after);
      merged.entryFrequency[at] = base.entryFrequency[e];
      merged.entryDomain[at] = base.entryDomain[e];
      merged.entryDialect[at] = base.entryDialect[e];
      merged.entryCondition[at] = base.entryCondition[e];
      merged.composes[at] = base.composes[e];
      merged.entrySuggests[at++] = base.entrySuggests[e];
    }
    for (const addition of added ?? []) {
      merged.entryOriginal[at] = addition.original;
      merged.entryChannel[at] = Math.log(addition.weight / (mass.get(addition.original) ?? UNCHANGED).after);
      merged.entryFrequency[at] = addition.frequency;
      merged.entryDomain[at] = addition.domain;
      merged.entryDialect[at] = Dialect.General;
      merged.entryCondition[at] = addition.condition;
      merged.entrySuggests[at++] = addition.suggests;
    }
    merged.entryFirst[form + 1] = at;
  }
  return merged;
}

function emptyColumns(phraseCount: number, entries: number) {
  return {
    entryFirst: new Int32Array(phraseCount + 1),
    entryOriginal: new Int32Array(entries),
    entryChannel: new Float32Array(entries),
    entryFrequency: new Uint8Array(entries),
    entryDomain: new Uint8Array(entries),
    entryDialect: new Uint8Array(entries),
    entryCondition: new Int32Array(entries),
    entrySuggests: new Uint8Array(entries),
    composes: new Uint8Array(entries),
  };
}

interface Mass {
  before: number;
  after: number;
}

const UNCHANGED: Readonly<Mass> = { before: 1, after: 1 };

/**
 * By original that gets new forms: the weight of all its forms, before and after. Channel weights are shares of a mass
 * of which `UNLISTED_WEIGHT` is set aside for forms that nobody listed, so the shares tell the mass.
 */
function massOf(base: Dictionary, additions: readonly Addition[]): Map<number, Mass> {
  const share = new Map(additions.map(({ original }) => [original, 0]));
  base.entryOriginal.forEach((original, e) => {
    const sum = share.get(original);
    if (sum !== undefined && ofCommonList(base, e)) share.set(original, sum + Math.exp(base.entryChannel[e]));
  });
  const mass = new Map<number, Mass>();
  for (const [original, sum] of share) {
    const before = UNLISTED_WEIGHT / Math.max(1e-3, 1 - sum);
    mass.set(original, { before, after: before });
  }
  for (const { original, weight } of additions) {
    const known = mass.get(original);
    if (known) known.after += weight;
  }
  return mass;
}

/** Whether an entry is of the list that the caller's entries are added to. */
function ofCommonList(base: Dictionary, entry: number): boolean {
  return LIST_OF[base.entryDialect[entry]] === LIST_OF[Dialect.General];
}

function markSwappable(base: Dictionary, phrases: Phrases, additions: readonly Addition[]): Uint8Array {
  const swappable = new Uint8Array(phrases.vocabulary.size);
  swappable.set(base.swappable);
  for (const { original } of additions) {
    const at = phrases.offsets[original];
    if (phrases.offsets[original + 1] === at + 1) swappable[phrases.words[at]] = 1;
  }
  return swappable;
}
