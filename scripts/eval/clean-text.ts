import type { Preset } from "../../src/options.js";
import { assembleUnspinner } from "../../src/unspin.js";
import { sample } from "./excerpts.js";
import type { Setting } from "./setting.js";
import { type CleanText, countWords } from "./texts.js";
import { readCleanNews } from "./written-cases.js";

/** What a preset does to clean text of one source. */
export interface CleanFigures {
  readonly source: string;
  readonly documents: number;
  readonly words: number;
  readonly preset: Preset;
  /** Every edit of clean text is a false one. */
  readonly edits: number;
  /** Documents that were edited. */
  readonly edited: number;
  readonly suggestions: number;
  readonly editsPer100000: number;
}

/** The row that adds all sources up. */
export const ALL_SOURCES = "all";
const PRESETS: readonly Preset[] = ["balanced", "cautious"];

/** Runs whole clean documents through the library with its complete dictionary. */
export function measureClean(setting: Setting): CleanFigures[] {
  const documents = [
    ...take(sample(setting.documents, setting.documents.length, "clean"), setting.amounts.cleanWords),
    ...readCleanNews(),
  ];
  const sources = [...new Set(documents.map((document) => document.source))];
  return PRESETS.flatMap((preset) => {
    const restorer = assembleUnspinner(setting.libraries.complete.resources, { preset });
    const rows = sources.map((source) => {
      const row = { source, preset, documents: 0, words: 0, edits: 0, edited: 0, suggestions: 0 };
      for (const { source: from, text } of documents) {
        if (from !== source) continue;
        const { edits, suggestions } = restorer.unspin(text);
        row.documents++;
        row.words += countWords(text);
        row.edits += edits.length;
        row.edited += edits.length > 0 ? 1 : 0;
        row.suggestions += suggestions.length;
      }
      return row;
    });
    const total = { source: ALL_SOURCES, preset, documents: 0, words: 0, edits: 0, edited: 0, suggestions: 0 };
    for (const row of rows) {
      for (const key of ["documents", "words", "edits", "edited", "suggestions"] as const) total[key] += row[key];
    }
    return [...rows, total].map((row) => ({ ...row, editsPer100000: (100_000 * row.edits) / row.words }));
  });
}

function take(documents: readonly CleanText[], words: number): CleanText[] {
  const taken: CleanText[] = [];
  let sum = 0;
  for (const document of documents) {
    if (sum >= words) break;
    taken.push(document);
    sum += countWords(document.text);
  }
  return taken;
}
