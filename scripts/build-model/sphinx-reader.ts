import { existsSync, readFileSync } from "node:fs";

/**
 * A trigram model of CMU Sphinx. The trie is reversed: a node's children are the words to its LEFT. Probabilities and
 * back-off weights are linear.
 */
export interface SphinxModel {
  readonly words: readonly string[];
  readonly unigram: Float64Array;
  readonly unigramBackoff: Float64Array;
  /** The bigrams that end in word `w` are rows `bigramStart[w]` to `bigramStart[w + 1]`. */
  readonly bigramStart: Uint32Array;
  /** The word before, ascending within a row group. */
  readonly bigramLeft: Uint32Array;
  readonly bigram: Float64Array;
  readonly bigramBackoff: Float64Array;
  /** The trigrams that end in bigram `b` are rows `trigramStart[b]` to `trigramStart[b + 1]`. */
  readonly trigramStart: Uint32Array;
  readonly trigramLeft: Uint32Array;
  readonly trigram: Float64Array;
}

/** Where Debian's package pocketsphinx-en-us puts the model. */
export const DEFAULT_SPHINX_PATH = "/usr/share/pocketsphinx/model/en-us/en-us.lm.bin";

const MAGIC = "Trie Language Model";
const LEVELS = 65536;
const LOG_BASE = Math.log(1.0001);
const UNIGRAM_BYTES = 12;

/** Reads `en-us.lm.bin`. Throws with a way out when the file is absent, and when it is no such model. */
export function readSphinxModel(path: string = DEFAULT_SPHINX_PATH): SphinxModel {
  if (!existsSync(path)) {
    throw new Error(`no language model at ${path}: on Debian or Ubuntu, apt-get install pocketsphinx-en-us`);
  }
  const bytes = readFileSync(path);
  if (bytes.toString("latin1", 0, MAGIC.length) !== MAGIC || bytes[MAGIC.length] !== 3) {
    throw new Error(`${path} is no trigram model in the binary format of CMU Sphinx`);
  }
  let at = MAGIC.length + 1;
  const [words, bigrams, trigrams] = [0, 4, 8].map((offset) => bytes.readUInt32LE(at + offset));
  const sizes: Sizes = { words, bigrams, trigrams, wordBits: bitsFor(words), nextBits: bitsFor(trigrams) };
  at += 16;
  // One table for the probabilities and one for the back-off weights of bigrams, one for the probabilities of trigrams.
  const [bigramLevels, backoffLevels, trigramLevels] = [0, 1, 2].map((n) => readLevels(bytes, at + n * LEVELS * 4));
  at += 3 * LEVELS * 4;
  const unigrams = readUnigrams(bytes, at, sizes);
  at += (words + 1) * UNIGRAM_BYTES;
  const bigramColumns = readBigrams(bytes, at, sizes, bigramLevels, backoffLevels);
  at += packedSize(bigrams, bigramBitsOf(sizes));
  const trigramColumns = readTrigrams(bytes, at, sizes, trigramLevels);
  at += packedSize(trigrams, trigramBitsOf(sizes));
  const length = bytes.readInt32LE(at);
  const names = bytes.toString("utf8", at + 4, at + 4 + length).split("\0");
  names.pop();
  if (names.length !== words || at + 4 + length !== bytes.length) throw new Error(`${path} is damaged`);
  return { words: names, ...unigrams, ...bigramColumns, ...trigramColumns };
}

/** How many rows the tables have, and how many bits a word and a row of trigrams take. */
interface Sizes {
  readonly words: number;
  readonly bigrams: number;
  readonly trigrams: number;
  readonly wordBits: number;
  readonly nextBits: number;
}

function readUnigrams(bytes: Buffer, base: number, { words }: Sizes) {
  const unigram = new Float64Array(words);
  const unigramBackoff = new Float64Array(words);
  const bigramStart = new Uint32Array(words + 1);
  for (let i = 0; i <= words; i++) {
    const at = base + i * UNIGRAM_BYTES;
    bigramStart[i] = bytes.readUInt32LE(at + 8);
    if (i === words) continue;
    unigram[i] = Math.exp(bytes.readFloatLE(at) * LOG_BASE);
    unigramBackoff[i] = Math.exp(bytes.readFloatLE(at + 4) * LOG_BASE);
  }
  return { unigram, unigramBackoff, bigramStart };
}

function readBigrams(bytes: Buffer, at: number, sizes: Sizes, levels: Float64Array, backoffLevels: Float64Array) {
  const { bigrams, wordBits, nextBits } = sizes;
  const bigramLeft = new Uint32Array(bigrams);
  const bigram = new Float64Array(bigrams);
  const bigramBackoff = new Float64Array(bigrams);
  const trigramStart = new Uint32Array(bigrams + 1);
  for (let i = 0; i <= bigrams; i++) {
    const bit = i * bigramBitsOf(sizes);
    trigramStart[i] = readBits(bytes, at, bit + wordBits + 32, nextBits);
    if (i === bigrams) continue;
    bigramLeft[i] = readBits(bytes, at, bit, wordBits);
    bigramBackoff[i] = backoffLevels[readBits(bytes, at, bit + wordBits, 16)];
    bigram[i] = levels[readBits(bytes, at, bit + wordBits + 16, 16)];
  }
  return { bigramLeft, bigram, bigramBackoff, trigramStart };
}

function readTrigrams(bytes: Buffer, at: number, sizes: Sizes, levels: Float64Array) {
  const { trigrams, wordBits } = sizes;
  const trigramLeft = new Uint32Array(trigrams);
  const trigram = new Float64Array(trigrams);
  for (let i = 0; i < trigrams; i++) {
    const bit = i * trigramBitsOf(sizes);
    trigramLeft[i] = readBits(bytes, at, bit, wordBits);
    trigram[i] = levels[readBits(bytes, at, bit + wordBits, 16)];
  }
  return { trigramLeft, trigram };
}

/** A row of bigrams: the word before, back-off weight, probability, where its trigrams begin. */
function bigramBitsOf({ wordBits, nextBits }: Sizes): number {
  return wordBits + 16 + 16 + nextBits;
}

/** A row of trigrams: the word before, probability. */
function trigramBitsOf({ wordBits }: Sizes): number {
  return wordBits + 16;
}

function readLevels(bytes: Buffer, at: number): Float64Array {
  const levels = new Float64Array(LEVELS);
  for (let i = 0; i < LEVELS; i++) levels[i] = Math.exp(bytes.readFloatLE(at + i * 4) * LOG_BASE);
  return levels;
}

function bitsFor(value: number): number {
  return 32 - Math.clz32(value);
}

function packedSize(entries: number, bits: number): number {
  return Math.floor(((1 + entries) * bits + 7) / 8) + 8;
}

/** Reads up to 25 bits, least significant first. */
function readBits(bytes: Buffer, base: number, bit: number, count: number): number {
  return (bytes.readUInt32LE(base + Math.floor(bit / 8)) >>> (bit % 8)) & ((1 << count) - 1);
}
