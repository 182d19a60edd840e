/*
 * npm run calibrate [-- --corpora ../shared/corpora --observed ../shared/data/observed-news.tsv]
 *
 * Fits the calibration of edits and of detection on spun and clean development texts, from which nothing else was learnt,
 * and prints the constants for src/decision/confidence.ts and src/detection.ts.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { analyse } from "../../src/analysis.js";
import { loadResources } from "../../src/load.js";
import { PRESETS } from "../../src/options.js";
import { spinnersFor } from "../build-context/habits.js";
import { readDocuments } from "../build-model/corpus.js";
import { readEntries, readTerms } from "../dictionary/sources.js";
import { seededRandom } from "../simulate/random.js";
import { type SpinRate, spin } from "../simulate/spin.js";
import { parseObservedPairs } from "../simulate/spin-pairs.js";
import { buildSpinner } from "../simulate/spinner.js";
import { fitLogistic } from "./logistic.js";
import { type EditSample, editSamples } from "./samples.js";

const SOURCES = ["masc_written", "state_union", "inaugural", "ropensci_blog"];
/** Characters of a text: an article's length. */
const LENGTH = 3500;
const LEAST_LENGTH = 1000;
/** Every how-manyth text is used: enough for a handful of weights. */
const EVERY = 4;
const RATES: readonly SpinRate[] = ["list-size", 0.6, 0.3, "list-size"];

const { values } = parseArgs({
  options: {
    corpora: { type: "string", default: "../shared/corpora" },
    observed: { type: "string", default: "../shared/data/observed-news.tsv" },
  },
});
const texts = SOURCES.flatMap((name) => readDocuments(values.corpora, name))
  .flatMap((text) => [0, 3, 6].map((k) => text.slice(k * LENGTH, (k + 1) * LENGTH)))
  .filter((text) => text.length >= LEAST_LENGTH)
  .filter((_, index) => index % EVERY === 0);
const resources = loadResources();
const spinners = [
  buildSpinner(parseObservedPairs(readFileSync(values.observed, "utf8"))),
  ...spinnersFor(readEntries(), readTerms(), seededRandom("calibration")).slice(0, 2),
];
const edits: EditSample[] = [];
const verdicts: { readonly row: readonly number[]; readonly spun: boolean }[] = [];
texts.forEach((text, index) => {
  verdicts.push({ row: [1, analyse(resources, text).rate.evidence], spun: false });
  spinners.forEach((spinner, which) => {
    const habits = {
      rate: RATES[(index + which) % RATES.length],
      protect: index % 3 !== 0,
      choice: "weighted",
    } as const;
    const spun = spin(spinner, text, habits, index);
    edits.push(...editSamples(resources, spun, PRESETS.balanced.evidence));
    verdicts.push({ row: [1, analyse(resources, spun.text).rate.evidence], spun: true });
  });
});
const confidence = fitLogistic(
  edits.map(({ row }) => row),
  edits.map(({ right }) => right),
);
const detection = fitLogistic(
  verdicts.map(({ row }) => row),
  verdicts.map(({ spun }) => spun),
);
console.log(`${texts.length} texts, ${edits.length} possible edits`);
console.log(
  `confidence.ts  CALIBRATION = { slope: ${confidence[1].toFixed(2)}, intercept: ${confidence[0].toFixed(2)} }`,
);
const slope = detection[1];
console.log(
  `detection.ts  CALIBRATION = { slope: ${slope.toFixed(3)}, threshold: ${(-detection[0] / slope).toFixed(3)} }`,
);
