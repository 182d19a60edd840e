import { createUnspinner } from "../src/unspin.js";
import { countOperations } from "./counting.js";
import { cleanArticles, fullSpinner, oneDocument, spunText } from "./texts.js";
import { type WorstCase, worstCases } from "./worst-cases.js";

/** Twice the text may take so many times the operations: nothing grows faster than the text. */
const MOST_GROWTH = 2.15;
const LENGTH = 12_000;

/** One input and what it took. */
export interface SmokeFigures {
  readonly name: string;
  readonly operations: number;
  /** How many times as many for twice the length. */
  readonly growth: number;
}

/** Counts operations on every worst case, and on clean and spun articles, at one length and at twice that. */
export function measureGrowthByCounts(): SmokeFigures[] {
  const clean = cleanArticles();
  const spinner = fullSpinner();
  const inputs: WorstCase[] = [
    { name: "clean articles", make: (characters) => oneDocument(clean, characters) },
    { name: "spun articles", make: (characters) => spunText(spinner, oneDocument(clean, characters)) },
    ...worstCases(),
  ];
  // What is dismissed at first glance takes another way than what is not: each way is counted by itself.
  const { unspin } = createUnspinner({ thorough: true });
  const { detect } = createUnspinner();
  // What may take a round more for twice the length, by chance, is counted over one round: nothing is edited then.
  const { unspin: proposeOnly } = createUnspinner({ thorough: true, minConfidence: 1 });
  // What is decoded when it is first needed is no work of a text's.
  unspin(spunText(spinner, oneDocument(clean, LENGTH)));
  return [
    ...inputs.map(({ name, make, restless }) => growthOf(name, restless ? proposeOnly : unspin, make(LENGTH))),
    growthOf("clean articles, at first glance", detect, oneDocument(clean, LENGTH)),
  ];
}

/** Twice the same text, so that it is not other words that make the difference. */
function growthOf(name: string, work: (text: string) => unknown, text: string): SmokeFigures {
  const operations = countOperations(() => void work(text));
  return { name, operations, growth: countOperations(() => void work(text + text)) / operations };
}

/** What is wrong with the figures, a sentence each; nothing if all is well. */
export function complaintsAbout(figures: readonly SmokeFigures[]): string[] {
  return figures
    .filter(({ growth }) => !(growth <= MOST_GROWTH))
    .map(({ name, growth }) => `${name}: twice the text takes ${growth.toFixed(2)} times the operations`);
}
