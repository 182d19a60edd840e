import type { RestorationResult } from "./restoration.js";
import type { ScoreTotals } from "./scoring/totals.js";
import { shareText, type Table } from "./table.js";

const COLUMNS = ["P", "R", "F0.5", "R all", "F0.5 all", "harm/1k", "gold", "words"] as const;

function cells(totals: ScoreTotals): string[] {
  const { precision, recall, f05, recallOfAll, f05OfAll, harmPer1000Words, gold, words } = totals;
  const shares = [precision, recall, f05, recallOfAll, f05OfAll].map(shareText);
  return [...shares, harmPer1000Words.toFixed(2), String(gold), String(words)];
}

/** The spun sets, a row each. */
export function restorationTable(results: readonly RestorationResult[]): Table {
  return {
    title: "Restoration of simulated spun text",
    note: 'P, R and F0.5 as score.py counts them; "all" also asks for silent edits, which no reader could see.',
    columns: ["list > library: habits", ...COLUMNS],
    rows: results.map(({ task, totals }) => [`${task.list} > ${task.library}: ${task.name}`, ...cells(totals)]),
  };
}

/** Texts with a hand-made reference. */
export function referenceTable(rows: readonly (readonly [name: string, totals: ScoreTotals])[]): Table {
  return {
    title: "Texts with a reference written by hand",
    note: "",
    columns: ["text", ...COLUMNS],
    rows: rows.map(([name, totals]) => [name, ...cells(totals)]),
  };
}
