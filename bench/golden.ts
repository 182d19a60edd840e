/*
 * Compares what the library makes of many texts with what it made of them before: an optimisation must change no edit.
 *
 *     npx tsx bench/golden.ts record        before a change
 *     npx tsx bench/golden.ts check         after it; fails if an edit or a suggestion is another one
 *
 * The texts are clean ones and the same ones spun, wholly, half and lightly, with names or without, and those of
 * tests/cases. They are the same at every run, and the record goes to bench/out.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { excerptsOf, sample } from "../scripts/eval/excerpts.js";
import { readTexts } from "../scripts/eval/texts.js";
import { type SpinHabits, spin } from "../scripts/simulate/spin.js";
import { loadResources } from "../src/load.js";
import { assembleUnspinner, type UnspinOptions } from "../src/unspin.js";
import { fullSpinner } from "./texts.js";

const RECORD = new URL("out/golden.json", import.meta.url);
const CASES = new URL("../tests/cases/", import.meta.url);
/** Confidences may differ by this: sums of floating-point numbers in another order. */
const TOLERANCE = 1e-4;
const EXCERPTS = 120;

const HABITS: Readonly<Record<string, SpinHabits>> = {
  full: { rate: "list-size", protect: true, choice: "weighted" },
  names: { rate: "list-size", protect: false, choice: "uniform" },
  half: { rate: 0.5, protect: true, choice: "weighted", braces: 0.02 },
  light: { rate: 0.15, protect: true, choice: "weighted" },
};

/** The ways of working that are compared; each looks at every so many-th text. */
const WAYS: readonly (readonly [name: string, options: UnspinOptions, every: number])[] = [
  ["thorough", { thorough: true }, 1],
  ["default", {}, 1],
  ["eager", { preset: "eager", thorough: true }, 4],
  ["cautious", { preset: "cautious", thorough: true }, 4],
];

/** An edit as it is recorded. */
type Recorded = readonly [start: number, end: number, after: string, confidence: number];

/** What became of a text, by way of working. */
interface Outcome {
  readonly spun: boolean;
  readonly edits: readonly Recorded[];
  readonly suggestions: readonly Recorded[];
}

function textsOf(): string[] {
  const excerpts = [
    ...sample(excerptsOf(readTexts(true).texts, 150, 700), EXCERPTS, "golden"),
    ...sample(excerptsOf(readTexts(true).texts, 25, 90), EXCERPTS, "golden, short"),
  ].map(({ text }) => text);
  const spinner = fullSpinner();
  const spun = excerpts.flatMap((text) =>
    Object.entries(HABITS).map(([name, habits]) => spin(spinner, text, habits, name).text),
  );
  return [...excerpts, ...spun, ...caseTexts()];
}

function caseTexts(): string[] {
  const files = readdirSync(CASES, { recursive: true, encoding: "utf8" }).sort();
  return files.flatMap((file) => {
    const content = (): string => readFileSync(new URL(file, CASES), "utf8");
    if (file.endsWith(".txt")) return [content()];
    if (!file.endsWith(".jsonl")) return [];
    const lines = content()
      .split("\n")
      .filter((line) => line !== "");
    return lines.flatMap((line) => stringsIn(JSON.parse(line)).filter((text) => text.includes(" ")));
  });
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function outcomes(): Record<string, Outcome[]> {
  const resources = loadResources();
  const texts = textsOf();
  const result: Record<string, Outcome[]> = {};
  for (const [name, options, every] of WAYS) {
    const { unspin } = assembleUnspinner(resources, options);
    result[name] = texts
      .filter((_, index) => index % every === 0)
      .map((text) => {
        const { edits, suggestions, detection } = unspin(text);
        const recorded = (list: typeof edits): Recorded[] =>
          list.map(({ start, end, after, confidence }) => [start, end, after, Number(confidence.toFixed(6))]);
        return { spun: detection.spun, edits: recorded(edits), suggestions: recorded(suggestions) };
      });
  }
  return result;
}

/** What is another outcome, a sentence each. */
function differences(name: string, before: readonly Outcome[], after: readonly Outcome[]): string[] {
  if (before.length !== after.length) return [`${name}: ${before.length} texts before, ${after.length} now`];
  return before.flatMap((old, index) => {
    const now = after[index];
    const complaints = old.spun === now.spun ? [] : [`${name} ${index}: spun ${old.spun}, now ${now.spun}`];
    for (const kind of ["edits", "suggestions"] as const) {
      const gone = old[kind].filter((edit) => !now[kind].some((other) => isSame(edit, other)));
      const fresh = now[kind].filter((edit) => !old[kind].some((other) => isSame(edit, other)));
      if (gone.length + fresh.length > 0) {
        complaints.push(`${name} ${index} ${kind}: ${JSON.stringify(gone)} before, ${JSON.stringify(fresh)} now`);
      }
    }
    return complaints;
  });
}

function isSame(a: Recorded, b: Recorded): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && Math.abs(a[3] - b[3]) <= TOLERANCE;
}

const found = outcomes();
if (process.argv[2] === "record") {
  mkdirSync(new URL(".", RECORD), { recursive: true });
  writeFileSync(RECORD, JSON.stringify(found));
} else if (process.argv[2] === "check") {
  const before = JSON.parse(readFileSync(RECORD, "utf8")) as Record<string, Outcome[]>;
  const complaints = Object.entries(found).flatMap(([name, list]) => differences(name, before[name] ?? [], list));
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length > 0 ? 1 : 0;
} else throw new RangeError("golden: record or check");
const total = (kind: "edits" | "suggestions"): number =>
  Object.values(found)
    .flat()
    .reduce((sum, outcome) => sum + outcome[kind].length, 0);
console.log(
  `${Object.values(found).flat().length} texts, ${total("edits")} edits, ${total("suggestions")} suggestions`,
);
