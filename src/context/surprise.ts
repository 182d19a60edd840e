import { Dialect, type Lattice } from "../lattice.js";
import { logProbability, type NgramModel } from "./ngram.js";
import { type Lens, NO_CONTEXT, PASSED_OVER } from "./window.js";

/**
 * By site at which a term of science may have been swapped: -log P(its words as they stand, by themselves), in nats; 0
 * elsewhere. What people write has stood together before, or is made of common words.
 */
export function surpriseOf(model: NgramModel, lens: Lens, lattice: Lattice): Float32Array {
  const { siteCount, from, to, first, dialect, form } = lattice;
  const surprise = new Float32Array(siteCount);
  for (let site = 0; site < siteCount; site++) {
    // A rare word may be a name or another country's spelling.
    if (to[site] - from[site] < 2 && form[site] >= 0) continue;
    for (let c = first[site]; c < first[site + 1]; c++) {
      if (dialect[c] !== Dialect.Science) continue;
      surprise[site] = surpriseOfWords(model, lens.tokens, from[site], to[site]);
      break;
    }
  }
  return surprise;
}

/** -log P(these words by themselves), in nats. @param words the language model's words of a text */
export function surpriseOfWords(model: NgramModel, words: Int32Array, from: number, to: number): number {
  let sum = 0;
  let [before, last] = [NO_CONTEXT, NO_CONTEXT];
  for (let token = from; token < to; token++) {
    const word = words[token];
    if (word === PASSED_OVER) continue;
    sum -= logProbability(model, before, last, word);
    [before, last] = [last, word];
  }
  return sum;
}
