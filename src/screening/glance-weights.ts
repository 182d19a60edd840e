import { levelsOf } from "../context/vectors-pack.js";
import { decodePacked, encodePacked } from "../packed-file.js";

/**
 * A logistic regression of whether a word was swapped in, on the word and on its pairs with the words at its sides, each
 * hashed to one weight (feature hashing; Weinberger et al. 2009).
 */
export interface GlanceWeights {
  /** Whole steps; a power of two long. */
  readonly levels: Int8Array;
  /** A step, in nats. */
  readonly step: number;
  /** Log-odds of a word of which nothing is known. */
  readonly bias: number;
}

/** No level is further from 0. */
export const MOST_LEVEL = 15;

interface Header {
  readonly step: number;
  readonly bias: number;
}

/** Packs weights. */
export function encodeGlance({ levels, step, bias }: GlanceWeights): Uint8Array {
  const bytes = new Uint8Array(levels.buffer, levels.byteOffset, levels.length);
  return encodePacked("glance", { step, bias } satisfies Header, new Map([["levels", bytes]]));
}

/** Unpacks what `encodeGlance` packed. @throws {ModelError} if the bytes are no whole weights */
export function decodeGlance(packed: Uint8Array): GlanceWeights {
  const file = decodePacked<Header>("glance", packed);
  return { ...file.header, levels: levelsOf(file, "levels") };
}

/** The neighbour that makes it a word by itself. */
export const ALONE = 1;

/**
 * Where the weight of a word with a neighbour stands, by their hashes.
 *
 * @param neighbour the word before it, the complement of the one behind it, or `ALONE`
 * @param mask one less than there are weights
 */
export function featureOf(hash: number, neighbour: number, mask: number): number {
  const mixed = Math.imul(Math.imul(neighbour, 0x9e3779b1) ^ hash, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}
