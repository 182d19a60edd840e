/*
 * npm run calibrate [-- --cross-validate --corpora ../shared/corpora]
 *
 * Fits the confidence of edits on spun development texts, from which nothing else was learnt, and writes
 * src/data/confidence.bin.gz. With --cross-validate nothing is written; each source is restored by trees that were
 * fitted on the others.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { analyse, mayBeSpun } from "../../src/analysis.js";
import { encodeConfidence } from "../../src/decision/confidence-pack.js";
import { assembleResources } from "../../src/resources.js";
import { chunksOf } from "../build-context/chunks.js";
import { readDocuments } from "../build-model/corpus.js";
import { DEV_SOURCES } from "../build-model/sources.js";
import { readEntries } from "../dictionary/sources.js";
import { halfOfSentences } from "../eval/half-spun.js";
import { compressed } from "../packing/compressed.js";
import { seededRandom } from "../simulate/random.js";
import { type SpinHabits, spin } from "../simulate/spin.js";
import { dialectDrawnFrom, listDrawnFrom, OTHER_DIALECTS, pairsOfEntries } from "../simulate/spin-pairs.js";
import { buildSpinner } from "../simulate/spinner.js";
import { fitTrees, UNFITTED } from "./boosting.js";
import { crossValidate } from "./cross-validation.js";
import { type CandidateSample, candidateSamples } from "./samples.js";
import { tableOf } from "./table.js";

/** How many spun texts are made of each clean one. */
const SPUN = 2;
/** Share of the texts in which half of the sentences are left alone. */
const HALF = 0.2;
/** Share of the texts in which a word is swapped throughout or not at all. */
const STEADY = 0.5;
/**
 * The spinners' lists: what was observed on pages is in each of them, of the rest such a share. None has only what was
 * observed, or the trees would learn that nothing else is ever right. One more is that of a dialect of its own.
 */
const LISTED: readonly number[] = [0.05, 0.1, 0.15, 0.2, 0.3];
/** Leaves of trees are kept in multiples of this. */
const STEP = 0.001;

const DATA = new URL("../../src/data/", import.meta.url);

const { values } = parseArgs({
  options: {
    "cross-validate": { type: "boolean", default: false },
    corpora: { type: "string", default: "../shared/corpora" },
  },
});
const resources = assembleResources((name) =>
  name === "confidence" ? encodeConfidence(UNFITTED, STEP) : gunzipSync(readFileSync(new URL(`${name}.bin.gz`, DATA))),
);
const all = readEntries();
const entries = all.filter(({ domain }) => !OTHER_DIALECTS.has(domain));
const lists = [
  ...LISTED.map((share) => listDrawnFrom(entries, seededRandom(`list of ${share}`), share)),
  dialectDrawnFrom(all, seededRandom("list of another dialect")),
].map((list) => buildSpinner(pairsOfEntries(list)));
const edits: (CandidateSample & { readonly source: string })[] = [];
/** By text: how many swaps it has. */
const swaps: number[] = [];
for (const source of DEV_SOURCES) {
  const random = seededRandom(`calibration: ${source}`);
  const texts = chunksOf(readDocuments(values.corpora, source), Number.POSITIVE_INFINITY, random);
  texts.forEach((text, index) => {
    for (let turn = 0; turn <= SPUN; turn++) {
      const spinner = lists[Math.floor(random() * lists.length)];
      const habits: SpinHabits = {
        // The last time, the text is left as it is.
        rate: turn === SPUN ? 0 : random() < 0.6 ? "list-size" : [0.1, 1],
        protect: random() < 0.6,
        choice: random() < 0.7 ? "weighted" : "uniform",
        steady: random() < STEADY,
        ...(random() < HALF && { worksAt: halfOfSentences(text, `${index} ${turn}`) }),
      };
      const spun = spin(spinner, text, habits, `${index} ${turn}`);
      const analysis = analyse(resources, spun.text);
      if (!mayBeSpun(analysis)) continue;
      for (const sample of candidateSamples(resources, analysis, spun, swaps.length)) edits.push({ ...sample, source });
      swaps.push(spun.gold.length);
    }
  });
  console.log(`${source}: ${texts.length} texts`);
}

if (values["cross-validate"]) {
  crossValidate(edits, swaps);
} else {
  const packed = await compressed(encodeConfidence(fitTrees(tableOf(edits)), STEP));
  writeFileSync(new URL("confidence.bin.gz", DATA), packed);
  console.log(`${edits.length} candidates; src/data/confidence.bin.gz: ${packed.length} bytes`);
}
