import { parseArgs } from "node:util";

/** What the evaluation was asked for. */
export interface EvalArguments {
  /** Less text, under a minute. */
  readonly quick: boolean;
  /** On development sources, for tuning, instead of the test sources. */
  readonly development: boolean;
  /** Share of the dictionary's entries that the library does without in the held-out rows, 0 to 1. */
  readonly holdout: number;
  /** Switch parts of the library off, one by one. */
  readonly ablate: boolean;
  /** Parts to run; all if empty. */
  readonly only: readonly string[];
  /** Put the figures into the documentation. */
  readonly write: boolean;
}

/** Reads the command line. @throws {TypeError} for an unknown option, {RangeError} for a share out of range */
export function readArguments(argv: readonly string[]): EvalArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      quick: { type: "boolean", default: false },
      dev: { type: "boolean", default: false },
      holdout: { type: "string", default: "0.15" },
      ablate: { type: "boolean", default: false },
      only: { type: "string", default: "" },
      write: { type: "boolean", default: false },
    },
  });
  const holdout = Number(values.holdout);
  if (!(holdout > 0 && holdout < 1)) throw new RangeError(`--holdout must lie between 0 and 1, not ${values.holdout}`);
  return {
    quick: values.quick,
    development: values.dev,
    holdout,
    ablate: values.ablate,
    only: values.only.split(",").filter((part) => part !== ""),
    write: values.write,
  };
}
