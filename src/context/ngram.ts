import type { Vocabulary } from "../text/vocabulary.js";

export { decodeNgramModel } from "./ngram-decode.js";

/**
 * A trigram language model with back-off (Katz 1987), over lower-case words, the possessive 's and the classes below;
 * all punctuation is left out. Logarithms are natural.
 */
export interface NgramModel {
  /** Words by falling frequency, after the classes. */
  readonly vocabulary: Vocabulary;
  /** Stands before a sentence; only ever a history. */
  readonly sentenceStart: number;
  /** Stands after a sentence. */
  readonly sentenceEnd: number;
  /** Any lower-case word that the vocabulary lacks. Its probability is that of one such word, not of all together. */
  readonly unknown: number;
  /** Anything that begins with a digit, also if the vocabulary holds it. */
  readonly number: number;
  /** Any capitalised word that the vocabulary lacks; the probability again of one. */
  readonly name: number;
  readonly unigram: Float32Array;
  readonly unigramBackoff: Float32Array;
  /** The bigrams (h, ...) are rows `bigramStart[h]` to `bigramStart[h + 1]`, ascending by word. */
  readonly bigramStart: Uint32Array;
  readonly bigramWord: Uint16Array;
  /** Indexes of `bigramLevels`. */
  readonly bigram: Uint8Array;
  /** For the bigram as a history. */
  readonly bigramBackoff: Float32Array;
  /** The trigrams whose first two words are bigram `b` are rows `trigramStart[b]` to `trigramStart[b + 1]`. */
  readonly trigramStart: Uint32Array;
  readonly trigramWord: Uint16Array;
  /** Indexes of `trigramLevels`. */
  readonly trigram: Uint8Array;
  readonly bigramLevels: Float32Array;
  readonly trigramLevels: Float32Array;
}

function find(words: Uint16Array, from: number, to: number, word: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = words[middle];
    if (found === word) return middle;
    if (found < word) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/**
 * log P(w | g h); with -1 for `g` log P(w | h), with -1 for both log P(w). Ids are those of the model's vocabulary; after
 * a sentence's start there is no `g`.
 */
export function logProbability(model: NgramModel, g: number, h: number, w: number): number {
  if (h < 0) return model.unigram[w];
  const { bigramStart, bigramWord } = model;
  let backoff = 0;
  if (g >= 0) {
    const history = find(bigramWord, bigramStart[g], bigramStart[g + 1], h);
    if (history >= 0) {
      const row = find(model.trigramWord, model.trigramStart[history], model.trigramStart[history + 1], w);
      if (row >= 0) return model.trigramLevels[model.trigram[row]];
      backoff = model.bigramBackoff[history];
    }
  }
  const row = find(bigramWord, bigramStart[h], bigramStart[h + 1], w);
  if (row >= 0) return backoff + model.bigramLevels[model.bigram[row]];
  return backoff + model.unigramBackoff[h] + model.unigram[w];
}
