import { cpus } from "node:os";
import type { Table } from "../scripts/eval/table.js";
import { megabytes } from "./chart.js";
import type { ContestRow } from "./contest.js";
import type { Contestant } from "./contestants.js";
import type { FreshFigures } from "./fresh-process.js";
import type { Growth } from "./growth.js";
import type { PackageSize } from "./package-size.js";
import type { SmokeFigures } from "./smoke.js";
import type { SoakStep } from "./soak.js";

/** What the figures were measured on. */
export function machine(versions: Readonly<Record<string, string>>): string {
  const processors = cpus();
  const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `${processors[0]?.model.trim() ?? "unknown processor"}, ${processors.length} cores, Node ${process.version}; ${packages.join(", ")}`;
}

/** Speeds and ratios: a row for each contestant, a pair of columns for each set. */
export function contestTable(rows: readonly ContestRow[], contestants: readonly Contestant[]): Table {
  const sets = [...new Set(rows.map(({ set }) => set))];
  const cell = (set: string, name: string): string => {
    const row = rows.find((each) => each.set === set && each.contestant === name);
    return row ? `${megabytes(row.speed)} (${row.ratio.toPrecision(2)}x)` : "";
  };
  const ours = sets.map((set) => megabytes(rows.find((row) => row.set === set)?.champion ?? 0));
  return {
    title: "Speed",
    note: "Million characters in a second of processor time, medians; in parentheses how many times as fast unspin was in the same rounds, on the same texts.",
    columns: ["", "gives", ...sets],
    rows: [
      ["unspin", "restored text, edits, verdict", ...ours],
      ...contestants.map(({ name, gives }) => [name, gives, ...sets.map((set) => cell(set, name))]),
    ],
  };
}

/** How the time grows. */
export function growthTable(title: string, growths: readonly Growth[]): Table {
  return {
    title,
    note: "Times as long as the row before, for the full engine without screening.",
    columns: ["", "characters", "edits", "seconds", "growth", "million characters a second"],
    rows: growths.flatMap(({ name, steps }) =>
      steps.map(({ characters, edits, seconds }, at) => [
        name,
        characters.toLocaleString("en"),
        edits.toLocaleString("en"),
        seconds.toPrecision(3),
        at === 0 ? "" : `${(seconds / steps[at - 1].seconds).toFixed(2)}x`,
        megabytes(characters / seconds),
      ]),
    ),
  };
}

/** Load and memory. */
export function freshTable(figures: readonly FreshFigures[]): Table {
  return {
    title: "Start-up",
    note: "A fresh Node process each, medians of five: milliseconds of processor time; in MB, by how much the resident memory had grown, and what of it was in use after a garbage collection.",
    columns: ["", "import", "first call", "second call", "memory", "in use"],
    rows: figures.map(({ name, load, firstCall, secondCall, memory, live }) => [
      name,
      ...[load, firstCall, secondCall].map((value) => value.toFixed(value < 10 ? 1 : 0)),
      memory.toFixed(0),
      live.toFixed(0),
    ]),
  };
}

/** Package size. */
export function packageTable({ tarball, unpacked, code }: PackageSize): Table {
  const rows = [
    ["tarball", `${(tarball / 1e6).toFixed(2)} MB`],
    ["unpacked", `${(unpacked / 1e6).toFixed(2)} MB`],
    ["library code alone, minified and compressed", `${(code / 1e3).toFixed(1)} kB`],
  ];
  return { title: "Package", note: "", columns: ["", "size"], rows };
}

/** Memory over many documents. */
export function soakTable(steps: readonly SoakStep[]): Table {
  return {
    title: "Memory over many documents",
    note: "Resident memory of the benchmark's own process, peers and texts included.",
    columns: ["documents", "MB"],
    rows: steps.map(({ documents, resident }) => [documents.toLocaleString("en"), resident.toFixed(0)]),
  };
}

/** Growth by counts. */
export function smokeTable(figures: readonly SmokeFigures[]): Table {
  return {
    title: "Growth by counts of operations",
    note: "Typed-array elements read and written and characters looked at, and how many times as many for twice the text.",
    columns: ["", "operations", "growth"],
    rows: figures.map(({ name, operations, growth }) => [name, operations.toLocaleString("en"), growth.toFixed(2)]),
  };
}
