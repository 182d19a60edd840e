import { ModelError } from "../errors.js";
import { checksumOf } from "../packed-file.js";

/*
 * The file of the packed n-gram model, little-endian:
 *
 *     u32 magic, u32 version, u32 checksum of all that follows,
 *     u32 words, u32 bigrams, u32 trigrams, u32 the length in bytes of each section, then the sections in this order.
 *
 * Counts and gaps have two bytes each, all low ones in one section and all high ones in the next: that compresses as well
 * as variable lengths, and reading has nothing to decide. A bigram is the gap to its last word from that of the bigram
 * before it; the code of its weight as a history is one more than the level, 0 if it is none. A trigram (g, h, w) is the
 * gap to its position among the bigrams (h, ...): there is a bigram (h, w) for every trigram, and its position is a far
 * smaller number than the word. Trigrams are counted by history, in the order of the bigrams.
 */

/** With which the file begins. */
export const MAGIC = 0x4d4c4e55;
/** Of the format; a reader takes no other. */
export const VERSION = 3;

/** The ids of the classes, before those of the words. */
export const CLASS_IDS = { sentenceStart: 0, sentenceEnd: 1, unknown: 2, number: 3, name: 4 } as const;

/** The names of the sections, in their order in the file. */
export const SECTIONS = [
  "levels",
  "wordLengths",
  "letters",
  "unigrams",
  "unigramBackoffs",
  "bigramCountsLow",
  "bigramCountsHigh",
  "bigramGapsLow",
  "bigramGapsHigh",
  "bigrams",
  "bigramBackoffs",
  "trigramCountsLow",
  "trigramCountsHigh",
  "trigramGapsLow",
  "trigramGapsHigh",
  "trigrams",
] as const;

/** The name of a section of the file. */
export type SectionName = (typeof SECTIONS)[number];

/** How many levels each kind of number is rounded to, in the order in which the levels are stored. */
export const LEVELS = { unigrams: 256, unigramBackoffs: 64, bigrams: 48, bigramBackoffs: 32, trigrams: 48 } as const;

/** How many levels there are, of all kinds together. */
export const LEVEL_COUNT = Object.values(LEVELS).reduce((sum, count) => sum + count, 0);

/** Bytes before the first section. */
export const HEADER_SIZE = 4 * (6 + SECTIONS.length);

/** A packed model, opened. */
export interface PackedModel {
  readonly words: number;
  readonly bigrams: number;
  readonly trigrams: number;
  readonly sections: Readonly<Record<SectionName, Uint8Array>>;
}

/** Where what the checksum is of begins, in bytes. */
export const CHECKED_FROM = 12;

/** Finds the sections of a packed model and makes sure that the file is whole. */
export function openPacked(bytes: Uint8Array): PackedModel {
  if (bytes.length < HEADER_SIZE) throw new ModelError(`language model cut short: ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const field = (index: number): number => view.getUint32(index * 4, true);
  if (field(0) !== MAGIC) throw new ModelError("not a packed language model");
  if (field(1) !== VERSION) throw new ModelError(`language model of version ${field(1)}, expected ${VERSION}`);
  if (field(2) !== checksumOf(bytes, CHECKED_FROM)) throw new ModelError("language model damaged: wrong checksum");
  let at = HEADER_SIZE;
  const sections = SECTIONS.map((name, index): [SectionName, Uint8Array] => {
    const length = field(6 + index);
    if (length > bytes.length - at) throw new ModelError(`language model cut short in section ${name}`);
    at += length;
    return [name, bytes.subarray(at - length, at)];
  });
  if (at !== bytes.length) throw new ModelError(`language model has ${bytes.length - at} bytes too many`);
  return {
    words: field(3),
    bigrams: field(4),
    trigrams: field(5),
    sections: Object.fromEntries(sections) as Record<SectionName, Uint8Array>,
  };
}
