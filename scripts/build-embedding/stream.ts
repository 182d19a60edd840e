import { BREAK, COMMA, createWordIndex, encodeSource } from "../build-model/corpus.js";
import type { Lexicon } from "../build-model/lexicon.js";
import { createWordReader } from "../build-model/word-reader.js";
import { seededRandom, shuffle } from "../simulate/random.js";

/** Corpora are mixed in pieces of about so many words, or the model would end with the habits of the last one. */
const PIECE = 2_000;

/** The words of corpora as the language model has them, `BREAK` between sentences, in pieces in a random order. */
export function wordStream(directory: string, names: readonly string[], lexicon: Lexicon): Int32Array {
  const index = createWordIndex();
  const seen = new Set<number>();
  const pieces = names.flatMap((name) => piecesOf(encodeSource(directory, name, index, seen).tokens));
  shuffle(pieces, seededRandom("order of pieces"));
  const read = createWordReader(index.words, lexicon);
  const stream = new Int32Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let count = 0;
  for (const piece of pieces) {
    for (const token of piece) if (token !== COMMA) stream[count++] = token === BREAK ? BREAK : read(token);
  }
  return stream.slice(0, count);
}

/** Cuts where sentences end. */
function piecesOf(tokens: Int32Array): Int32Array[] {
  const pieces: Int32Array[] = [];
  for (let start = 0; start < tokens.length; ) {
    const end = tokens.indexOf(BREAK, start + PIECE) + 1 || tokens.length;
    pieces.push(tokens.subarray(start, end));
    start = end;
  }
  return pieces;
}
