import { ModelError } from "../errors.js";
import { indexVocabulary, type Vocabulary } from "../text/vocabulary.js";
import type { NgramModel } from "./ngram.js";
import { fillTables } from "./ngram-fill.js";
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
  return {
    ...CLASS_IDS,
    vocabulary: readVocabulary(packed),
    unigram: lookUp(sections.unigrams, levels.unigrams),
    unigramBackoff: lookUp(sections.unigramBackoffs, levels.unigramBackoffs),
    tables: fillTables(packed),
    bigramLevels: levels.bigrams,
    trigramLevels: levels.trigrams,
    // Code 0 is for what is no history.
    backoffLevels: Float32Array.of(0, ...levels.bigramBackoffs.subarray(0, LEVELS.bigramBackoffs)),
  };
}

function checkLengths({ words, bigrams, trigrams, sections }: PackedModel): void {
  const expected = {
    levels: LEVEL_COUNT * 4,
    wordLengths: words,
    unigrams: words,
    unigramBackoffs: words,
    bigramCountsLow: words,
    bigramCountsHigh: words,
    bigramGapsLow: bigrams,
    bigramGapsHigh: bigrams,
    bigrams,
    bigramBackoffs: bigrams,
    trigramCountsHigh: sections.trigramCountsLow.length,
    trigramGapsLow: trigrams,
    trigramGapsHigh: trigrams,
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
  const offsets = new Uint32Array(words + 1);
  for (let id = 0; id < words; id++) offsets[id + 1] = offsets[id] + sections.wordLengths[id];
  if (offsets[words] !== sections.letters.length) throw new ModelError("language model: its words are cut short");
  const characters = new Uint16Array(sections.letters.length);
  characters.set(sections.letters);
  return indexVocabulary({ size: words, characters, offsets });
}

function lookUp(codes: Uint8Array, levels: Float32Array): Float32Array {
  const values = new Float32Array(codes.length);
  for (let i = 0; i < codes.length; i++) values[i] = levels[codes[i]];
  return values;
}
