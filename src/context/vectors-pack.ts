import { ModelError } from "../errors.js";
import { decodePacked, decodePlanes, encodePacked, encodePlanes, type PackedFile } from "../packed-file.js";

/** Word vectors as whole levels from -8 to 7. */
export interface PackedVectors {
  readonly dimensions: number;
  /** Ascending word ids of the language model. */
  readonly words: Int32Array;
  /** Row by row. */
  readonly levels: Int8Array;
}

type Kind = "vectors" | "log-bilinear";

/** Packs vectors. @param more further sections */
export function encodeVectors(
  { dimensions, words, levels }: PackedVectors,
  kind: Kind = "vectors",
  more: readonly (readonly [name: string, levels: Int8Array])[] = [],
): Uint8Array {
  const gaps = words.map((word, index) => (index === 0 ? word : word - words[index - 1]));
  const sections = [["levels", levels] as const, ...more].map(
    ([name, { buffer, byteOffset, length }]) => [name, new Uint8Array(buffer, byteOffset, length)] as const,
  );
  return encodePacked(kind, { dimensions, words: words.length }, new Map([["words", encodePlanes(gaps)], ...sections]));
}

/**
 * Unpacks what `encodeVectors` packed, and gives the file for its further sections.
 *
 * @throws {ModelError} if the bytes are no whole vectors of this kind
 */
export function decodeVectors(
  bytes: Uint8Array,
  kind: Kind = "vectors",
): PackedVectors & { readonly file: PackedFile<unknown> } {
  const file = decodePacked<{ readonly dimensions: number; readonly words: number }>(kind, bytes);
  const { dimensions, words: count } = file.header;
  const words = decodePlanes(file.section("words"), count);
  for (let i = 1; i < count; i++) words[i] += words[i - 1];
  const levels = levelsOf(file, "levels");
  if (levels.length !== count * dimensions) throw new ModelError(`${kind}: their number and length do not fit`);
  return { dimensions, words, levels, file };
}

/** A section as signed numbers. @throws {ModelError} if the file has none of this name */
export function levelsOf(file: PackedFile<unknown>, name: string): Int8Array {
  const { buffer, byteOffset, length } = file.section(name);
  return new Int8Array(buffer, byteOffset, length);
}
