import { ModelError } from "../errors.js";
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
  const { buffer, byteOffset, length } = file.section("levels");
  if (length === 0 || (length & (length - 1)) !== 0) throw new ModelError(`glance with ${length} weights`);
  return { ...file.header, levels: new Int8Array(buffer, byteOffset, length) };
}

/** Where the weight of a word stands. @param hash the word's; mask one less than there are weights */
export function wordFeature(hash: number, mask: number): number {
  const mixed = Math.imul(hash, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}

/** The same for a word with the one before it. */
export function leftFeature(before: number, hash: number, mask: number): number {
  const mixed = Math.imul(Math.imul(before, 0x9e3779b1) ^ hash, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}

/** The same for a word with the one behind it. */
export function rightFeature(hash: number, behind: number, mask: number): number {
  const mixed = Math.imul(Math.imul(behind, 0x27d4eb2f) ^ hash, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) & mask;
}
