/*
 * The dictionaries' workshop:
 *
 *     npm run dictionary -- check [FILE]             all rules, and every entry's examples
 *     npm run dictionary -- explain "workplace stated"
 *     npm run dictionary -- coverage FILE            of a list of observed substitutions
 *     npm run dictionary -- held-out FILE [--folds 5] [--list MISSES]
 *     npm run dictionary -- propose WORD
 *     npm run dictionary -- sort
 *     npm run dictionary -- stats [--write]
 *     npm run dictionary -- build
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { build } from "./build.js";
import { check, checkFile } from "./check.js";
import { coverage } from "./coverage.js";
import { explain } from "./explain.js";
import { heldOut } from "./held-out.js";
import { propose } from "./propose.js";
import { sort } from "./sort.js";
import { stats, writeStats } from "./stats.js";

const USAGE = `npm run dictionary -- COMMAND
  check [FILE]       all rules, and every entry's examples
  explain TEXT       which entries are found in it, their weights and scores
  coverage FILE      what share of a list of observed substitutions is held
  held-out FILE      what share of observed phrases of science is found without having seen them:
                     a part at a time is taken out, with all that only it speaks for
    --folds 5        how many parts
    --list MISSES    writes what is missed or wrong to a file
  propose WORD       what thesauri offer for it, ranked by the language model
  sort               put the files in order and set the marks "both"
  stats [--write]    the table of dictionaries/README.md
  build              compile the dictionaries into the package's data`;

const [command = "", ...operands] = process.argv.slice(2);
process.exitCode = (await run(command, operands)) ? 0 : 1;

/** Runs a command; gives whether it went well. */
function run(name: string, args: readonly string[]): boolean | Promise<boolean> {
  const [operand = ""] = args;
  switch (name) {
    case "check":
      return operand === "" ? check() : checkFile(operand);
    case "build":
      return build();
    case "sort":
      return print(sort().join("\n") || "All in order.");
    case "stats":
      if (operand === "--write") writeStats(stats());
      return print(stats());
    case "held-out":
      return runHeldOut(args);
    case "explain":
    case "coverage":
    case "propose": {
      if (operand === "") return usage();
      const answer = { explain, coverage, propose }[name];
      return print(answer(operand));
    }
    default:
      return usage();
  }
}

function runHeldOut(args: readonly string[]): boolean {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { folds: { type: "string", default: "5" }, list: { type: "string" } },
  });
  const [file] = positionals;
  const folds = Number(values.folds);
  if (file === undefined || !Number.isInteger(folds) || folds < 2) return usage();
  const { report, misses } = heldOut(file, folds);
  if (values.list !== undefined) writeFileSync(values.list, misses);
  return print(report);
}

function print(text: string): true {
  console.log(text);
  return true;
}

function usage(): false {
  console.error(USAGE);
  return false;
}
