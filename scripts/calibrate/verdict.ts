/*
 * npm run calibrate:verdict
 *
 * Fits the verdict on spun and clean excerpts of the development texts, spun as a whole, in half, or lightly, and prints
 * the constants for src/decision/verdict.ts: run it after `npm run calibrate`. Prints, too, what clean texts come to.
 */
import { examine } from "../../src/analysis.js";
import type { Grounds } from "../../src/decision/verdict.js";
import { sample } from "../eval/excerpts.js";
import { everyOtherParagraph, halfOfSentences } from "../eval/half-spun.js";
import { prepare } from "../eval/setting.js";
import type { CleanText } from "../eval/texts.js";
import type { SpinHabits } from "../simulate/spin.js";
import { spin } from "../simulate/spin.js";
import { fitLogistic } from "./logistic.js";

const CLEAN = 4000;
const SPUN = 200;
const SHARES = [0.001, 0.0005, 0.00025];
const fully = { choice: "weighted", protect: true, rate: "list-size" } as const;
const WAYS: readonly ((text: CleanText) => SpinHabits)[] = [
  () => fully,
  ({ text }) => ({ ...fully, worksAt: everyOtherParagraph(text) }),
  ({ text, id }) => ({ ...fully, worksAt: halfOfSentences(text, id) }),
  () => ({ ...fully, rate: 0.15 }),
];

const setting = prepare({ quick: false, development: true, holdout: 0.15, parts: [] });
const { resources } = setting.libraries["held out"];
const spinners = [setting.spinners.dictionary, setting.spinners.observed].flatMap((spinner) => spinner ?? []);
const bands = [setting.articles, setting.briefs];
const groundsOfText = (text: string): Grounds => examine(resources, text).grounds;
const clean = bands.flatMap((texts) => sample(texts, CLEAN, "verdict, clean").map(({ text }) => groundsOfText(text)));
const spun = bands.flatMap((texts) =>
  sample(texts, SPUN, "verdict, spun").flatMap((text, index) =>
    WAYS.map((habits) => spin(spinners[index % spinners.length], text.text, habits(text), `verdict ${text.id}`))
      .filter(({ gold }) => gold.length > 0)
      .map((made) => groundsOfText(made.text)),
  ),
);
const row = ([evidence, rate, edits]: Grounds): number[] => [1, evidence, rate, edits];
const weights = fitLogistic([...clean, ...spun].map(row), [...clean.map(() => false), ...spun.map(() => true)]);
const oddsOf = (grounds: Grounds): number => row(grounds).reduce((sum, value, k) => sum + value * weights[k], 0);
const [bias, evidence, rate, edits] = weights.map((weight) => weight.toFixed(2));
console.log(`verdict.ts  WEIGHTS = { bias: ${bias}, evidence: ${evidence}, rate: ${rate}, edits: ${edits} }`);
const cleanOdds = clean.map(oddsOf).sort((a, b) => b - a);
const mean = cleanOdds.reduce((sum, odds) => sum + odds, 0) / clean.length;
console.log(`${clean.length} clean texts: ${mean.toFixed(2)} on the average; the most suspicious: `);
console.log(
  cleanOdds
    .slice(0, 12)
    .map((odds) => odds.toFixed(2))
    .join(" "),
);
for (const share of SHARES) {
  const threshold = cleanOdds[Math.floor(share * clean.length)];
  const found = spun.filter((grounds) => oddsOf(grounds) > threshold).length / spun.length;
  console.log(`false alarms ${share}: above ${threshold.toFixed(2)}, ${found.toFixed(3)} found`);
}
