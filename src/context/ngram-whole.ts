import { layBigrams, layTrigrams } from "./ngram-stretch.js";
import type { NgramRows, NgramTables } from "./ngram-table.js";

const NO_ROWS: NgramRows = {
  bigramRow: new Int32Array(0),
  bigramWord: new Uint16Array(0),
  bigramCodes: new Uint8Array(0),
  bigramBackoffs: new Uint8Array(0),
  historyRow: new Int32Array(0),
  trigramRow: new Int32Array(0),
  trigramGapsLow: new Uint8Array(0),
  trigramGapsHigh: new Uint8Array(0),
  trigramCodes: new Uint8Array(0),
};

/**
 * The tables with all stretches laid out, and without what they are laid out from: threads that share them must not meet
 * a stretch that another one is at work on.
 *
 * @throws {ModelError} if a trigram ends in no bigram
 */
export function laidOut(tables: NgramTables): NgramTables {
  if (tables.rows === NO_ROWS) return tables;
  const words = tables.bigramStart.length - 1;
  for (let word = 0; word < words; word++) {
    layBigrams(tables, word, tables.bigramStart[word]);
    layTrigrams(tables, word, tables.trigramStart[word]);
  }
  return { ...tables, rows: NO_ROWS };
}
