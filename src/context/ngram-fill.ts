import { ModelError } from "../errors.js";
import { startsOf } from "../packed-file.js";
import type { PackedModel } from "./ngram-format.js";
import {
  bigramHash,
  bigramSlot,
  CODE_BITS,
  EMPTY,
  homeIn,
  MOST_CODE,
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
}

/** The bigrams that trigrams begin with, those of the last first word first, and among them by ascending second word. */
interface Histories {
  /** By first word. */
  readonly count: Int32Array;
  readonly second: Uint16Array;
}

/** Puts a model's n-grams into tables. @throws {ModelError} if they are not what was announced */
export function fillTables(packed: PackedModel): NgramTables {
  const { words, bigrams, sections } = packed;
  if (words > MOST_WORDS) throw new ModelError(`language model: ${words} words, more than can be numbered`);
  const counts = joined(sections.bigramCountsLow, sections.bigramCountsHigh);
  const start = startsOf(counts);
  if (start[words] !== bigrams)
    throw new ModelError(`language model: ${bigrams} bigrams announced, ${start[words]} found`);
  const bigramStart = stretchesOf(counts);
  const slots = new Int32Array(bigramStart[words]);
  const rows = { start, word: new Uint16Array(bigrams) };
  const histories = addBigrams({ slots, start: bigramStart }, packed, rows);
  const rowOf = trigramRows(packed, histories);
  const trigramStart = stretchesOf(trigramCounts(histories, rowOf));
  const trigrams = new Int32Array(trigramStart[words]);
  const trigramCodes = new Uint8Array(trigramStart[words]);
  addTrigrams({ slots: trigrams, codes: trigramCodes, start: trigramStart }, packed, rows, histories, rowOf);
  return { bigrams: slots, bigramStart, trigrams, trigramCodes, trigramStart };
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

/** Where the trigrams of each history begin, histories in the order of the file. */
function trigramRows({ trigrams, sections }: PackedModel, { second }: Histories): Int32Array {
  const rows = startsOf(joined(sections.trigramCountsLow, sections.trigramCountsHigh));
  if (rows[second.length] !== trigrams || rows.length !== second.length + 1)
    throw new ModelError(`language model: ${trigrams} trigrams of ${second.length} histories announced, others found`);
  return rows;
}

/** By first word: how many trigrams there are. */
function trigramCounts({ count }: Histories, rowOf: Int32Array): Int32Array {
  const counts = new Int32Array(count.length);
  let history = 0;
  for (let g = 0; g < count.length; g++) {
    const from = rowOf[history];
    history += count[g];
    counts[g] = rowOf[history] - from;
  }
  return counts;
}

/** A table that is being filled. */
interface Table {
  readonly slots: Int32Array;
  readonly start: Int32Array;
}

function addBigrams(table: Table, { words, sections }: PackedModel, { start, word: wordOf }: Rows): Histories {
  const { bigramGapsLow, bigramGapsHigh, bigramBackoffs, bigrams: codes } = sections;
  const { slots } = table;
  const count = new Int32Array(words);
  const second = new Uint16Array(wordOf.length + 1);
  let histories = 0;
  for (let h = words - 1; h >= 0; h--) {
    const first = table.start[h];
    const end = table.start[h + 1];
    const to = start[h + 1];
    const before = histories;
    let word = -1;
    for (let row = start[h]; row < to; row++) {
      word += bigramGapsLow[row] + (bigramGapsHigh[row] << 8) + 1;
      wordOf[row] = word;
      // Written each time and kept only if it is one: nothing to be decided.
      second[histories] = word;
      histories += (bigramBackoffs[row] + MOST_CODE) >> CODE_BITS;
      let place = homeIn(first, end, bigramHash(word));
      while (slots[place] !== EMPTY) if (++place === end) place = first;
      slots[place] = bigramSlot(word, bigramBackoffs[row], codes[row]);
    }
    count[h] = histories - before;
    if (word >= words) throw new ModelError("language model: a bigram ends in no word of its vocabulary");
  }
  return { count, second: second.subarray(0, histories) };
}

function addTrigrams(
  table: Table & { readonly codes: Uint8Array },
  { words, sections }: PackedModel,
  { start, word: wordOf }: Rows,
  { count, second }: Histories,
  rowOf: Int32Array,
): void {
  const { trigramGapsLow, trigramGapsHigh, trigrams: codes } = sections;
  const { slots } = table;
  let next = 0;
  for (let g = words - 1; g >= 0; g--) {
    const first = table.start[g];
    const end = table.start[g + 1];
    // In the file histories stand the other way round: those of the last first word last.
    const shift = second.length - count[g] - 2 * next;
    for (const last = next + count[g]; next < last; next++) {
      const h = second[next];
      const to = rowOf[next + shift + 1];
      let position = start[h] - 1;
      for (let row = rowOf[next + shift]; row < to; row++) {
        position += trigramGapsLow[row] + (trigramGapsHigh[row] << 8) + 1;
        const word = wordOf[position];
        let place = homeIn(first, end, trigramHash(h, word));
        while (slots[place] !== EMPTY) if (++place === end) place = first;
        slots[place] = trigramKey(h, word);
        table.codes[place] = codes[row];
      }
      if (position >= start[h + 1]) throw new ModelError("language model: a trigram ends in no bigram");
    }
  }
}
