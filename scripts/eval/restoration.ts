import type { Restoration } from "../../src/types.js";
import { assembleUnspinner, type Unspinner } from "../../src/unspin.js";
import type { SpinHabits } from "../simulate/spin.js";
import { sample } from "./excerpts.js";
import { everyOtherParagraph, halfOfSentences, type WorkPlan } from "./half-spun.js";
import { type DocumentScore, scoreDocument } from "./scoring/score.js";
import { type ScoreTotals, totalsOf } from "./scoring/totals.js";
import type { LibraryName, ListName, Setting } from "./setting.js";
import { type HabitsFor, type SpunCase, spinTexts } from "./spun-sets.js";
import type { CleanText } from "./texts.js";

/** A spun set and the library that is to restore it. */
export interface RestorationTask {
  readonly name: string;
  readonly list: ListName;
  readonly library: LibraryName;
  readonly habits: HabitsFor;
  /** Where the spinner is at work, if not everywhere. */
  readonly plan?: (text: CleanText) => WorkPlan;
  /** Left out of a quick evaluation. */
  readonly slow: boolean;
}

/** A task done. */
export interface RestorationResult {
  readonly task: RestorationTask;
  readonly totals: ScoreTotals;
  readonly cases: readonly SpunCase[];
  readonly restorations: readonly Restoration[];
  readonly scores: readonly DocumentScore[];
  /** What was done where the spinner was not at work, if it was not at work everywhere. */
  readonly unspun: { readonly words: number; readonly edits: number } | undefined;
}

const SHARED_HABITS = { choice: "weighted" } as const;
const RATES: readonly (readonly [name: string, habits: Pick<SpinHabits, "rate" | "steady">, slow: boolean])[] = [
  ["rate .15", { rate: 0.15 }, true],
  ["rate .3", { rate: 0.3 }, false],
  ["rate .6", { rate: 0.6 }, true],
  ["rate n/(n+1)", { rate: "list-size" }, false],
  ["rate n/(n+1), steady", { rate: "list-size", steady: true }, false],
];

function tasksOf(list: ListName, library: LibraryName): RestorationTask[] {
  return [true, false].flatMap((protect) =>
    RATES.filter(([, , slow]) => list === "dictionary" || !slow).map(([name, habits, slow]) => ({
      name: `${protect ? "protected" : "all"}, ${name}`,
      list,
      library,
      slow,
      habits: () => ({ ...SHARED_HABITS, protect, ...habits }),
    })),
  );
}

function odd(name: string, more: Partial<SpinHabits>, plan?: (text: CleanText) => WorkPlan): RestorationTask {
  return {
    name: `protected, ${name}`,
    list: "dictionary",
    library: "complete",
    slow: true,
    habits: (text) => ({
      ...SHARED_HABITS,
      rate: "list-size",
      protect: true,
      ...more,
      ...(plan && { worksAt: plan(text) }),
    }),
    ...(plan && { plan }),
  };
}

/** Every set that is restored. */
export const RESTORATION_TASKS: readonly RestorationTask[] = [
  ...tasksOf("dictionary", "complete"),
  ...tasksOf("dictionary", "held out"),
  ...tasksOf("lifelike", "complete"),
  ...tasksOf("lifelike", "held out"),
  ...tasksOf("observed", "complete"),
  ...tasksOf("observed", "held out"),
  odd("rate .2 to .95", { rate: [0.2, 0.95] }),
  odd("forms all alike", { choice: "uniform" }),
  odd("5 % in braces", { braces: 0.05 }),
  odd("spun twice", { rate: [0.2, 0.6], passes: 2 }),
  odd("every other paragraph", {}, ({ text }) => everyOtherParagraph(text)),
  odd("half of the sentences", {}, ({ text, id }) => halfOfSentences(text, id)),
];

/** The sets that everything is spun in: protected and not, at the rate n/(n+1), restored without the held-out entries. */
export const HARD_TASKS: readonly RestorationTask[] = RESTORATION_TASKS.filter(
  ({ library, name }) => library === "held out" && name.endsWith("n/(n+1)"),
);

/** Restores one spun set. @param unspinner the library's own if not given */
export function runTask(setting: Setting, task: RestorationTask, unspinner?: Unspinner): RestorationResult | undefined {
  const spinner = setting.spinners[task.list];
  if (!spinner) return undefined;
  const { resources, known } = setting.libraries[task.library];
  const restorer = unspinner ?? assembleUnspinner(resources);
  const texts = sample(setting.articles, setting.amounts.spun, "spun");
  const cases = spinTexts(spinner, texts, task.habits, resources.language, known);
  const restorations = cases.map((each) => restorer.unspin(each.text));
  const scores = cases.map((each, index) => scoreDocument(each, restorations[index].text));
  const { plan } = task;
  const unspun = plan && unspunPart(texts, scores, (text) => plan(text));
  return { task, totals: totalsOf(scores), cases, restorations, scores, unspun };
}

/** Counts words and false edits where the spinner was not at work. */
function unspunPart(
  texts: readonly CleanText[],
  scores: readonly DocumentScore[],
  plan: (text: CleanText) => WorkPlan,
): { words: number; edits: number } {
  let words = 0;
  let edits = 0;
  texts.forEach((text, index) => {
    const works = plan(text);
    for (const word of text.text.matchAll(/\S+/g)) if (!works(word.index)) words++;
    const { gold, harm } = scores[index];
    for (const { start } of harm) {
      const before = gold.filter((each) => each.end <= start);
      const shift = before.reduce((sum, { spun, original }) => sum + spun.length - original.length, 0);
      if (!works(start - shift)) edits++;
    }
  });
  return { words, edits };
}

/** Restores all spun sets, or those of a quick evaluation. */
export function measureRestoration(setting: Setting): RestorationResult[] {
  const tasks = RESTORATION_TASKS.filter((task) => !(setting.arguments.quick && task.slow));
  return tasks.flatMap((task) => runTask(setting, task) ?? []);
}
