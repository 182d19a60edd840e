import type { Resources } from "../../src/resources.js";
import { readEntries } from "../dictionary/sources.js";
import { seededRandom } from "../simulate/random.js";
import { listDrawnFrom, OTHER_DIALECTS, pairsOfEntries, parseObservedPairs } from "../simulate/spin-pairs.js";
import { buildSpinner, type Spinner } from "../simulate/spinner.js";
import type { EvalArguments } from "./arguments.js";
import { excerptsOf } from "./excerpts.js";
import { holdOut, resourcesWith, surfaceKeys } from "./library.js";
import { type CleanText, readShared, readTexts } from "./texts.js";

/** The library with one dictionary. */
export interface Library {
  readonly name: LibraryName;
  readonly resources: Resources;
  /** The pairs of forms that it holds, see `surfaceKeys`. */
  readonly known: ReadonlySet<string>;
}

/** `complete`: all entries; `held out`: without a share of them that was drawn once and for all. */
export type LibraryName = "complete" | "held out";

/**
 * Whose list the simulated spinner has: all of our dictionary, the substitutions observed on real pages, or these and a
 * share of the rest, drawn once, by which nothing was trained.
 */
export type ListName = "dictionary" | "observed" | "lifelike";

/** How much text each part takes. */
export interface Amounts {
  /** Documents of each spun set. */
  readonly spun: number;
  /** Words of clean text. */
  readonly cleanWords: number;
  /** Words of each source of a register. */
  readonly registerWords: number;
  /** Clean documents and spun documents of each kind for detection. */
  readonly detectClean: number;
  readonly detectSpun: number;
}

/** What all parts of the evaluation share. */
export interface Setting {
  readonly arguments: EvalArguments;
  readonly amounts: Amounts;
  readonly libraries: Readonly<Record<LibraryName, Library>>;
  /** The spinners; without data beside the repository there is no observed one. */
  readonly spinners: Readonly<Partial<Record<ListName, Spinner>>>;
  /** Whole clean documents. */
  readonly documents: readonly CleanText[];
  /** Clean excerpts of 200 to 900 words. */
  readonly articles: readonly CleanText[];
  /** Clean excerpts of 100 to 200 words. */
  readonly briefs: readonly CleanText[];
  /** What was left out for want of data, one sentence each. */
  readonly leftOut: readonly string[];
}

const QUICK: Amounts = { spun: 60, cleanWords: 250_000, registerWords: 200_000, detectClean: 1000, detectSpun: 120 };
const FULL: Amounts = {
  spun: 200,
  cleanWords: 5_000_000,
  registerWords: 2_000_000,
  detectClean: 10_000,
  detectSpun: 500,
};

/** Reads and compiles everything. */
export function prepare(args: EvalArguments): Setting {
  const entries = readEntries();
  const held = holdOut(entries, args.holdout);
  const { texts, missing } = readTexts(args.development);
  const leftOut = missing.map((name) => `The source ${name} is not at hand.`);
  const usable = entries.filter((entry) => !OTHER_DIALECTS.has(entry.domain));
  const spinners: Partial<Record<ListName, Spinner>> = {
    dictionary: buildSpinner(pairsOfEntries(usable)),
    lifelike: buildSpinner(pairsOfEntries(listDrawnFrom(usable, seededRandom("evaluation's list")))),
  };
  const observed = readShared("data/observed-news.tsv");
  if (observed === undefined) leftOut.push("The list of observed substitutions is not at hand: no spinner has it.");
  else spinners.observed = buildSpinner(parseObservedPairs(observed));
  if (readShared("seed/article.txt") === undefined) leftOut.push("The seed article is not at hand.");
  return {
    arguments: args,
    amounts: args.quick ? QUICK : FULL,
    libraries: {
      complete: { name: "complete", resources: resourcesWith(entries), known: surfaceKeys(entries) },
      "held out": { name: "held out", resources: resourcesWith(held), known: surfaceKeys(held) },
    },
    spinners,
    documents: texts,
    articles: excerptsOf(texts, 200, 900),
    briefs: excerptsOf(texts, 100, 200),
    leftOut,
  };
}
