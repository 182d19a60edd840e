import { bigramKey } from "./ngram-keys.js";
import { sphinxBigram } from "./sphinx-query.js";
import type { SphinxModel } from "./sphinx-reader.js";
import { Form, type SphinxWords } from "./sphinx-words.js";

/** What stands after any possessive, whichever its stem. */
export interface AfterPossessives {
  /** The share of all possessives together among the words. */
  readonly mass: number;
  /** P(w | 's), given the word's own probability. */
  bigram(w: number, unigram: number): number;
  /** P(w | 's h), given P(w | h). */
  trigram(h: number, w: number, lower: number): number;
}

/**
 * Averages over all possessives q, each by its probability. Only what the model lists needs summing up: all else after q
 * is the back-off weight of q times the lower order.
 */
export function afterPossessives(model: SphinxModel, words: SphinxWords): AfterPossessives {
  const { form, target } = words;
  const lexiconSize = words.plain.length;
  let mass = 0;
  let backoff = 0;
  for (let q = 0; q < model.words.length; q++) {
    if (form[q] !== Form.Possessive) continue;
    mass += model.unigram[q];
    backoff += model.unigram[q] * model.unigramBackoff[q];
  }
  const excess = new Float64Array(lexiconSize);
  const middleMass = new Float64Array(lexiconSize);
  const pairExcess = new Map<number, number>();
  for (let last = 0; last < model.words.length; last++) {
    const w = target[last];
    if (w < 0) continue;
    for (let row = model.bigramStart[last]; row < model.bigramStart[last + 1]; row++) {
      const left = model.bigramLeft[row];
      if (target[left] < 0) continue;
      if (form[left] === Form.Possessive) {
        excess[w] += model.unigram[left] * (model.bigram[row] - model.unigramBackoff[left] * model.unigram[last]);
        if (form[last] === Form.Plain) middleMass[w] += model.unigram[left] * model.bigram[row];
      }
      if (form[left] !== Form.Plain) continue;
      const key = bigramKey(target[left], w);
      for (let leaf = model.trigramStart[row]; leaf < model.trigramStart[row + 1]; leaf++) {
        const q = model.trigramLeft[leaf];
        if (form[q] !== Form.Possessive) continue;
        const weight = model.unigram[q] * sphinxBigram(model, q, left);
        pairExcess.set(key, (pairExcess.get(key) ?? 0) + weight * (model.trigram[leaf] - model.bigram[row]));
      }
    }
  }
  return {
    mass,
    bigram: (w, unigram) => (excess[w] + backoff * unigram) / mass,
    trigram: (h, w, lower) => lower + (pairExcess.get(bigramKey(h, w)) ?? 0) / Math.max(middleMass[h], 1e-12),
  };
}
