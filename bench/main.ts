/*
 * Measures speed, growth, load, memory and size:
 *
 *     npm run bench -- [--quick] [--only speed,growth,worst,start,package,soak,dictionary]
 *     npm run bench -- --smoke        growth by counts of operations, for continuous integration; fails if it is not linear
 *
 * The report goes to bench/out, as Markdown and as an SVG chart.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Table, toMarkdown, toTerminal } from "../scripts/eval/table.js";
import { megabytes, speedChart } from "./chart.js";
import { contest } from "./contest.js";
import { ourselves, peers } from "./contestants.js";
import { dictionarySizeTable, measureDictionarySize } from "./dictionary-size.js";
import { measureFreshProcesses } from "./fresh-process.js";
import { growthInHits, growthInLength, worstGrowth } from "./growth.js";
import { importLibrary } from "./library.js";
import { measurePackage } from "./package-size.js";
import { contestTable, freshTable, growthTable, machine, packageTable, smokeTable, soakTable } from "./report.js";
import { complaintsAbout, measureGrowthByCounts } from "./smoke.js";
import { soak } from "./soak.js";
import { cleanArticles, fullSpinner, spunText, textSets, upTo } from "./texts.js";

const PARTS = ["speed", "growth", "worst", "start", "package", "soak", "dictionary"] as const;
const OUT = new URL("out/", import.meta.url);
const PEERS = ["wink-nlp", "wink-eng-lite-web-model", "retext-english", "compromise", "harper.js"];

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    smoke: { type: "boolean", default: false },
    only: { type: "string", default: PARTS.join(",") },
  },
});

const tables: Table[] = [];
function show(table: Table): void {
  tables.push(table);
  console.log(toTerminal(table));
}

async function measureSpeed(): Promise<void> {
  const library = await importLibrary();
  const [champion, ...others] = ourselves(library);
  const contestants = [...others, ...(await peers())];
  const rows = await contest(
    champion,
    contestants,
    textSets(values.quick ? 300_000 : 2_000_000),
    values.quick ? 5 : 9,
    (row) => console.error(`${row.set}: ${row.contestant} ${megabytes(row.speed)}, ${row.ratio.toFixed(2)}x`),
  );
  show(contestTable(rows, contestants));
  writeFileSync(
    new URL("speed.svg", OUT),
    speedChart(
      "Restoring text, and what others do with it",
      rows.filter(({ set }) => set.endsWith("articles") || set.startsWith("mixed")),
    ),
  );
  writeFileSync(new URL("speed.json", OUT), `${JSON.stringify(rows, undefined, 1)}\n`);
}

async function measureGrowth(): Promise<void> {
  const library = await importLibrary();
  const clean = upTo(cleanArticles(), 1_000_000);
  const spinner = fullSpinner();
  const spun = clean.map((text) => spunText(spinner, text));
  show(growthTable("Growth with length", growthInLength(library, clean, spun, values.quick ? 1_300_000 : 41_000_000)));
  show(growthTable("Growth with hits", [growthInHits(library, clean, spinner)]));
}

async function measure(part: string): Promise<void> {
  if (part === "speed") await measureSpeed();
  else if (part === "growth") await measureGrowth();
  else if (part === "worst")
    show(growthTable("Worst cases", worstGrowth(await importLibrary(), values.quick ? 50_000 : 5_000_000)));
  else if (part === "start") show(freshTable(measureFreshProcesses()));
  else if (part === "package") show(packageTable(measurePackage()));
  else if (part === "soak")
    show(soakTable(soak(await importLibrary(), upTo(cleanArticles(), 1_000_000), values.quick ? 4 : 64)));
  else if (part === "dictionary") {
    const figures = await measureDictionarySize(values.quick ? 300_000 : 2_000_000, values.quick ? 5 : 9);
    for (const each of figures) show(dictionarySizeTable(each));
  } else throw new RangeError(`--only knows ${PARTS.join(", ")}, not ${JSON.stringify(part)}`);
}

mkdirSync(OUT, { recursive: true });
if (values.smoke) {
  const figures = measureGrowthByCounts();
  console.log(toTerminal(smokeTable(figures)));
  const complaints = complaintsAbout(figures);
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length > 0 ? 1 : 0;
} else {
  for (const part of values.only.split(",")) await measure(part);
  const versions = Object.fromEntries(PEERS.map((name) => [name, versionOf(name)]));
  writeFileSync(new URL("report.md", OUT), `${machine(versions)}\n\n${tables.map(toMarkdown).join("\n")}`);
}

function versionOf(name: string): string {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
