import { ModelError } from "../errors.js";
import { decodePacked, decodePlanes, encodePacked, encodePlanes } from "../packed-file.js";

/** Word vectors as whole levels from -8 to 7. */
export interface PackedVectors {
  readonly dimensions: number;
  /** Ascending word ids of the language model. */
  readonly words: Int32Array;
  /** Row by row. */
  readonly levels: Int8Array;
}

/** Packs vectors. */
export function encodeVectors({ dimensions, words, levels }: PackedVectors): Uint8Array {
  const gaps = words.map((word, index) => (index === 0 ? word : word - words[index - 1]));
  const sections = new Map([
    ["words", encodePlanes(gaps)],
    ["levels", new Uint8Array(levels.buffer, levels.byteOffset, levels.length)],
  ]);
  return encodePacked("vectors", { dimensions, words: words.length }, sections);
}

/** Unpacks what `encodeVectors` packed. @throws {ModelError} if the bytes are no whole vectors */
export function decodeVectors(bytes: Uint8Array): PackedVectors {
  const file = decodePacked<{ readonly dimensions: number; readonly words: number }>("vectors", bytes);
  const { dimensions, words: count } = file.header;
  const words = decodePlanes(file.section("words"), count);
  for (let i = 1; i < count; i++) words[i] += words[i - 1];
  const levels = file.section("levels");
  if (levels.length !== count * dimensions) throw new ModelError("vectors: their number and length do not fit");
  return { dimensions, words, levels: new Int8Array(levels.buffer, levels.byteOffset, levels.length) };
}
