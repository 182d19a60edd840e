import type { Restoration } from "../../src/types.js";
import { assembleUnspinner, type Unspinner } from "../../src/unspin.js";
import type { SpinHabits } from "../simulate/spin.js";
import { sample } from "./excerpts.js";
import { type DocumentScore, scoreDocument } from "./scoring/score.js";
import { type ScoreTotals, totalsOf } from "./scoring/totals.js";
import type { LibraryName, ListName, Setting } from "./setting.js";
import { type SpunCase, spinTexts } from "./spun-sets.js";

/** A spun set and the library that is to restore it. */
export interface RestorationTask {
  readonly name: string;
  readonly list: ListName;
  readonly library: LibraryName;
  readonly habits: SpinHabits;
  /** Left out of a quick evaluation. */
  readonly slow?: boolean;
}

/** A task done. */
export interface RestorationResult {
  readonly task: RestorationTask;
  readonly totals: ScoreTotals;
  readonly cases: readonly SpunCase[];
  readonly restorations: readonly Restoration[];
  readonly scores: readonly DocumentScore[];
}

const habits = (protect: boolean, rate: SpinHabits["rate"], more: Partial<SpinHabits> = {}): SpinHabits => ({
  rate,
  protect,
  choice: "weighted",
  ...more,
});

function tasksOf(list: ListName, library: LibraryName): RestorationTask[] {
  return [true, false].flatMap((protect) => {
    const who = protect ? "protected" : "all";
    return [
      { name: `${who}, rate .15`, list, library, habits: habits(protect, 0.15), slow: true },
      { name: `${who}, rate .3`, list, library, habits: habits(protect, 0.3) },
      { name: `${who}, rate .6`, list, library, habits: habits(protect, 0.6), slow: true },
      { name: `${who}, rate .2 to .95`, list, library, habits: habits(protect, [0.2, 0.95]), slow: true },
      { name: `${who}, rate n/(n+1)`, list, library, habits: habits(protect, "list-size") },
    ];
  });
}

/** Every set that is restored. The headline ones, by which the library is judged, come first. */
export const RESTORATION_TASKS: readonly RestorationTask[] = [
  ...tasksOf("dictionary", "complete"),
  ...tasksOf("dictionary", "held out"),
  ...tasksOf("observed", "complete"),
  ...tasksOf("observed", "held out"),
  ...(
    [
      ["protected, forms all alike", habits(true, "list-size", { choice: "uniform" })],
      ["protected, 5 % in braces", habits(true, "list-size", { braces: 0.05 })],
      ["protected, spun twice", habits(true, [0.2, 0.6], { passes: 2 })],
    ] as const
  ).map(([name, how]): RestorationTask => ({ name, list: "dictionary", library: "complete", habits: how, slow: true })),
];

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
  return { task, totals: totalsOf(scores), cases, restorations, scores };
}

/** Restores all spun sets, or those of a quick evaluation. */
export function measureRestoration(setting: Setting): RestorationResult[] {
  const tasks = RESTORATION_TASKS.filter((task) => !(setting.arguments.quick && task.slow));
  return tasks.flatMap((task) => runTask(setting, task) ?? []);
}
