import { Dialect, type Lattice } from "../lattice.js";
import type { Scan } from "../text/scan.js";
import { wordIdOf } from "../text/vocabulary.js";
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
      surprise[site] = surpriseOfSpan(model, lens, lattice, from[site], to[site]);
      break;
    }
  }
  return surprise;
}

/** The same for words by themselves, what the model does not know taken apart at its hyphens. */
function surpriseOfSpan(model: NgramModel, lens: Lens, { scan }: Lattice, from: number, to: number): number {
  const words: number[] = [];
  for (let token = from; token < to; token++) {
    const parts = lens.tokens[token] === model.unknown ? partsOf(model, scan, token) : undefined;
    words.push(...(parts ?? [lens.tokens[token]]));
  }
  return surpriseOfWords(model, Int32Array.from(words), 0, words.length);
}

/** The words that a hyphenated token is made of; `undefined` if the model lacks one. */
function partsOf({ vocabulary }: NgramModel, { text, start, end }: Scan, token: number): number[] | undefined {
  const parts = text.slice(start[token], end[token]).toLowerCase().split(HYPHENS);
  const words = parts.map((part) => wordIdOf(vocabulary, part));
  return words.length > 1 && words.every((word) => word >= 0) ? words : undefined;
}

const HYPHENS = /[-‐‑]/;

/** By candidate that is a term of science: -log P(the original by itself), in nats. */
export function rarityOf(model: NgramModel, lens: Lens, lattice: Lattice): Float32Array {
  const { candidateCount, dialect, original, phrases } = lattice;
  const rarity = new Float32Array(candidateCount);
  for (let c = 0; c < candidateCount; c++) {
    if (dialect[c] !== Dialect.Science) continue;
    const own = phrases.words.subarray(phrases.offsets[original[c]], phrases.offsets[original[c] + 1]);
    rarity[c] = surpriseOfWords(
      model,
      own.map((word) => lens.words[word]),
      0,
      own.length,
    );
  }
  return rarity;
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
