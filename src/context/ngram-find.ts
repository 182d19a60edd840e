import { layBigrams, layTrigrams } from "./ngram-stretch.js";
import { CODE_BITS, EMPTY, type NgramTables, NOWHERE, UNLAID } from "./ngram-table.js";

/** The slot of a bigram, `EMPTY` if there is none. @param home its home, and what stands there */
export function findBigram(tables: NgramTables, history: number, word: number, home: number, slot: number): number {
  const key = word + 1;
  if (slot >>> (2 * CODE_BITS) === key || slot === EMPTY) return slot;
  const { bigrams, bigramStart } = tables;
  const end = bigramStart[history + 1];
  let found = slot === UNLAID ? layBigrams(tables, history, home) : slot;
  let place = home;
  while (found !== EMPTY && found >>> (2 * CODE_BITS) !== key) {
    place++;
    if (place === end) place = bigramStart[history];
    found = bigrams[place];
  }
  return found;
}

/** The place of a trigram, `NOWHERE` if there is none. @param home its home, and what stands there */
export function findTrigram(tables: NgramTables, first: number, key: number, home: number, slot: number): number {
  if (slot === key) return home;
  if (slot === EMPTY) return NOWHERE;
  const { trigrams, trigramStart } = tables;
  const end = trigramStart[first + 1];
  let found = slot === UNLAID ? layTrigrams(tables, first, home) : slot;
  let place = home;
  while (found !== key) {
    if (found === EMPTY) return NOWHERE;
    place++;
    if (place === end) place = trigramStart[first];
    found = trigrams[place];
  }
  return place;
}
