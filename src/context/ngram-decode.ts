import { ModelError } from "../errors.js";
import { buildVocabulary, type Vocabulary } from "../text/vocabulary.js";
import type { NgramModel } from "./ngram.js";
import { CLASS_IDS, LEVEL_COUNT, LEVELS, openPacked, type PackedModel } from "./ngram-format.js";

/**
 * Unpacks a model from its file's bytes, no longer compressed. Throws a `ModelError` that says what is wrong with bytes
 * that are no whole model of this version.
 */
export function decodeNgramModel(bytes: Uint8Array): NgramModel {
  const packed = openPacked(bytes);
  const { sections } = packed;
  checkLengths(packed);
  const levels = readLevels(sections.levels);
  const bigramStart = readStarts(sections.bigramCounts, packed.words, packed.bigrams, "bigrams");
  const trigramStart = readStarts(sections.trigramCounts, packed.bigrams, packed.trigrams, "trigrams");
  const bigramWord = readBigramWords(packed, bigramStart);
  return {
    ...CLASS_IDS,
    vocabulary: readVocabulary(packed),
    unigram: lookUp(sections.unigrams, levels.unigrams),
    unigramBackoff: lookUp(sections.unigramBackoffs, levels.unigramBackoffs),
    bigramStart,
    bigramWord,
    // Copies: a view, which the slice of a Buffer is too, would keep the whole file in memory.
    bigram: new Uint8Array(sections.bigrams),
    bigramBackoff: readBackoffs(packed, trigramStart, levels.bigramBackoffs),
    trigramStart,
    trigramWord: readTrigramWords(packed, bigramStart, bigramWord, trigramStart),
    trigram: new Uint8Array(sections.trigrams),
    bigramLevels: levels.bigrams,
    trigramLevels: levels.trigrams,
  };
}

function checkLengths({ words, bigrams, trigrams, sections }: PackedModel): void {
  const expected = {
    levels: LEVEL_COUNT * 4,
    wordLengths: words,
    unigrams: words,
    unigramBackoffs: words,
    bigrams,
    trigrams,
  };
  for (const [name, length] of Object.entries(expected)) {
    const found = sections[name as keyof typeof expected].length;
    if (found !== length)
      throw new ModelError(`language model: section ${name} has ${found} bytes, expected ${length}`);
  }
}

function readLevels(bytes: Uint8Array): Record<keyof typeof LEVELS, Float32Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const read = (count: number): Float32Array => {
    // A code is at most 255: the tables are as long, so that a look-up needs no check.
    const table = new Float32Array(256);
    for (let i = 0; i < count; i++, at += 4) table[i] = view.getFloat32(at, true);
    return table;
  };
  return {
    unigrams: read(LEVELS.unigrams),
    unigramBackoffs: read(LEVELS.unigramBackoffs),
    bigrams: read(LEVELS.bigrams),
    bigramBackoffs: read(LEVELS.bigramBackoffs),
    trigrams: read(LEVELS.trigrams),
  };
}

function readVocabulary({ words, sections }: PackedModel): Vocabulary {
  const list: string[] = [];
  let at = 0;
  for (let id = 0; id < words; id++) {
    const end = at + sections.wordLengths[id];
    list.push(String.fromCharCode(...sections.letters.subarray(at, end)));
    at = end;
  }
  if (at !== sections.letters.length) throw new ModelError("language model: its words are cut short");
  return buildVocabulary(list);
}

/** Adds up `count` variable-length numbers: where the rows of each history begin. */
function readStarts(bytes: Uint8Array, count: number, total: number, name: string): Uint32Array {
  const starts = new Uint32Array(count + 1);
  let at = 0;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    let value = bytes[at++];
    if (value > 127) {
      value &= 127;
      for (let shift = 7, byte = 128; byte > 127 && shift < 28; shift += 7) {
        byte = bytes[at++];
        value |= (byte & 127) << shift;
      }
    }
    sum += value;
    starts[i + 1] = sum;
  }
  if (sum !== total || at !== bytes.length)
    throw new ModelError(`language model: ${total} ${name} announced, ${sum} found`);
  return starts;
}

function readBigramWords({ words, bigrams, sections }: PackedModel, starts: Uint32Array): Uint16Array {
  const result = new Uint16Array(bigrams);
  const bytes = sections.bigramGaps;
  let at = 0;
  for (let h = 0; h < words; h++) {
    let word = -1;
    for (let row = starts[h]; row < starts[h + 1]; row++) {
      let gap = bytes[at++];
      if (gap > 127) {
        gap &= 127;
        for (let shift = 7, byte = 128; byte > 127 && shift < 28; shift += 7) {
          byte = bytes[at++];
          gap |= (byte & 127) << shift;
        }
      }
      word += gap + 1;
      result[row] = word;
    }
    if (!(word < words)) throw new ModelError("language model: a bigram ends in no word of its vocabulary");
  }
  if (at !== bytes.length) throw new ModelError("language model: its bigrams are cut short");
  return result;
}

function readTrigramWords(
  { bigrams, trigrams, sections }: PackedModel,
  bigramStart: Uint32Array,
  bigramWord: Uint16Array,
  starts: Uint32Array,
): Uint16Array {
  const result = new Uint16Array(trigrams);
  const bytes = sections.trigramGaps;
  let at = 0;
  for (let history = 0; history < bigrams; history++) {
    const from = starts[history];
    const to = starts[history + 1];
    if (from === to) continue;
    const h = bigramWord[history];
    let position = bigramStart[h] - 1;
    for (let row = from; row < to; row++) {
      let gap = bytes[at++];
      if (gap > 127) {
        gap &= 127;
        for (let shift = 7, byte = 128; byte > 127 && shift < 28; shift += 7) {
          byte = bytes[at++];
          gap |= (byte & 127) << shift;
        }
      }
      position += gap + 1;
      result[row] = bigramWord[position];
    }
    if (!(position < bigramStart[h + 1])) throw new ModelError("language model: a trigram ends in no bigram");
  }
  if (at !== bytes.length) throw new ModelError("language model: its trigrams are cut short");
  return result;
}

/** Only histories of trigrams have a weight of their own in the file. */
function readBackoffs({ bigrams, sections }: PackedModel, starts: Uint32Array, levels: Float32Array): Float32Array {
  const result = new Float32Array(bigrams);
  let at = 0;
  for (let row = 0; row < bigrams; row++) {
    if (starts[row] !== starts[row + 1]) result[row] = levels[sections.bigramBackoffs[at++]];
  }
  if (at !== sections.bigramBackoffs.length) throw new ModelError("language model: wrong number of back-off weights");
  return result;
}

function lookUp(codes: Uint8Array, levels: Float32Array): Float32Array {
  const values = new Float32Array(codes.length);
  for (let i = 0; i < codes.length; i++) values[i] = levels[codes[i]];
  return values;
}
