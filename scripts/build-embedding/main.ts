/*
 * npm run build:embedding [-- --corpora ../shared/corpora --epochs 4]
 *
 * Learns the log-bilinear model from the corpora that the ranker is learnt from, beginning with the word vectors, and packs
 * it. Needs gcc. Same corpora, dictionaries, language model, vectors and compiler: same bytes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { BIAS_STEP, encodeLogBilinear } from "../../src/context/log-bilinear-pack.js";
import { PASSED_OVER } from "../../src/context/window.js";
import { assembleLanguage } from "../../src/resources.js";
import { TRAINING_SOURCES } from "../build-context/sources.js";
import { CLASS_WORDS, lexiconOf, UNKNOWN } from "../build-model/lexicon.js";
import { compressedLevels } from "../packing/compressed.js";
import { seededRandom } from "../simulate/random.js";
import { toLevels } from "./levels.js";
import { wordStream } from "./stream.js";
import { train } from "./training.js";

const DIMENSIONS = 64;
/** Words less frequent than so many others are all one to their neighbours; those of phrases, to be judged, a little later. */
const INPUT_WORDS = 12_000;
const OUTPUT_WORDS = 20_000;
/** Inputs begin with the word vectors' levels times this, and at random where there is none, as far from 0. */
const LEVEL = 0.06;
const SPREAD = 0.25;

const { values } = parseArgs({
  options: {
    corpora: { type: "string", default: "../shared/corpora" },
    epochs: { type: "string", default: "4" },
    output: { type: "string", default: "src/data/log-bilinear.bin.gz" },
  },
});
const DATA = new URL("../../src/data/", import.meta.url);
const { language, dictionary, modelWords, vectors } = assembleLanguage((name) =>
  gunzipSync(readFileSync(new URL(`${name}.bin.gz`, DATA))),
);
const { vocabulary } = language;

const { offsets, words } = phrasesOfWords();
// The first row is the unknown word's, and that of all others that have none.
const outputWords = [UNKNOWN, ...[...new Set(words)].sort((a, b) => a - b).filter(isJudged)];
const names = TRAINING_SOURCES.map(({ name }) => name);
const tokens = wordStream(values.corpora, names, lexiconOf(vocabulary));
console.log(`${tokens.length} words to learn from, ${outputWords.length} to judge`);
const { entryFirst, entryOriginal } = dictionary;
const trained = train(
  {
    tokens,
    inputOf: Int32Array.from({ length: vocabulary.size }, (_, word) => (word < INPUT_WORDS ? word : UNKNOWN)),
    outputOf: rowsOf(outputWords),
    offsets,
    words,
    entryFirst,
    entryOriginal,
    inputs: firstInputs(),
  },
  DIMENSIONS,
  Number(values.epochs),
);
const inputs = toLevels(trained.inputs, DIMENSIONS);
const outputs = toLevels(trained.outputs, DIMENSIONS);
const packed = compressedLevels(
  encodeLogBilinear({
    outputs: { dimensions: DIMENSIONS, words: Int32Array.from(outputWords), levels: outputs.levels },
    inputs: inputs.levels,
    bias: Int8Array.from(trained.bias, (value) => Math.max(-128, Math.min(127, Math.round(value / BIAS_STEP)))),
    weights: trained.weights.map(
      (weight, at) => weight * inputs.steps[at % DIMENSIONS] * outputs.steps[at % DIMENSIONS],
    ),
  }),
);
writeFileSync(values.output, packed);
console.log(`${values.output}: ${packed.length} bytes`);

function isJudged(word: number): boolean {
  return word >= CLASS_WORDS.length && word < OUTPUT_WORDS;
}

/** The dictionary's phrases in words of the language model, without punctuation. */
function phrasesOfWords(): { readonly offsets: Int32Array; readonly words: Int32Array } {
  const { phrases } = dictionary;
  const found: number[] = [];
  const ends = phrases.offsets.map((_, phrase) => {
    for (let at = phrases.offsets[phrase - 1] ?? 0; at < (phrase > 0 ? phrases.offsets[phrase] : 0); at++) {
      const word = modelWords[phrases.words[at]];
      if (word !== PASSED_OVER) found.push(word);
    }
    return found.length;
  });
  return { offsets: ends, words: Int32Array.from(found) };
}

function rowsOf(chosen: readonly number[]): Int32Array {
  const rows = new Int32Array(vocabulary.size);
  chosen.forEach((word, at) => {
    rows[word] = at;
  });
  return rows;
}

function firstInputs(): Float32Array {
  const random = seededRandom("first inputs");
  return Float32Array.from({ length: INPUT_WORDS * DIMENSIONS }, (_, at) => {
    const d = at % DIMENSIONS;
    const row = vectors.rowOf[Math.floor(at / DIMENSIONS)];
    const spread = (2 * random() - 1) * SPREAD;
    return row < 0 || d >= vectors.dimensions ? spread : LEVEL * vectors.levels[row * vectors.dimensions + d];
  });
}
