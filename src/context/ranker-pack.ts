import { ModelError } from "../errors.js";
import { decodePacked, encodePacked } from "../packed-file.js";
import { DENSE } from "./dense.js";
import type { WordClasses } from "./feature-lens.js";
import type { RankerModel } from "./ranker.js";

interface Header {
  readonly bits: number;
  readonly step: number;
  readonly dense: readonly number[];
}

/** Packs a trained ranker and the word classes that it looks at. Weights must already be whole numbers of steps. */
export function encodeRanker(model: RankerModel, classes: WordClasses): Uint8Array {
  const header: Header = {
    bits: Math.log2(model.weights.length),
    step: model.step,
    dense: Array.from(model.dense, (weight) => Number(weight.toFixed(5))),
  };
  const weights = Int8Array.from(model.weights);
  const sections = new Map([
    ["weights", new Uint8Array(weights.buffer)],
    ["fine", classes.fine],
    ["coarse", classes.coarse],
  ]);
  return encodePacked("ranker", header, sections);
}

/**
 * Unpacks what `encodeRanker` packed.
 *
 * @throws {ModelError} if the bytes are no whole ranker, or one with other features
 */
export function decodeRanker(bytes: Uint8Array): { readonly model: RankerModel; readonly classes: WordClasses } {
  const file = decodePacked<Header>("ranker", bytes);
  const { bits, step, dense } = file.header;
  const weights = file.section("weights");
  if (weights.length !== 1 << bits)
    throw new ModelError(`ranker with ${weights.length} weights, expected ${1 << bits}`);
  if (dense.length !== DENSE) throw new ModelError(`ranker with ${dense.length} dense features, expected ${DENSE}`);
  return {
    model: {
      weights: new Int8Array(weights.buffer, weights.byteOffset, weights.length),
      step,
      dense: Float32Array.from(dense),
    },
    classes: { fine: file.section("fine").slice(), coarse: file.section("coarse").slice() },
  };
}
