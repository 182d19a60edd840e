import {
  CHECKED_FROM,
  HEADER_SIZE,
  LEVELS,
  MAGIC,
  SECTIONS,
  type SectionName,
  VERSION,
} from "../../src/context/ngram-format.js";
import { checksumOf, lengthsOf } from "../../src/packed-file.js";
import { assembleModel, type BackoffModel, findIn } from "./backoff-model.js";
import { bigramKeys, trigramKeys } from "./interpolate.js";
import { NAME, UNKNOWN } from "./lexicon.js";
import { quantise, restore } from "./quantise.js";

/**
 * Rounds a model's numbers and writes it as the file that `decodeNgramModel` reads.
 *
 * @param classSize how many words a class of unknown words stands for: in the file its probability is that of one of them
 */
export function packModel(model: BackoffModel, words: readonly string[], classSize: number): Uint8Array {
  const rounded = roundModel(model);
  const share = (value: number, word: number): number =>
    word === UNKNOWN || word === NAME ? value / classSize : value;
  const unigrams = quantise(model.unigram.map(share), LEVELS.unigrams);
  const bigrams = quantise(
    model.bigram.map((value, row) => share(value, model.bigramWord[row])),
    LEVELS.bigrams,
  );
  const trigrams = quantise(
    model.trigram.map((value, row) => share(value, model.trigramWord[row])),
    LEVELS.trigrams,
  );
  const unigramBackoffs = quantise(rounded.unigramBackoff, LEVELS.unigramBackoffs);
  const histories = rounded.bigramBackoff.filter((_, row) => model.trigramStart[row] < model.trigramStart[row + 1]);
  const bigramBackoffs = quantise(histories, LEVELS.bigramBackoffs);
  const [bigramCountsLow, bigramCountsHigh] = planes(lengthsOf(model.bigramStart));
  const [bigramGapsLow, bigramGapsHigh] = planes(Int32Array.from(bigramGaps(model)));
  const [trigramCountsLow, trigramCountsHigh] = planes(lengthsOf(model.trigramStart).filter((count) => count > 0));
  const [trigramGapsLow, trigramGapsHigh] = planes(Int32Array.from(trigramGaps(model)));
  const letters = Buffer.from(words.join(""), "latin1");
  return writeFile(
    {
      levels: floatBytes([unigrams, unigramBackoffs, bigrams, bigramBackoffs, trigrams].map(({ levels }) => levels)),
      wordLengths: Uint8Array.from(words, (word) => word.length),
      letters,
      unigrams: unigrams.codes,
      unigramBackoffs: unigramBackoffs.codes,
      bigramCountsLow,
      bigramCountsHigh,
      bigramGapsLow,
      bigramGapsHigh,
      bigrams: bigrams.codes,
      bigramBackoffs: spread(bigramBackoffs.codes, model.trigramStart),
      trigramCountsLow,
      trigramCountsHigh,
      trigramGapsLow,
      trigramGapsHigh,
      trigrams: trigrams.codes,
    },
    [words.length, model.bigramWord.length, model.trigramWord.length],
  );
}

/** The back-off weights follow from the rounded probabilities, so that no more is given out than they leave over. */
function roundModel(model: BackoffModel): BackoffModel {
  return assembleModel(
    restore(quantise(model.unigram, LEVELS.unigrams)),
    { keys: bigramKeys(model), probabilities: restore(quantise(model.bigram, LEVELS.bigrams)) },
    { keys: trigramKeys(model), probabilities: restore(quantise(model.trigram, LEVELS.trigrams)) },
  );
}

function writeFile(sections: Readonly<Record<SectionName, Uint8Array>>, counts: readonly number[]): Uint8Array {
  const size = SECTIONS.reduce((sum, name) => sum + sections[name].length, HEADER_SIZE);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const fields = [MAGIC, VERSION, 0, ...counts, ...SECTIONS.map((name) => sections[name].length)];
  for (const [index, value] of fields.entries()) view.setUint32(index * 4, value, true);
  let at = HEADER_SIZE;
  for (const name of SECTIONS) {
    bytes.set(sections[name], at);
    at += sections[name].length;
  }
  view.setUint32(8, checksumOf(bytes, CHECKED_FROM), true);
  return bytes;
}

function floatBytes(tables: readonly Float32Array[]): Uint8Array {
  const floats = tables.flatMap((table) => [...table]);
  const view = new DataView(new ArrayBuffer(floats.length * 4));
  for (const [index, value] of floats.entries()) view.setFloat32(index * 4, value, true);
  return new Uint8Array(view.buffer);
}

/** The low bytes of numbers, and the high ones. */
function planes(numbers: Int32Array): readonly [low: Uint8Array, high: Uint8Array] {
  if (numbers.some((number) => number > 0xffff)) throw new RangeError("a number of the model has more than two bytes");
  return [Uint8Array.from(numbers, (number) => number & 0xff), Uint8Array.from(numbers, (number) => number >> 8)];
}

/** The codes of histories by bigram, each one more than it is; 0 where a bigram is none. */
function spread(codes: Uint8Array, trigramStart: Uint32Array): Uint8Array {
  let at = 0;
  return Uint8Array.from({ length: trigramStart.length - 1 }, (_, row) =>
    trigramStart[row] === trigramStart[row + 1] ? 0 : codes[at++] + 1,
  );
}

function bigramGaps({ size, bigramStart, bigramWord }: BackoffModel): number[] {
  const gaps: number[] = [];
  for (let h = 0; h < size; h++) {
    let before = -1;
    for (let row = bigramStart[h]; row < bigramStart[h + 1]; row++) {
      gaps.push(bigramWord[row] - before - 1);
      before = bigramWord[row];
    }
  }
  return gaps;
}

function trigramGaps({ bigramStart, bigramWord, trigramStart, trigramWord }: BackoffModel): number[] {
  const gaps: number[] = [];
  for (let history = 0; history < bigramWord.length; history++) {
    const from = bigramStart[bigramWord[history]];
    const to = bigramStart[bigramWord[history] + 1];
    let before = from - 1;
    for (let row = trigramStart[history]; row < trigramStart[history + 1]; row++) {
      const position = findIn(bigramWord, from, to, trigramWord[row]);
      if (position < 0) throw new Error("a trigram has no bigram of its last two words");
      gaps.push(position - before - 1);
      before = position;
    }
  }
  return gaps;
}
