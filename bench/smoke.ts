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
  const { unspin } = createUnspinner();
  return inputs.map(({ name, make }) => {
    // Twice the same text, so that it is not other words that make the difference.
    const once = make(LENGTH);
    const twice = once + once;
    const operations = countOperations(() => unspin(once));
    return { name, operations, growth: countOperations(() => unspin(twice)) / operations };
  });
}

/** What is wrong with the figures, a sentence each; nothing if all is well. */
export function complaintsAbout(figures: readonly SmokeFigures[]): string[] {
  return figures
    .filter(({ growth }) => !(growth <= MOST_GROWTH))
    .map(({ name, growth }) => `${name}: twice the text takes ${growth.toFixed(2)} times the operations`);
}
