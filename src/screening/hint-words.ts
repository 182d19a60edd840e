import type { Dictionary } from "../dictionary/compile.js";
import { FREQUENCIES } from "../dictionary/compile.js";
import { symbolNames } from "../dictionary/symbol-names.js";
import { listed, type WordListName } from "../dictionary/word-lists.js";
import { spellingOf } from "../lattice.js";
import { extendVocabulary, NO_WORD, type Vocabulary, wordAt, wordIdOf } from "../text/vocabulary.js";
import { isDateName, MONTHS } from "../translation/date-names.js";
import type { SignKind } from "../translation/sign.js";

/** What a word may have to do with signs of translation. */
export const enum Role {
  The = 1,
  /** Titles, given names: with "the" and a name, or before one. */
  Title = 2,
  Mister = 2048,
  GivenName = 4,
  Country = 8,
  /** Verbs of which people and countries are the subject in news. */
  Verb = 16,
  Since = 32,
  /** Numbers in words, and what stands for them. */
  Numeral = 64,
  /** Units of time, and "millions". */
  Unit = 128,
  Plural = 256,
  Of = 512,
  Month = 1024,
  /** Names that a short word may have been taken for. */
  SymbolName = 4096,
}

/** What the rules of translation/ look for, in short: whatever one of them finds, these words are among it, or names. */
const WORDS: readonly (readonly [Role, readonly string[]])[] = [
  [Role.The, ["the"]],
  [Role.Mister, "mr mrs ms dr mr. mrs. ms. dr.".split(" ")],
  [Role.Since, ["since"]],
  [Role.Numeral, "few hundreds thousands couple a an million billion trillion".split(" ")],
  [Role.Unit, ["while"]],
  [Role.Plural, "millions billions trillions thousands hundreds".split(" ")],
  [Role.Of, ["of"]],
  [Role.Month, MONTHS],
];

/** The same, of lists that are packed with the dictionary. */
const PACKED: readonly (readonly [Role, WordListName])[] = [
  [Role.Title, "titles"],
  [Role.GivenName, "givenNames"],
  [Role.Country, "countries"],
  [Role.Verb, "newsVerbs"],
  [Role.Numeral, "counts"],
  [Role.Numeral, "moreCounts"],
  [Role.Unit, "units"],
  [Role.Unit, "oneUnit"],
];

/** What a phrase of the dictionary of translation is a sign of, the stronger the higher. */
export const enum SignStrength {
  None = 0,
  Loose = 1,
  Calque = 2,
  Date = 3,
}

const SIGN_KINDS: readonly (SignKind | undefined)[] = [undefined, "looseCalque", "calque", "date"];

/** The kind of sign of a strength. */
export function signKindOf(strength: SignStrength): SignKind | undefined {
  return SIGN_KINDS[strength];
}

/** The words of the screening pass: those of the dictionary with their ids, then those that only signs of translation have. */
export interface HintWords {
  readonly vocabulary: Vocabulary;
  /** By word id: its `Role`s. */
  readonly roles: Uint16Array;
  /** By word id: its id in the dictionary of translation, `NO_WORD` for none. */
  readonly translationWord: Int32Array;
  /** By word id: 1 where a sign may begin. */
  readonly begins: Uint8Array;
  /** By entry of that dictionary: a `SignStrength`. */
  readonly signStrength: Uint8Array;
}

/** With these a sign may begin. */
const BEGINNING = Role.The | Role.Since | Role.Plural | Role.SymbolName;

/**
 * Lays out what signs of translation are recognised by.
 *
 * @param shared so many words the vocabularies of both begin with
 */
export function buildHintWords(vocabulary: Vocabulary, translation: Dictionary, shared: number): HintWords {
  const { phrases, entryFrequency, entryOriginal } = translation;
  const ids = [...new Set(phrases.words)];
  // The words that both vocabularies begin with have the same ids in them.
  const known = ids.filter((id) => id < shared);
  const foreign = ids.filter((id) => id >= shared).map((id) => wordAt(phrases.vocabulary, id));
  const { wordLists } = translation;
  const packed = PACKED.map(([role, name]) => [role, [...listed(wordLists, name)]] as const);
  const names = [...symbolNames(wordLists).keys()];
  const lists = [...WORDS, ...packed, [Role.SymbolName, names] as const].map(
    ([role, list]) => [role, list.map((word) => word.toLowerCase())] as const,
  );
  const full = extendVocabulary(vocabulary, [...foreign, ...lists.flatMap(([, words]) => words)]);
  const roles = new Uint16Array(full.size);
  const begins = new Uint8Array(full.size);
  for (const [role, words] of lists) {
    for (const word of words) {
      const id = wordIdOf(full, word);
      roles[id] |= role;
      if (role & BEGINNING) begins[id] = 1;
    }
  }
  const translationWord = new Int32Array(full.size).fill(NO_WORD);
  const { roots } = translation.trie;
  const translates = (id: number, word: number): void => {
    translationWord[id] = word;
    if (roots[word] !== 0) begins[id] = 1;
  };
  for (const id of known) translates(id, id);
  for (const word of foreign) translates(wordIdOf(full, word), wordIdOf(phrases.vocabulary, word));
  const strengths: Readonly<Record<string, SignStrength>> = {
    typical: SignStrength.Calque,
    usual: SignStrength.Loose,
    rare: SignStrength.None,
  };
  const { offsets } = phrases;
  const signStrength = entryFrequency.map((frequency, e) => {
    const original = entryOriginal[e];
    const isDate = offsets[original + 1] === offsets[original] + 1 && isDateName(spellingOf(phrases, original));
    return isDate ? SignStrength.Date : strengths[FREQUENCIES[frequency]];
  });
  return { vocabulary: full, roles, translationWord, begins, signStrength };
}
