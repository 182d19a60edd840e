/*
 * Measures the library:
 *
 *     npm run eval -- [--quick] [--dev] [--holdout 0.15] [--ablate] [--only restoration,clean,...]
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { assembleUnspinner } from "../../src/unspin.js";
import { readArguments } from "./arguments.js";
import { measureClean } from "./clean-text.js";
import { measureRestoration } from "./restoration.js";
import { referenceTable, restorationTable } from "./restoration-table.js";
import { scoreDocument } from "./scoring/score.js";
import { totalsOf } from "./scoring/totals.js";
import { prepare } from "./setting.js";
import { type Table, toMarkdown, toTerminal } from "./table.js";
import { readSeedCase } from "./written-cases.js";

const OUT = new URL("out/", import.meta.url);
const args = readArguments(process.argv.slice(2));
const setting = prepare(args);
const tables: Table[] = [];
const wanted = (part: string): boolean => args.only.length === 0 || args.only.includes(part);
const show = (table: Table): void => {
  tables.push(table);
  console.log(toTerminal(table));
};

if (wanted("seed")) {
  const seed = readSeedCase();
  if (seed) {
    const restored = assembleUnspinner(setting.libraries.complete.resources).unspin(seed.text);
    const score = scoreDocument(seed, restored.text);
    show(referenceTable([["seed article", totalsOf([score])]]));
    score.outcomes.forEach((outcome, index) => {
      const gold = score.gold[index];
      if (outcome === "missed" || outcome === "wrong")
        console.log(`  ${outcome}: ${gold.spun} < ${gold.original} ${score.written[index]}`);
    });
    for (const edit of score.harm) console.log(`  harm: ${edit.before} > ${edit.after}`);
  }
}
if (wanted("restoration")) {
  const results = measureRestoration(setting);
  show(restorationTable(results));
}
if (wanted("clean")) {
  const rows = measureClean(setting);
  show({
    title: "Clean text",
    note: "Every edit is a false one.",
    columns: ["source", "preset", "words", "documents", "edited", "edits", "per 100k", "suggestions"],
    rows: rows.map((row) => [
      row.source,
      row.preset,
      String(row.words),
      String(row.documents),
      String(row.edited),
      String(row.edits),
      row.editsPer100000.toFixed(2),
      String(row.suggestions),
    ]),
  });
}
for (const sentence of setting.leftOut) console.log(`Left out: ${sentence}`);
mkdirSync(OUT, { recursive: true });
writeFileSync(new URL("figures.md", OUT), tables.map(toMarkdown).join("\n"));
