/*
 * Measures the library:
 *
 *     npm run eval -- [--quick] [--dev] [--holdout 0.15] [--ablate] [--only written,domains,...]
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { readArguments } from "./arguments.js";
import { type Figures, measure, PARTS } from "./figures.js";
import { reliabilitySvg } from "./reliability-svg.js";
import { mistakesIn, tablesOf } from "./report.js";
import { prepare } from "./setting.js";
import { toMarkdown, toTerminal } from "./table.js";

const OUT = new URL("out/", import.meta.url);

const args = readArguments(process.argv.slice(2));
const setting = prepare(args);
const figures: Figures = {};
mkdirSync(OUT, { recursive: true });
for (const part of PARTS) {
  if (!args.parts.includes(part)) continue;
  const fresh: Figures = {};
  measure(part, setting, fresh);
  for (const table of tablesOf(fresh)) console.log(toTerminal(table));
  Object.assign(figures, fresh);
}
for (const sentence of setting.leftOut) console.log(`\nLeft out: ${sentence}`);

const about = [
  `${args.development ? "Development" : "Test"} sources, ${args.quick ? "a quick look" : "in full"}.`,
  ...setting.leftOut.map((sentence) => `Left out: ${sentence}`),
].join("\n");
writeFileSync(new URL("figures.md", OUT), `${about}\n\n${tablesOf(figures).map(toMarkdown).join("\n")}`);
writeFileSync(
  new URL("figures.json", OUT),
  `${JSON.stringify({ arguments: args, leftOut: setting.leftOut, ...withoutTexts(figures) }, undefined, 1)}\n`,
);
writeFileSync(
  new URL("mistakes.txt", OUT),
  mistakesIn(figures)
    .map((line) => `${line}\n`)
    .join(""),
);
const calibrations = [...(figures.edits ?? [])];
if (figures.detection) calibrations.push({ name: "detection", calibration: figures.detection.calibration });
for (const { name, calibration } of calibrations) {
  const file = `reliability-${name.replace(/[^a-z]+/g, "-")}.svg`;
  writeFileSync(new URL(file, OUT), reliabilitySvg(name, calibration));
}

/** The figures without the texts that they were measured on. */
function withoutTexts({ restoration, errors, ...rest }: Figures): object {
  return {
    ...rest,
    ...(restoration && { restoration: restoration.map(({ task, totals }) => ({ ...task, totals })) }),
    ...(errors && { errors: { ...errors, classes: Object.fromEntries(errors.classes) } }),
  };
}
