import { ModelError } from "../errors.js";
import {
  bigramHash,
  bigramSlot,
  EMPTY,
  homeIn,
  type NgramTables,
  trigramHash,
  trigramKey,
  UNLAID,
} from "./ngram-table.js";

/** Lays out the stretch of the bigrams of a history, unless that was done. @returns what then stands at a place of it */
export function layBigrams({ bigrams: slots, bigramStart, rows }: NgramTables, history: number, at: number): number {
  const first = bigramStart[history];
  const end = bigramStart[history + 1];
  if (slots[at] !== UNLAID) return slots[at];
  const { bigramRow, bigramWord, bigramBackoffs, bigramCodes } = rows;
  slots.fill(EMPTY, first, end);
  const to = bigramRow[history + 1];
  for (let row = bigramRow[history]; row < to; row++) {
    const word = bigramWord[row];
    let place = homeIn(first, end, bigramHash(word));
    while (slots[place] !== EMPTY) if (++place === end) place = first;
    slots[place] = bigramSlot(word, bigramBackoffs[row], bigramCodes[row]);
  }
  return slots[at];
}

/**
 * Lays out the stretch of the trigrams of a first word, unless that was done.
 *
 * @returns what then stands at a place of it
 * @throws {ModelError} if one ends in no bigram
 */
export function layTrigrams(
  { trigrams: slots, trigramCodes: codes, trigramStart, rows }: NgramTables,
  g: number,
  at: number,
): number {
  const first = trigramStart[g];
  const end = trigramStart[g + 1];
  if (slots[at] !== UNLAID) return slots[at];
  const { bigramRow, bigramWord, bigramBackoffs, historyRow, trigramRow, trigramGapsLow, trigramGapsHigh } = rows;
  slots.fill(EMPTY, first, end);
  let history = historyRow[g];
  for (let pair = bigramRow[g]; pair < bigramRow[g + 1]; pair++) {
    if (bigramBackoffs[pair] === 0) continue;
    const h = bigramWord[pair];
    const to = trigramRow[history + 1];
    let position = bigramRow[h] - 1;
    for (let row = trigramRow[history++]; row < to; row++) {
      position += trigramGapsLow[row] + (trigramGapsHigh[row] << 8) + 1;
      const word = bigramWord[position];
      let place = homeIn(first, end, trigramHash(h, word));
      while (slots[place] !== EMPTY) if (++place === end) place = first;
      slots[place] = trigramKey(h, word);
      codes[place] = rows.trigramCodes[row];
    }
    if (position >= bigramRow[h + 1]) throw new ModelError("language model: a trigram ends in no bigram");
  }
  return slots[at];
}
