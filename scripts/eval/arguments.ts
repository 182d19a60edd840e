import { parseArgs } from "node:util";
import { PARTS, type Part } from "./figures.js";

/** What a quick evaluation leaves out unless it is asked for by name. */
const SLOW: readonly Part[] = ["domains", "trade-off", "ablation"];

/** What the evaluation was asked for. */
export interface EvalArguments {
  /** Less text, under a minute. */
  readonly quick: boolean;
  /** On development sources, for tuning, instead of the test sources. */
  readonly development: boolean;
  /** Share of the dictionary's entries that the library does without in the held-out rows, 0 to 1. */
  readonly holdout: number;
  /** What to measure. */
  readonly parts: readonly Part[];
}

/** Reads the command line. @throws {TypeError} for an unknown option, {RangeError} for a value out of range */
export function readArguments(argv: readonly string[]): EvalArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      quick: { type: "boolean", default: false },
      dev: { type: "boolean", default: false },
      holdout: { type: "string", default: "0.15" },
      ablate: { type: "boolean", default: false },
      only: { type: "string", default: "" },
    },
  });
  const holdout = Number(values.holdout);
  if (!(holdout > 0 && holdout < 1)) throw new RangeError(`--holdout must lie between 0 and 1, not ${values.holdout}`);
  return {
    quick: values.quick,
    development: values.dev,
    holdout,
    parts: values.only === "" ? usualParts(values.quick, values.ablate) : values.only.split(",").map(toPart),
  };
}

function usualParts(quick: boolean, ablate: boolean): Part[] {
  return PARTS.filter((part) => (part === "ablation" ? ablate : !(quick && SLOW.includes(part))));
}

function toPart(name: string): Part {
  const part = PARTS.find((each) => each === name);
  if (part === undefined) throw new RangeError(`--only knows ${PARTS.join(", ")}, not ${JSON.stringify(name)}`);
  return part;
}
