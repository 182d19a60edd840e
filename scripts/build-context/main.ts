/*
 * npm run build:context [-- --share 0.5 --bits 22 --corpora ../shared/corpora]
 *
 * Learns word classes and the ranker from re-spun clean text and packs them. Same corpora, dictionaries and language
 * model: same bytes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { buildSymbols } from "../../src/context/feature-lens.js";
import { decodeLogBilinear } from "../../src/context/log-bilinear-pack.js";
import { decodeNgramModel } from "../../src/context/ngram.js";
import { encodeRanker } from "../../src/context/ranker-pack.js";
import { assembleLanguage, type Resources } from "../../src/resources.js";
import { UNFITTED } from "../calibrate/boosting.js";
import { readEntries, readTerms } from "../dictionary/sources.js";
import { compressed } from "../packing/compressed.js";
import { seededRandom } from "../simulate/random.js";
import { spin } from "../simulate/spin.js";
import { trainingTexts } from "./chunks.js";
import { makeExample, makeSecondExample } from "./examples.js";
import { habitsFor, spinnersFor } from "./habits.js";
import { quantise } from "./quantise.js";
import { RankerTrainer } from "./trainer.js";
import { learnClasses } from "./word-classes.js";

const { values } = parseArgs({
  options: {
    share: { type: "string", default: "0.5" },
    bits: { type: "string", default: "22" },
    corpora: { type: "string", default: "../shared/corpora" },
    output: { type: "string", default: "src/data/ranker.bin.gz" },
  },
});
const DATA = new URL("../../src/data/", import.meta.url);
/** After this share of the texts, every other one is read through the ranker's own draft, as when it looks again. */
const SEEN_FIRST = 0.3;
/** Progress is reported after this many texts. */
const REPORT_EVERY = 5_000;

const read = (name: string): Uint8Array => gunzipSync(readFileSync(new URL(`${name}.bin.gz`, DATA)));
const language = decodeNgramModel(read("language-model"));
const random = seededRandom("training order");
const chunks = trainingTexts(values.corpora, Number(values.share), random);
console.log(`${chunks.length} texts to learn from`);

const classes = learnClasses(language.vocabulary, chunks.slice(0, 40_000), 5);
console.log("word classes learnt");
const resources = assembleLanguage(read);
const symbols = buildSymbols(resources.dictionary.phrases.vocabulary, classes);
const spinners = spinnersFor(readEntries(), readTerms(), seededRandom("spinners' lists"));
const trainer = new RankerTrainer(symbols, Number(values.bits));
const bilinear = decodeLogBilinear(read("log-bilinear"), language.vocabulary.size);
const own: Resources = { ...resources, symbols, ranker: trainer.model, bilinear, confidence: UNFITTED };
chunks.forEach((text, index) => {
  const spun = spin(spinners[index % spinners.length], text, habitsFor(random), index);
  const again = index > SEEN_FIRST * chunks.length && Math.floor(index / spinners.length) % 2 === 1;
  trainer.learn(again ? makeSecondExample(own, spun) : makeExample(resources, spun));
  if ((index + 1) % REPORT_EVERY === 0) console.log(`${index + 1} texts, mean loss ${trainer.takeLoss().toFixed(4)}`);
});
const model = quantise(trainer.model);
const packed = await compressed(encodeRanker(model, classes));
writeFileSync(values.output, packed);
const kept = Int8Array.from(model.weights).reduce((sum, weight) => sum + (weight === 0 ? 0 : 1), 0);
console.log(`${values.output}: ${packed.length} bytes, ${kept} weights; dense ${model.dense.join(" ")}`);
