import { findIn } from "./backoff-model.js";
import type { SphinxModel } from "./sphinx-reader.js";

/** The row of the bigram, -1 if the model does not list it. */
export function sphinxBigramRow(model: SphinxModel, h: number, w: number): number {
  return findIn(model.bigramLeft, model.bigramStart[w], model.bigramStart[w + 1], h);
}

/** P(w | h) in ids of the sphinx model. */
export function sphinxBigram(model: SphinxModel, h: number, w: number): number {
  const row = sphinxBigramRow(model, h, w);
  return row >= 0 ? model.bigram[row] : model.unigramBackoff[h] * model.unigram[w];
}

/** P(w | g h) in ids of the sphinx model. */
export function sphinxTrigram(model: SphinxModel, g: number, h: number, w: number): number {
  const row = sphinxBigramRow(model, h, w);
  if (row >= 0) {
    const found = findIn(model.trigramLeft, model.trigramStart[row], model.trigramStart[row + 1], g);
    if (found >= 0) return model.trigram[found];
  }
  const history = sphinxBigramRow(model, g, h);
  const lower = row >= 0 ? model.bigram[row] : model.unigramBackoff[h] * model.unigram[w];
  return history >= 0 ? model.bigramBackoff[history] * lower : lower;
}
