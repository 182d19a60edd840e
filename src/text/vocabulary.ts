import { foldCharacter } from "./characters.js";

/** Words laid out end to end, folded (lower case, straight apostrophes) and distinct. Ids are dense, from 0. */
export interface WordList {
  /** How many words; ids run from 0 to `size - 1`. */
  readonly size: number;
  /** The words' characters. */
  readonly characters: Uint16Array;
  /** Word `id` is `characters[offsets[id] .. offsets[id + 1])`. */
  readonly offsets: Uint32Array;
}

/**
 * Words and their ids, as a hash table over character codes: a token is looked up where it stands in the text, without
 * a string being made for it. Immutable: `extendVocabulary` gives a new one.
 */
export interface Vocabulary extends WordList {
  /** Open-addressing table of `id + 1`; 0 is an empty slot. Its length is a power of two. */
  readonly slots: Int32Array;
  /** By word id: the hash of its characters. */
  readonly hashes: Int32Array;
}

/** The id of a word that the vocabulary does not hold. */
export const NO_WORD = -1;

/** What a word's hash begins with. */
export const HASH_SEED = 0x811c9dc5 | 0;

/** One step of the hash: FNV-1a (Fowler, Noll, Vo 1991) over folded code units. */
export function hashStep(hash: number, folded: number): number {
  return Math.imul(hash ^ folded, 0x01000193);
}

function slotOf(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}

/** Lays words out. They are taken as already folded and distinct. */
export function listWords(words: readonly string[]): WordList {
  const characters = new Uint16Array(words.reduce((sum, word) => sum + word.length, 0));
  const offsets = new Uint32Array(words.length + 1);
  let at = 0;
  words.forEach((word, id) => {
    for (let i = 0; i < word.length; i++) characters[at++] = word.charCodeAt(i);
    offsets[id + 1] = at;
  });
  return { size: words.length, characters, offsets };
}

/** Builds a vocabulary. Words are taken as already folded and distinct. */
export function buildVocabulary(words: readonly string[]): Vocabulary {
  return indexVocabulary(listWords(words));
}

/** A vocabulary that holds further words after those of the first one, whose ids stay as they are. */
export function extendVocabulary(base: Vocabulary, words: readonly string[]): Vocabulary {
  return mergeWords(base, listWords([...new Set(words)])).vocabulary;
}

/** The same, with the ids of the further words in the larger vocabulary, and those of them that the first one lacks. */
export function mergeWords(
  base: Vocabulary,
  list: WordList,
): { readonly vocabulary: Vocabulary; readonly ids: Int32Array; readonly fresh: WordList } {
  const ids = findWords(base, list);
  const missing: string[] = [];
  for (let word = 0; word < list.size; word++) {
    if (ids[word] === NO_WORD) ids[word] = base.size - 1 + missing.push(wordAt(list, word));
  }
  const fresh = listWords(missing);
  return { vocabulary: appendWords(base, fresh), ids, fresh };
}

/** A vocabulary with words behind its own that it lacks. */
export function appendWords(base: Vocabulary, list: WordList): Vocabulary {
  if (list.size === 0) return base;
  const shift = base.characters.length;
  const characters = new Uint16Array(shift + list.characters.length);
  const offsets = new Uint32Array(base.size + list.size + 1);
  characters.set(base.characters);
  characters.set(list.characters, shift);
  offsets.set(base.offsets);
  for (let word = 1; word <= list.size; word++) offsets[base.size + word] = shift + list.offsets[word];
  return indexVocabulary({ size: base.size + list.size, characters, offsets }, base);
}

function findWords(vocabulary: Vocabulary, { size, characters, offsets }: WordList): Int32Array {
  const ids = new Int32Array(size);
  for (let word = 0; word < size; word++)
    ids[word] = wordIdAt(vocabulary, characters, offsets[word], offsets[word + 1]);
  return ids;
}

/**
 * Indexes words that are laid out.
 *
 * @param base a vocabulary that holds the first of these words, whose places in the table are kept if it is as large
 */
export function indexVocabulary(list: WordList, base?: Vocabulary): Vocabulary {
  const { size, characters, offsets } = list;
  let capacity = 1024;
  while (capacity * 4 < size * 7) capacity *= 2;
  const known = base?.slots.length === capacity ? base : undefined;
  const slots = known?.slots.slice() ?? new Int32Array(capacity);
  const hashes = hashesOf(list, base);
  const mask = capacity - 1;
  for (let id = known?.size ?? 0; id < size; id++) {
    let slot = slotOf(hashes[id], mask);
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = id + 1;
  }
  return { size, characters, offsets, slots, hashes };
}

function hashesOf({ size, characters, offsets }: WordList, base?: Vocabulary): Int32Array {
  const hashes = new Int32Array(size);
  if (base) hashes.set(base.hashes);
  for (let id = base?.size ?? 0; id < size; id++) {
    let hash = HASH_SEED;
    for (let at = offsets[id]; at < offsets[id + 1]; at++) hash = hashStep(hash, characters[at]);
    hashes[id] = hash;
  }
  return hashes;
}

/** The id of the word that stands in `letters[start .. end)`, folded; `NO_WORD` if the vocabulary does not hold it. */
export function wordIdAt(vocabulary: Vocabulary, letters: Uint16Array, start: number, end: number): number {
  const { characters, offsets, slots } = vocabulary;
  const mask = slots.length - 1;
  let hash = HASH_SEED;
  for (let at = start; at < end; at++) hash = hashStep(hash, letters[at]);
  for (let slot = slotOf(hash, mask); slots[slot] !== 0; slot = (slot + 1) & mask) {
    const from = offsets[slots[slot] - 1];
    if (offsets[slots[slot]] - from !== end - start) continue;
    let length = 0;
    while (length < end - start && characters[from + length] === letters[start + length]) length++;
    if (length === end - start) return slots[slot] - 1;
  }
  return NO_WORD;
}

/** The id of the word `text.slice(start, end)`, whose folded characters have this hash; `NO_WORD` if there is none. */
export function findWord(vocabulary: Vocabulary, text: string, start: number, end: number, hash: number): number {
  const { characters, offsets, slots } = vocabulary;
  const mask = slots.length - 1;
  for (let slot = slotOf(hash, mask); ; slot = (slot + 1) & mask) {
    const id = slots[slot] - 1;
    if (id < 0) return NO_WORD;
    let at = offsets[id];
    const stop = offsets[id + 1];
    let i = start;
    for (; i < end; i++) {
      const folded = foldCharacter(text.charCodeAt(i));
      if (folded === 0) continue;
      if (at >= stop || characters[at] !== folded) break;
      at++;
    }
    if (i === end && at === stop) return id;
  }
}

/** The id of a word given by itself; `NO_WORD` if the vocabulary does not hold it. */
export function wordIdOf(vocabulary: Vocabulary, word: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < word.length; i++) {
    const folded = foldCharacter(word.charCodeAt(i));
    if (folded !== 0) hash = hashStep(hash, folded);
  }
  return findWord(vocabulary, word, 0, word.length, hash);
}

/** A number that another vocabulary hardly has. */
export function fingerprintOf({ hashes }: Vocabulary): number {
  let sum = hashes.length;
  for (let id = 0; id < hashes.length; id++) sum = Math.imul(sum ^ hashes[id], 0x5bd1e995);
  return sum >>> 0;
}

/** The word with this id, in lower case. `id` must be of this list. */
export function wordAt({ characters, offsets }: WordList, id: number): string {
  return String.fromCharCode.apply(null, characters.subarray(offsets[id], offsets[id + 1]) as unknown as number[]);
}
