import { ModelError } from "../errors.js";
import { startsOf } from "../packed-file.js";
import type { PackedModel } from "./ngram-format.js";
import { CODE_BITS, MOST_CODE, MOST_WORDS, type NgramTables, stretchFor } from "./ngram-table.js";

/*
 * What costs time here is less the work than that it is done once: a loop is slow until the compiler has taken it up, and
 * again whenever something happens that it had not seen. So there is hardly a branch in these loops.
 */

/** Makes a model's n-grams ready to be looked up. @throws {ModelError} if they are not what was announced */
export function fillTables(packed: PackedModel): NgramTables {
  const { words, bigrams, trigrams, sections } = packed;
  if (words > MOST_WORDS) throw new ModelError(`language model: ${words} words are too many`);
  const bigramCounts = joined(sections.bigramCountsLow, sections.bigramCountsHigh);
  const bigramRow = startsOf(bigramCounts);
  if (bigramRow[words] !== bigrams)
    throw new ModelError(`language model: ${bigrams} bigrams announced, ${bigramRow[words]} found`);
  const historyRow = historiesBefore(packed, bigramRow);
  const trigramRow = startsOf(joined(sections.trigramCountsLow, sections.trigramCountsHigh));
  if (trigramRow.at(-1) !== trigrams || trigramRow.length !== historyRow[words] + 1)
    throw new ModelError(`language model: not ${trigrams} trigrams, as announced`);
  const bigramStart = stretchesOf(bigramCounts);
  const trigramStart = stretchesOf(trigramCounts(historyRow, trigramRow));
  return {
    bigrams: new Int32Array(bigramStart[words]),
    bigramStart,
    trigrams: new Int32Array(trigramStart[words]),
    trigramCodes: new Uint8Array(trigramStart[words]),
    trigramStart,
    rows: {
      bigramRow,
      bigramWord: secondWords(packed, bigramRow),
      historyRow,
      bigramCodes: sections.bigrams,
      bigramBackoffs: sections.bigramBackoffs,
      trigramRow,
      trigramGapsLow: sections.trigramGapsLow,
      trigramGapsHigh: sections.trigramGapsHigh,
      trigramCodes: sections.trigrams,
    },
  };
}

/** Numbers of two bytes. */
function joined(low: Uint8Array, high: Uint8Array): Int32Array {
  const numbers = new Int32Array(low.length);
  for (let i = 0; i < low.length; i++) numbers[i] = low[i] | (high[i] << 8);
  return numbers;
}

/** Where the stretches begin that so many n-grams need. */
function stretchesOf(counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) starts[i + 1] = starts[i] + stretchFor(counts[i]);
  return starts;
}

/** By first word: how many trigrams there are. */
function trigramCounts(historyRow: Int32Array, trigramRow: Int32Array): Int32Array {
  const counts = new Int32Array(historyRow.length - 1);
  for (let g = 0; g < counts.length; g++) counts[g] = trigramRow[historyRow[g + 1]] - trigramRow[historyRow[g]];
  return counts;
}

/** By bigram: its second word. */
function secondWords({ words, bigrams, sections }: PackedModel, bigramRow: Int32Array): Uint16Array {
  const { bigramGapsLow, bigramGapsHigh } = sections;
  const second = new Uint16Array(bigrams);
  for (let h = 0; h < words; h++) {
    const to = bigramRow[h + 1];
    let word = -1;
    for (let row = bigramRow[h]; row < to; row++) {
      word += bigramGapsLow[row] + (bigramGapsHigh[row] << 8) + 1;
      second[row] = word;
    }
    if (word >= words) throw new ModelError("language model: a bigram ends in no word");
  }
  return second;
}

/** By first word: how many bigrams that trigrams begin with stand before its own. */
function historiesBefore({ words, sections }: PackedModel, bigramRow: Int32Array): Int32Array {
  const { bigramBackoffs } = sections;
  const before = new Int32Array(words + 1);
  let histories = 0;
  for (let g = 0; g < words; g++) {
    const to = bigramRow[g + 1];
    for (let row = bigramRow[g]; row < to; row++) histories += (bigramBackoffs[row] + MOST_CODE) >> CODE_BITS;
    before[g + 1] = histories;
  }
  return before;
}
