import { ModelError } from "../errors.js";
import { indexVocabulary, type Vocabulary } from "../text/vocabulary.js";
import type { NgramModel } from "./ngram.js";
import { CLASS_IDS, LEVEL_COUNT, LEVELS, openPacked, type PackedModel } from "./ngram-format.js";
import { NgramTableBuilder } from "./ngram-table.js";

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
  const tables = new NgramTableBuilder(Math.max(packed.bigrams, packed.trigrams));
  const rows = { bigramStart, bigramWord, trigramStart };
  addBigrams(tables, packed, rows);
  addTrigrams(tables, packed, rows);
  return {
    ...CLASS_IDS,
    vocabulary: readVocabulary(packed),
    unigram: lookUp(sections.unigrams, levels.unigrams),
    unigramBackoff: lookUp(sections.unigramBackoffs, levels.unigramBackoffs),
    tables: tables.tables,
    bigramLevels: levels.bigrams,
    trigramLevels: levels.trigrams,
    // Code 0 is for what is no history.
    backoffLevels: Float32Array.of(0, ...levels.bigramBackoffs.subarray(0, LEVELS.bigramBackoffs)),
  };
}

/** Where the n-grams of each history are in the file. */
interface Rows {
  /** The bigrams (h, ...) are rows `bigramStart[h]` to `bigramStart[h + 1]`, ascending by word. */
  readonly bigramStart: Uint32Array;
  readonly bigramWord: Uint16Array;
  /** The trigrams whose first two words are bigram `b` are rows `trigramStart[b]` to `trigramStart[b + 1]`. */
  readonly trigramStart: Uint32Array;
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
  const offsets = new Uint32Array(words + 1);
  for (let id = 0; id < words; id++) offsets[id + 1] = offsets[id] + sections.wordLengths[id];
  if (offsets[words] !== sections.letters.length) throw new ModelError("language model: its words are cut short");
  return indexVocabulary(words, Uint16Array.from(sections.letters), offsets);
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

/** Only histories of trigrams have a weight of their own in the file. */
function addBigrams(tables: NgramTableBuilder, { words, sections }: PackedModel, rows: Rows): void {
  const { bigramStart, bigramWord, trigramStart } = rows;
  let at = 0;
  for (let h = 0; h < words; h++) {
    for (let row = bigramStart[h]; row < bigramStart[h + 1]; row++) {
      const backoff = trigramStart[row] === trigramStart[row + 1] ? 0 : sections.bigramBackoffs[at++] + 1;
      tables.addBigram(h, bigramWord[row], sections.bigrams[row], backoff);
    }
  }
  if (at !== sections.bigramBackoffs.length) throw new ModelError("language model: wrong number of back-off weights");
  tables.flush();
}

function addTrigrams(tables: NgramTableBuilder, { words, sections }: PackedModel, rows: Rows): void {
  const { bigramStart, bigramWord, trigramStart } = rows;
  const bytes = sections.trigramGaps;
  let at = 0;
  for (let g = 0; g < words; g++) {
    for (let history = bigramStart[g]; history < bigramStart[g + 1]; history++) {
      const to = trigramStart[history + 1];
      if (trigramStart[history] === to) continue;
      const h = bigramWord[history];
      const place = tables.historyOf(g, h);
      let position = bigramStart[h] - 1;
      for (let row = trigramStart[history]; row < to; row++) {
        let gap = bytes[at++];
        if (gap > 127) {
          gap &= 127;
          for (let shift = 7, byte = 128; byte > 127 && shift < 28; shift += 7) {
            byte = bytes[at++];
            gap |= (byte & 127) << shift;
          }
        }
        position += gap + 1;
        tables.addTrigram(place, bigramWord[position], sections.trigrams[row]);
      }
      if (!(position < bigramStart[h + 1])) throw new ModelError("language model: a trigram ends in no bigram");
    }
  }
  if (at !== bytes.length) throw new ModelError("language model: its trigrams are cut short");
  tables.flush();
}

function lookUp(codes: Uint8Array, levels: Float32Array): Float32Array {
  const values = new Float32Array(codes.length);
  for (let i = 0; i < codes.length; i++) values[i] = levels[codes[i]];
  return values;
}
