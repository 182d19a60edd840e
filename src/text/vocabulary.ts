import { foldCharacter } from "./characters.js";

/**
 * Words and their ids, as a hash table over character codes: a token is looked up where it stands in the text, without
 * a string being made for it. Ids are dense, from 0. Immutable: `extendVocabulary` gives a new one.
 */
export interface Vocabulary {
  /** How many words; ids run from 0 to `size - 1`. */
  readonly size: number;
  /** The words' folded characters, end to end. */
  readonly characters: Uint16Array;
  /** The same as a string. */
  readonly letters: string;
  /** Word `id` is `characters[offsets[id] .. offsets[id + 1])`. */
  readonly offsets: Uint32Array;
  /** Open-addressing table of `id + 1`; 0 is an empty slot. Its length is a power of two. */
  readonly slots: Int32Array;
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

/** Builds a vocabulary. Words are taken as already folded (lower case, straight apostrophes) and distinct. */
export function buildVocabulary(words: readonly string[]): Vocabulary {
  let length = 0;
  for (const word of words) length += word.length;
  const characters = new Uint16Array(length);
  const offsets = new Uint32Array(words.length + 1);
  let at = 0;
  words.forEach((word, id) => {
    for (let i = 0; i < word.length; i++) characters[at++] = word.charCodeAt(i);
    offsets[id + 1] = at;
  });
  return indexVocabulary(words.length, characters, offsets);
}

/** A vocabulary that holds further words after those of the first one, whose ids stay as they are. */
export function extendVocabulary(base: Vocabulary, words: readonly string[]): Vocabulary {
  const fresh = [...new Set(words)].filter((word) => wordIdOf(base, word) === NO_WORD);
  if (fresh.length === 0) return base;
  const addition = buildVocabulary(fresh);
  const shift = base.characters.length;
  const characters = new Uint16Array(shift + addition.characters.length);
  characters.set(base.characters);
  characters.set(addition.characters, shift);
  const offsets = new Uint32Array(base.size + fresh.length + 1);
  offsets.set(base.offsets);
  for (let i = 1; i <= fresh.length; i++) offsets[base.size + i] = shift + addition.offsets[i];
  return indexVocabulary(base.size + fresh.length, characters, offsets, base);
}

/**
 * A vocabulary of words that are laid out already: folded, distinct, word `id` from `offsets[id]` on.
 *
 * @param base one that holds the first of these words, whose places in the table are kept if it is as large
 */
export function indexVocabulary(
  size: number,
  characters: Uint16Array,
  offsets: Uint32Array,
  base?: Vocabulary,
): Vocabulary {
  let capacity = 1024;
  while (capacity < size * 2) capacity *= 2;
  const known = base?.slots.length === capacity ? base : undefined;
  const slots = known?.slots.slice() ?? new Int32Array(capacity);
  const mask = capacity - 1;
  for (let id = known?.size ?? 0; id < size; id++) {
    let hash = HASH_SEED;
    for (let i = offsets[id]; i < offsets[id + 1]; i++) hash = hashStep(hash, characters[i]);
    let slot = slotOf(hash, mask);
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = id + 1;
  }
  return { size, characters, letters: textOf(characters), offsets, slots };
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

/** The word with this id, in lower case. `id` must be of this vocabulary. */
export function wordAt({ letters, offsets }: Vocabulary, id: number): string {
  return letters.slice(offsets[id], offsets[id + 1]);
}

function textOf(characters: Uint16Array): string {
  // The characters are code units of this machine's byte order; nearly every machine has the lower byte first.
  if (LOWER_BYTE_FIRST) return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(characters);
  let text = "";
  // In pieces: they are the arguments of a call.
  for (let at = 0; at < characters.length; at += 4096)
    text += String.fromCharCode(...characters.subarray(at, at + 4096));
  return text;
}

const LOWER_BYTE_FIRST = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
