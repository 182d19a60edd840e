import { ModelError } from "../errors.js";
import { decodeNumbers, decodePacked, encodeNumbers, encodePacked } from "../packed-file.js";

/** Word vectors as whole levels from -8 to 7. */
export interface PackedVectors {
  readonly dimensions: number;
  /** Ascending word ids of the language model. */
  readonly words: Int32Array;
  /** Row by row. */
  readonly levels: Int8Array;
}

/** Packs vectors, two levels a byte. */
export function encodeVectors({ dimensions, words, levels }: PackedVectors): Uint8Array {
  const halves = new Uint8Array(levels.length / 2);
  for (let i = 0; i < halves.length; i++) halves[i] = ((levels[2 * i] + 8) << 4) | (levels[2 * i + 1] + 8);
  const gaps = words.map((word, index) => (index === 0 ? word : word - words[index - 1]));
  const sections = new Map([
    ["words", encodeNumbers(gaps)],
    ["levels", halves],
  ]);
  return encodePacked("vectors", { dimensions, words: words.length }, sections);
}

/** Unpacks what `encodeVectors` packed. @throws {ModelError} if the bytes are no whole vectors */
export function decodeVectors(bytes: Uint8Array): PackedVectors {
  const file = decodePacked<{ readonly dimensions: number; readonly words: number }>("vectors", bytes);
  const { dimensions, words: count } = file.header;
  const words = decodeNumbers(file.section("words"), count);
  for (let i = 1; i < count; i++) words[i] += words[i - 1];
  const halves = file.section("levels");
  if (halves.length * 2 !== count * dimensions) throw new ModelError("vectors: their number and length do not fit");
  const levels = new Int8Array(count * dimensions);
  for (let i = 0, to = 0; i < halves.length; i++) {
    const both = halves[i];
    levels[to++] = (both >> 4) - 8;
    levels[to++] = (both & 15) - 8;
  }
  return { dimensions, words, levels };
}
