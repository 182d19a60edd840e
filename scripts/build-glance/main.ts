/*
 * npm run build:glance [-- --corpora ../shared/corpora --bits 18]
 *
 * Learns what spun words look like at first glance from re-spun clean text and packs it. Same corpora, dictionaries and
 * language model: same bytes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import type { Entry } from "../../src/dictionary/entry.js";
import { assembleLanguage } from "../../src/resources.js";
import { encodeGlance } from "../../src/screening/glance-weights.js";
import { trainingTexts } from "../build-context/chunks.js";
import { habitsFor, spinnersFor } from "../build-context/habits.js";
import { readEntries, readTerms } from "../dictionary/sources.js";
import { compressed } from "../packing/compressed.js";
import { type Random, seededRandom } from "../simulate/random.js";
import { spin } from "../simulate/spin.js";
import { OTHER_DIALECTS, pairsOfEntries } from "../simulate/spin-pairs.js";
import { buildSpinner, type Spinner } from "../simulate/spinner.js";
import { labelledWords } from "./labelled-words.js";
import { GlanceTrainer } from "./trainer.js";

/** Share of the texts that are spun. */
const SPUN = 0.6;
/** Short lists, made of observed swaps alone: with what probability each of them is in one. */
const SHORT_LISTS = [0.4, 0.7, 0.9, 0.5];
const REPORT_EVERY = 10_000;

const { values } = parseArgs({
  options: {
    bits: { type: "string", default: "18" },
    corpora: { type: "string", default: "../shared/corpora" },
    output: { type: "string", default: "src/data/glance.bin.gz" },
  },
});
const DATA = new URL("../../src/data/", import.meta.url);

function shortList(entries: readonly Entry[], share: number, random: Random): Spinner {
  const list = entries.filter(({ seen, domain }) => seen && !OTHER_DIALECTS.has(domain) && random() < share);
  return buildSpinner(pairsOfEntries(list));
}

const random = seededRandom("a glance's training order");
const chunks = trainingTexts(values.corpora, 1, random);
const entries = readEntries();
const lists = seededRandom("spinners' lists");
const spinners = [
  ...spinnersFor(entries, readTerms(), lists),
  ...SHORT_LISTS.map((share) => shortList(entries, share, lists)),
];
const { dictionary } = assembleLanguage((name) => gunzipSync(readFileSync(new URL(`${name}.bin.gz`, DATA))));
const trainer = new GlanceTrainer(Number(values.bits));
chunks.forEach((text, index) => {
  const spun = random() < SPUN;
  const seen = spun
    ? spin(spinners[index % spinners.length], text, habitsFor(random), `glance ${index}`)
    : { text, gold: [] };
  trainer.learn(labelledWords(seen, dictionary.phrases.vocabulary), spun);
  if ((index + 1) % REPORT_EVERY === 0) console.log(`${index + 1} texts, mean loss ${trainer.loss.toFixed(4)}`);
});
const weights = trainer.quantised();
const packed = await compressed(encodeGlance(weights));
writeFileSync(values.output, packed);
const kept = weights.levels.reduce((sum, level) => sum + (level === 0 ? 0 : 1), 0);
console.log(`${values.output}: ${packed.length} bytes, ${kept} weights, bias ${weights.bias}`);
