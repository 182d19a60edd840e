import type { Vocabulary } from "../text/vocabulary.js";
import {
  backoffCode,
  bigramHome,
  bigramPlace,
  EMPTY,
  type NgramTables,
  pairHash,
  probabilityCode,
  trigramHome,
  trigramSlot,
} from "./ngram-table.js";

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
  readonly tables: NgramTables;
  /** By code. */
  readonly bigramLevels: Float32Array;
  readonly trigramLevels: Float32Array;
  /** By code; 0 for a bigram that is no history. */
  readonly backoffLevels: Float32Array;
}

/**
 * log P(w | g h); with -1 for `g` log P(w | h), with -1 for both log P(w). Ids are those of the model's vocabulary; after
 * a sentence's start there is no `g`.
 */
export function logProbability(model: NgramModel, g: number, h: number, w: number): number {
  if (h < 0) return model.unigram[w];
  const { tables } = model;
  const { bigrams, trigrams } = tables;
  let backoff = 0;
  if (g >= 0) {
    const pair = pairHash(g, h);
    const history = bigramPlace(tables, pair, bigrams[bigramHome(tables, pair)]);
    if (history !== EMPTY) {
      const trigram = trigramSlot(tables, history, w, trigrams[trigramHome(tables, history, w)]);
      if (trigram !== EMPTY) return model.trigramLevels[probabilityCode(trigram)];
      backoff = model.backoffLevels[backoffCode(bigrams[history])];
    }
  }
  const pair = pairHash(h, w);
  const bigram = bigramPlace(tables, pair, bigrams[bigramHome(tables, pair)]);
  if (bigram !== EMPTY) return backoff + model.bigramLevels[probabilityCode(bigrams[bigram])];
  return backoff + model.unigramBackoff[h] + model.unigram[w];
}
