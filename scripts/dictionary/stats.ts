import { readFileSync, statSync, writeFileSync } from "node:fs";
import type { Entry } from "../../src/dictionary/entry.js";
import { layOut, STANDS } from "../../src/dictionary/lay-out.js";
import { loadResources } from "../../src/load.js";
import { toMarkdown } from "../eval/table.js";
import { PACKED } from "./build.js";
import { formatKinds, kindsOfExamples } from "./most-met.js";
import { DICTIONARIES, readEntries, readTerms, readTranslation, WORD_LISTS } from "./sources.js";

const README = new URL("README.md", DICTIONARIES);
const BEGIN = "<!-- statistics: begin, written by `npm run dictionary -- stats --write` -->";
const END = "<!-- statistics: end -->";

/** The dictionaries' statistics as a Markdown table. */
export function stats(): string {
  const swaps = readEntries();
  const translation = readTranslation();
  const entries = [...swaps, ...translation];
  const terms = readTerms();
  const domains = [...new Set(entries.map((entry) => entry.domain))];
  const rows = domains.map((domain) => [domain, ...rowOf(entries.filter((entry) => entry.domain === domain))]);
  const packed = statSync(PACKED).size;
  const table = toMarkdown({
    title: "",
    note: "",
    columns: ["domain", "entries", "observed", "both ways", "conditions", "examples", "pairs of forms", "spun forms"],
    rows: [...rows, ["**all**", ...rowOf(entries)]],
  });
  const sizes = `${number(terms.filter((term) => !term.startsWith(STANDS)).length)} terms; packed and compressed ${number(Math.round(packed / 1000))} kB.`;
  const kinds = formatKinds(kindsOfExamples(loadResources().language, swaps));
  return `${table.replace(/^#.*\n+/, "").trim()}\n\n${sizes}\n\n${kinds}`;
}

/** Writes the statistics between their markers in the dictionaries' README. */
export function writeStats(table: string): void {
  writeFileSync(README, withStatistics(readFileSync(README, "utf8"), table));
}

/** A text with what stands between the markers replaced. @throws {Error} if a marker is missing */
export function withStatistics(text: string, table: string): string {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END, begin);
  if (begin < 0 || end < 0) throw new Error(`no ${JSON.stringify(begin < 0 ? BEGIN : END)} in dictionaries/README.md`);
  return `${text.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${text.slice(end)}`;
}

function rowOf(entries: readonly Entry[]): string[] {
  const columns = layOut(entries, [], WORD_LISTS);
  const count = (holds: (entry: Entry) => boolean): string => number(entries.filter(holds).length);
  return [
    number(entries.length),
    count((entry) => entry.seen),
    count((entry) => entry.both),
    count(({ requires, unless, after, before }) => requires.length + unless.length + after.length + before.length > 0),
    number(entries.reduce((sum, entry) => sum + entry.fires.length + entry.stays.length, 0)),
    number(columns.entryOriginal.length),
    number(columns.formCount),
  ];
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}
