import type { Sites } from "../lattice.js";
import type { Fluency } from "./fluency.js";
import { CLASS_IDS } from "./ngram-format.js";
import type { Reading } from "./reading.js";
import { ContextWindow, type Lens, NO_CONTEXT } from "./window.js";

/**
 * A log-bilinear model of a word between its neighbours (Mnih and Kavukcuoglu 2013): the vectors of the words around, each
 * weighed by its distance, add up to what is expected there; a word fits as well as its own vector is like that. Unlike
 * n-grams it has an opinion of contexts that were never seen.
 */
export interface LogBilinearModel {
  readonly dimensions: number;
  /** Vectors of the words around, by word id of the language model; the words behind them are like the unknown one. */
  readonly inputs: Int8Array;
  /** By word id: its row among the outputs, 0 for all words that have none of their own. */
  readonly outputOf: Int32Array;
  /** Vectors of the words that may stand there. */
  readonly outputs: Int8Array;
  /** By row of the outputs: how well the word fits everywhere, in nats. */
  readonly bias: Float32Array;
  /** By distance to the left, then to the right, and dimension. The steps of both vectors are in it. */
  readonly weights: Float32Array;
}

/** Scores every candidate of every site, neighbours read through `reading`. In nats; only differences mean anything. */
export function bilinearFit(model: LogBilinearModel, lens: Lens, lattice: Sites, reading: Reading): Fluency {
  const { siteCount, candidateCount, from, to, first, original, phrases } = lattice;
  const fit = { kept: new Float32Array(siteCount), gain: new Float32Array(candidateCount) };
  const expected = new Float64Array(model.dimensions);
  const depth = model.weights.length / expected.length / 2;
  const window = new ContextWindow(lattice, lens, depth);
  for (let site = 0; site < siteCount; site++) {
    window.read(from[site], to[site], reading);
    expected.fill(0);
    expectBy(model, window.left, 0, expected);
    expectBy(model, window.right, depth, expected);
    let kept = 0;
    for (let token = from[site]; token < to[site]; token++) kept += scoreOf(model, lens.tokens[token], expected);
    fit.kept[site] = kept;
    for (let c = first[site]; c < first[site + 1]; c++) {
      let score = -kept;
      const end = phrases.offsets[original[c] + 1];
      for (let at = phrases.offsets[original[c]]; at < end; at++) {
        score += scoreOf(model, lens.words[phrases.words[at]], expected);
      }
      fit.gain[c] = score;
    }
  }
  return fit;
}

/** Adds what one side's words make expected. @param slot of the nearest */
function expectBy(model: LogBilinearModel, side: Int32Array, slot: number, expected: Float64Array): void {
  const { dimensions, inputs, weights } = model;
  for (let k = 0; k < side.length && side[k] !== NO_CONTEXT; k++) {
    const word = side[k] * dimensions;
    const input = word < inputs.length ? word : CLASS_IDS.unknown * dimensions;
    const weight = (slot + k) * dimensions;
    for (let d = 0; d < dimensions; d++) expected[d] += weights[weight + d] * inputs[input + d];
  }
}

/** @param word of the language model; none, for punctuation, counts nothing */
function scoreOf(
  { dimensions, outputOf, outputs, bias }: LogBilinearModel,
  word: number,
  expected: Float64Array,
): number {
  if (word < 0) return 0;
  const row = outputOf[word];
  const start = row * dimensions;
  let score = bias[row];
  for (let d = 0; d < dimensions; d++) score += outputs[start + d] * expected[d];
  return score;
}
