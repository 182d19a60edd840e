import { HASH_SEED, hashStep, NO_WORD, type Vocabulary } from "../text/vocabulary.js";

/**
 * Finds words by the hash of their folded letters alone: open addressing, `hash, id + 1` a slot, 0 for an empty one. Two
 * words in a hundred thousand share a hash; then the first one is found.
 */
export interface WordTable {
  readonly slots: Int32Array;
}

/** Lays a vocabulary out for looking up. */
export function buildWordTable({ size, characters, offsets }: Vocabulary): WordTable {
  let capacity = 1024;
  while (capacity < size * 2) capacity *= 2;
  const slots = new Int32Array(capacity * 2);
  const mask = capacity - 1;
  for (let id = 0; id < size; id++) {
    let hash = HASH_SEED;
    for (let at = offsets[id]; at < offsets[id + 1]; at++) hash = hashStep(hash, characters[at]);
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = id + 1;
  }
  return { slots };
}

/** The id of the word with this hash, `NO_WORD` if there is none. */
export function wordOfHash({ slots }: WordTable, hash: number): number {
  const mask = (slots.length >>> 1) - 1;
  for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
    const id = slots[2 * slot + 1];
    if (id === 0) return NO_WORD;
    if (slots[2 * slot] === hash) return id - 1;
  }
}
