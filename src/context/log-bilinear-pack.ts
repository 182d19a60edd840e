import type { LogBilinearModel } from "./log-bilinear.js";
import { decodeVectors, encodeVectors, levelsOf, type PackedVectors } from "./vectors-pack.js";

/** A log-bilinear model in whole numbers. */
export interface PackedLogBilinear {
  /** The outputs' vectors, by falling frequency; the first word stands for all that have none. */
  readonly outputs: PackedVectors;
  /** By row of the outputs: in steps of `BIAS_STEP`. */
  readonly bias: Int8Array;
  /** The inputs' vectors, from the language model's first word on. */
  readonly inputs: Int8Array;
  /** See `LogBilinearModel`. */
  readonly weights: Float32Array;
}

/** In nats. */
export const BIAS_STEP = 0.1;

/** Packs a model. */
export function encodeLogBilinear({ outputs, bias, inputs, weights }: PackedLogBilinear): Uint8Array {
  const bytes = new Int8Array(weights.buffer, weights.byteOffset, weights.byteLength);
  return encodeVectors(outputs, "log-bilinear", [
    ["bias", bias],
    ["inputs", inputs],
    ["weights", bytes],
  ]);
}

/**
 * Unpacks what `encodeLogBilinear` packed.
 *
 * @param size the language model's vocabulary's
 * @throws {ModelError} if the bytes are no whole model
 */
export function decodeLogBilinear(packed: Uint8Array, size: number): LogBilinearModel {
  const { dimensions, words, levels, file } = decodeVectors(packed, "log-bilinear");
  const outputOf = new Int32Array(size);
  words.forEach((word, row) => {
    outputOf[word] = row;
  });
  const bias = Float32Array.from(levelsOf(file, "bias"), (level) => level * BIAS_STEP);
  const weights = new Float32Array(levelsOf(file, "weights").slice().buffer);
  return { dimensions, inputs: levelsOf(file, "inputs"), outputOf, outputs: levels, bias, weights };
}
