import { CLASS_IDS } from "../../src/context/ngram-format.js";
import { type Vocabulary, wordAt } from "../../src/text/vocabulary.js";

export const START = CLASS_IDS.sentenceStart;
export const END = CLASS_IDS.sentenceEnd;
export const UNKNOWN = CLASS_IDS.unknown;
export const NUMBER = CLASS_IDS.number;
export const NAME = CLASS_IDS.name;

/** The names of the classes in the vocabulary, by id. None can be a token of a text, where "<" begins a tag or is a token of its own. */
export const CLASS_WORDS: readonly string[] = ["<s>", "</s>", "<unk>", "<num>", "<name>"];

/** The possessive, a word of its own. */
export const CLITIC_WORD = "'s";

/** The words of a model: ids by descending frequency, after the classes. */
export interface Lexicon {
  readonly words: readonly string[];
  readonly idOf: ReadonlyMap<string, number>;
}

/** What the packed file can hold: a letter is one byte there. */
const PACKABLE = /^[\x21-\x7e\xa1-\xff]{1,40}$/;

/** The most frequent words of two unigram distributions that are mixed half and half. */
export function chooseWords(
  first: ReadonlyMap<string, number>,
  second: ReadonlyMap<string, number>,
  limit: number,
): Lexicon {
  const mixed = new Map<string, number>();
  for (const distribution of [first, second]) {
    for (const [word, share] of distribution) mixed.set(word, (mixed.get(word) ?? 0) + share / 2);
  }
  const ranked = [...mixed]
    .filter(([word]) => PACKABLE.test(word) && !CLASS_WORDS.includes(word))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([word]) => word);
  const words = [...CLASS_WORDS, ...ranked.slice(0, limit - CLASS_WORDS.length)];
  return { words, idOf: new Map(words.map((word, id) => [word, id])) };
}

/** The words of a vocabulary in their order. */
export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const words = Array.from({ length: vocabulary.size }, (_, id) => wordAt(vocabulary, id));
  return { words, idOf: new Map(words.map((word, id) => [word, id])) };
}
