import { NO_WORD, type Vocabulary } from "../text/vocabulary.js";

/**
 * Finds words by the hash of their folded letters alone: open addressing, `id + 1` and some bits of the hash a slot, 0 for
 * an empty one. Two words in a hundred thousand share a hash; then the first one is found.
 */
export interface WordTable {
  /** A power of two long. */
  readonly slots: Int32Array;
  /** By word id. */
  readonly hashes: Int32Array;
}

/** A slot has so many bits for the id; the rest is the upper bits of the hash, so that strangers are seldom looked up. */
const ID_BITS = 20;
const ID_MASK = (1 << ID_BITS) - 1;

/** Lays a vocabulary out for looking up. @throws {RangeError} if it has more than a million words */
export function buildWordTable({ size, hashes }: Vocabulary): WordTable {
  if (size >= ID_MASK) throw new RangeError(`a vocabulary of ${size} words is too large to be screened with`);
  let capacity = 1024;
  while (capacity * 3 < size * 4) capacity *= 2;
  const slots = new Int32Array(capacity);
  const mask = capacity - 1;
  for (let id = 0; id < size; id++) {
    const hash = hashes[id];
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = (hash & ~ID_MASK) | (id + 1);
  }
  return { slots, hashes };
}

/** The id of the word with this hash, `NO_WORD` if there is none. */
export function wordOfHash({ slots, hashes }: WordTable, hash: number): number {
  const mask = slots.length - 1;
  for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
    const found = slots[slot];
    if (found === 0) return NO_WORD;
    if (((found ^ hash) & ~ID_MASK) !== 0) continue;
    const id = (found & ID_MASK) - 1;
    if (hashes[id] === hash) return id;
  }
}
