import { ModelError } from "../errors.js";
import type { PackedModel } from "./ngram-format.js";
import {
  bigramHash,
  bigramSlot,
  EMPTY,
  homeIn,
  MOST_WORDS,
  type NgramTables,
  stretchFor,
  trigramHash,
  trigramKey,
} from "./ngram-table.js";

/*
 * What costs time here is less the work than that it is done once: a loop is slow until the compiler has taken it up, and
 * again whenever something happens that it had not seen. So there is hardly a branch in these loops, and histories are put
 * in from the last to the first: the short rows of the rare ones show all that can happen before the long ones come.
 */

/** The bigrams as they stand in the file. */
interface Rows {
  /** The bigrams of history `h` are the rows `start[h] .. start[h + 1]`, by ascending word. */
  readonly start: Int32Array;
  readonly word: Uint16Array;
  /** How many trigrams begin with a bigram, for those that are histories, in the order of the rows. */
  readonly trigrams: Int32Array;
}

/** Puts a model's n-grams into tables. @throws {ModelError} if they are not what was announced */
export function fillTables(packed: PackedModel): NgramTables {
  const { words, bigrams, sections } = packed;
  if (words > MOST_WORDS) throw new ModelError(`language model: ${words} words, more than can be numbered`);
  const bigramCounts = joined(sections.bigramCountsLow, sections.bigramCountsHigh);
  const start = startsOf(bigramCounts);
  const rows = {
    start,
    word: new Uint16Array(bigrams),
    trigrams: joined(sections.trigramCountsLow, sections.trigramCountsHigh),
  };
  if (start[words] !== bigrams)
    throw new ModelError(`language model: ${bigrams} bigrams announced, ${start[words]} found`);
  const trigramCounts = trigramsOf(packed, rows);
  const bigramStart = startsOf(bigramCounts.map(stretchFor));
  const trigramStart = startsOf(trigramCounts.map(stretchFor));
  const tables = {
    bigrams: new Int32Array(bigramStart[words]),
    bigramStart,
    trigrams: new Int32Array(trigramStart[words]),
    trigramCodes: new Uint8Array(trigramStart[words]),
    trigramStart,
  };
  addBigrams(tables, packed, rows);
  addTrigrams(tables, packed, rows);
  return tables;
}

/** Numbers of two bytes. */
function joined(low: Uint8Array, high: Uint8Array): Int32Array {
  const numbers = new Int32Array(low.length);
  for (let i = 0; i < low.length; i++) numbers[i] = low[i] | (high[i] << 8);
  return numbers;
}

/** Where each begins if they stand end to end, and where the last one ends. */
function startsOf(lengths: Int32Array): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = starts[i] + lengths[i];
  return starts;
}

/** By first word: how many trigrams there are. */
function trigramsOf({ words, trigrams, sections }: PackedModel, rows: Rows): Int32Array {
  const counts = new Int32Array(words);
  let history = 0;
  for (let g = 0; g < words; g++) {
    let sum = 0;
    for (let row = rows.start[g]; row < rows.start[g + 1]; row++) {
      if (sections.bigramBackoffs[row] !== 0) sum += rows.trigrams[history++];
    }
    counts[g] = sum;
  }
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all !== trigrams || history !== rows.trigrams.length)
    throw new ModelError(`language model: ${trigrams} trigrams announced, ${all} found`);
  return counts;
}

function addBigrams(tables: NgramTables, { words, sections }: PackedModel, rows: Rows): void {
  const { bigramGapsLow, bigramGapsHigh, bigramBackoffs, bigrams: codes } = sections;
  const { bigrams: slots, bigramStart } = tables;
  const { start, word: wordOf } = rows;
  for (let h = words - 1; h >= 0; h--) {
    const first = bigramStart[h];
    const end = bigramStart[h + 1];
    const to = start[h + 1];
    let word = -1;
    for (let row = start[h]; row < to; row++) {
      word += bigramGapsLow[row] + (bigramGapsHigh[row] << 8) + 1;
      wordOf[row] = word;
      let place = homeIn(first, end, bigramHash(word));
      while (slots[place] !== EMPTY) if (++place === end) place = first;
      slots[place] = bigramSlot(word, bigramBackoffs[row], codes[row]);
    }
    if (word >= words) throw new ModelError("language model: a bigram ends in no word of its vocabulary");
  }
}

function addTrigrams(tables: NgramTables, { words, trigrams, sections }: PackedModel, rows: Rows): void {
  const { trigramGapsLow, trigramGapsHigh, bigramBackoffs, trigrams: codes } = sections;
  const { trigrams: slots, trigramCodes, trigramStart } = tables;
  const { start, word: wordOf, trigrams: counts } = rows;
  let history = counts.length;
  let from = trigrams;
  for (let g = words - 1; g >= 0; g--) {
    const first = trigramStart[g];
    const end = trigramStart[g + 1];
    const lastRow = start[g];
    for (let row = start[g + 1] - 1; row >= lastRow; row--) {
      if (bigramBackoffs[row] === 0) continue;
      const h = wordOf[row];
      const to = from;
      from -= counts[--history];
      let position = start[h] - 1;
      for (let trigram = from; trigram < to; trigram++) {
        position += trigramGapsLow[trigram] + (trigramGapsHigh[trigram] << 8) + 1;
        const word = wordOf[position];
        let place = homeIn(first, end, trigramHash(h, word));
        while (slots[place] !== EMPTY) if (++place === end) place = first;
        slots[place] = trigramKey(h, word);
        trigramCodes[place] = codes[trigram];
      }
      if (position >= start[h + 1]) throw new ModelError("language model: a trigram ends in no bigram");
    }
  }
}
