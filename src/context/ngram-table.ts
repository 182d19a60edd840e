import { ModelError } from "../errors.js";

/*
 * The n-grams of a language model as two hash tables by open addressing. Every first word has a stretch of its own in
 * either table, as long as its n-grams need: they are decoded in the order in which they lie in memory, and the look-ups
 * of a text, whose first words are mostly frequent ones, stay in the stretches that the processor has at hand.
 *
 * Nothing is ever taken for something else: a slot has all words of its n-gram but the first, which its stretch tells.
 *
 * A stretch is laid out when something is first looked for in it: a text needs those of its own words and of what they
 * may be swapped for, a small part of all.
 */

/** A slot of a stretch that has not been laid out yet. */
export const UNLAID = 0;
/** An empty slot: no n-gram. */
export const EMPTY = 1;

/** The place of what is in no slot. */
export const NOWHERE = -1;

/** Bits of a code. */
export const CODE_BITS = 6;
/** What a code may be at most. */
export const MOST_CODE = (1 << CODE_BITS) - 1;
/** Words are numbered below this: two of them are the key of a trigram. */
export const MOST_WORDS = 0xffff;

/** So many bits of a hash say where in its stretch an n-gram should stand; the product with a stretch's length has 32. */
const HASH_BITS = 15;
const LONGEST_STRETCH = 1 << (32 - HASH_BITS);

/** The n-grams as they stand in the file: what stretches are laid out from. */
export interface NgramRows {
  /** The bigrams of history `h` are the rows `bigramRow[h] .. bigramRow[h + 1]`, by ascending word. */
  readonly bigramRow: Int32Array;
  readonly bigramWord: Uint16Array;
  readonly bigramCodes: Uint8Array;
  readonly bigramBackoffs: Uint8Array;
  /** By first word: how many bigrams with a back-off weight, which trigrams begin with, stand before its own. */
  readonly historyRow: Int32Array;
  /** By such a bigram: its trigrams are the rows `trigramRow[i] .. trigramRow[i + 1]`. */
  readonly trigramRow: Int32Array;
  /** By trigram: how many bigrams of its history lie between it and the one before, in two bytes. */
  readonly trigramGapsLow: Uint8Array;
  readonly trigramGapsHigh: Uint8Array;
  readonly trigramCodes: Uint8Array;
}

/** The n-grams of a model. */
export interface NgramTables {
  /** `word + 1, back-off code, probability code` by place. */
  readonly bigrams: Int32Array;
  /** The bigrams of history `h` stand at the places `bigramStart[h] .. bigramStart[h + 1]`. */
  readonly bigramStart: Int32Array;
  /** `second word, third word`, and 2 more, by place. */
  readonly trigrams: Int32Array;
  /** Probability code by place. */
  readonly trigramCodes: Uint8Array;
  /** The trigrams of first word `g` stand at the places `trigramStart[g] .. trigramStart[g + 1]`. */
  readonly trigramStart: Int32Array;
  readonly rows: NgramRows;
}

/** How long a stretch is for so many n-grams: a third of it stays empty, and one place at least, where searches end. */
export function stretchFor(count: number): number {
  const length = count + (count >> 1) + 1;
  if (length > LONGEST_STRETCH) throw new ModelError(`language model: ${count} n-grams begin with one word`);
  return length;
}

/** Where in a stretch `start .. end` an n-gram with this hash should stand. */
export function homeIn(start: number, end: number, hash: number): number {
  return start + (Math.imul(hash >>> (32 - HASH_BITS), end - start) >>> HASH_BITS);
}

/** The hash of a bigram within the stretch of its history. */
export function bigramHash(word: number): number {
  return Math.imul(word, 0x9e3779b1);
}

/** The hash of a trigram within the stretch of its first word. */
export function trigramHash(second: number, word: number): number {
  return Math.imul(Math.imul(second, 0x85ebca6b) ^ word, 0x9e3779b1);
}

/** Where a bigram should stand. */
export function bigramHome({ bigramStart }: NgramTables, history: number, word: number): number {
  return homeIn(bigramStart[history], bigramStart[history + 1], bigramHash(word));
}

/** Where a trigram should stand. */
export function trigramHome({ trigramStart }: NgramTables, first: number, second: number, word: number): number {
  return homeIn(trigramStart[first], trigramStart[first + 1], trigramHash(second, word));
}

/** What stands for a trigram in its table. */
export function trigramKey(second: number, word: number): number {
  return (((second << 16) | word) + 2) | 0;
}

/** What a slot of the table of bigrams holds. @param backoff code of the pair's weight as a history, 0 if it is none */
export function bigramSlot(word: number, backoff: number, probability: number): number {
  return ((word + 1) << (2 * CODE_BITS)) | (backoff << CODE_BITS) | probability;
}

/** The code of the probability in a bigram's slot. */
export function probabilityCode(slot: number): number {
  return slot & MOST_CODE;
}

/** The code of a bigram's weight as a history; 0 if no trigram begins with it. */
export function backoffCode(slot: number): number {
  return (slot >> CODE_BITS) & MOST_CODE;
}
