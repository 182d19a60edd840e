import type { Vocabulary } from "../text/vocabulary.js";
import { findBigram, findTrigram } from "./ngram-find.js";
import {
  backoffCode,
  bigramHome,
  EMPTY,
  type NgramTables,
  probabilityCode,
  trigramHome,
  trigramKey,
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
  let backoff = 0;
  if (g >= 0) {
    const history = bigramOf(tables, g, h);
    if (history !== EMPTY) {
      const home = trigramHome(tables, g, h, w);
      const place = findTrigram(tables, g, trigramKey(h, w), home, tables.trigrams[home]);
      if (place >= 0) return model.trigramLevels[tables.trigramCodes[place]];
      backoff = model.backoffLevels[backoffCode(history)];
    }
  }
  const bigram = bigramOf(tables, h, w);
  if (bigram !== EMPTY) return backoff + model.bigramLevels[probabilityCode(bigram)];
  return backoff + model.unigramBackoff[h] + model.unigram[w];
}

function bigramOf(tables: NgramTables, history: number, word: number): number {
  const home = bigramHome(tables, history, word);
  return findBigram(tables, history, word, home, tables.bigrams[home]);
}
