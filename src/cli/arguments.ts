import { parseArgs } from "node:util";
import type { Preset } from "../options.js";
import { UsageError } from "./exit-status.js";

export type DiffFormat = "unified" | "ansi" | "html" | "json";
export type DetectFormat = "text" | "json";
export type ColorMode = "auto" | "always" | "never";

/** What the command line asks for. */
export interface Settings {
  readonly command: "restore" | "diff" | "detect" | "jsonl" | "help" | "version";
  /** Input files; "-" is standard input. Never empty. */
  readonly files: readonly string[];
  /** undefined: ANSI on a terminal, unified otherwise. */
  readonly diff: DiffFormat | undefined;
  readonly detect: DetectFormat | undefined;
  /** Path of the field that holds the text. */
  readonly field: readonly string[];
  readonly preset: Preset;
  readonly minConfidence: number | undefined;
  readonly ignore: readonly string[];
  readonly suggestions: boolean;
  readonly output: string | undefined;
  readonly rejects: string | undefined;
  readonly color: ColorMode;
}

/** What the command line may hold. */
export const OPTIONS = {
  diff: { type: "string" },
  detect: { type: "string" },
  jsonl: { type: "boolean" },
  field: { type: "string" },
  preset: { type: "string" },
  "min-confidence": { type: "string" },
  ignore: { type: "string", multiple: true },
  suggestions: { type: "boolean" },
  output: { type: "string", short: "o" },
  rejects: { type: "string" },
  color: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "V" },
} as const;

/** Options whose value may be left out, and what they mean without. */
const DEFAULTS: Readonly<Record<string, string>> = { "--diff": "--diff=auto", "--detect": "--detect=text" };

/**
 * Reads the command line.
 *
 * @param args without the names of the interpreter and the script
 * @throws {UsageError} saying what is wrong
 */
export function parseArguments(args: readonly string[]): Settings {
  const { values, positionals } = parseTokens(args);
  const diff = oneOf("--diff", values.diff, ["auto", "unified", "ansi", "html", "json"] as const);
  const detect = oneOf("--detect", values.detect, ["text", "json"] as const);
  const jsonl = values.jsonl === true;
  const refuse = (condition: boolean, message: string): void => {
    if (condition) throw new UsageError(message);
  };
  refuse(diff !== undefined && detect !== undefined, "--diff and --detect exclude each other");
  refuse(diff !== undefined && jsonl, "--diff and --jsonl exclude each other: the records carry their edits");
  refuse(values.field !== undefined && !jsonl, "--field goes with --jsonl");
  refuse(values.rejects !== undefined && !jsonl, "--rejects goes with --jsonl");
  refuse(diff === "html" && positionals.length > 1, "--diff=html makes a page of one FILE");
  const field = splitField(values.field ?? "text");
  refuse(field[0] === "unspin", '--field cannot be "unspin": the edits are written there');
  return {
    command: commandOf(values.help === true, values.version === true, jsonl, diff, detect),
    files: positionals.length === 0 ? ["-"] : positionals,
    diff: diff === "auto" ? undefined : diff,
    detect,
    field,
    preset: oneOf("--preset", values.preset, ["cautious", "balanced", "eager"] as const) ?? "balanced",
    minConfidence: probability("--min-confidence", values["min-confidence"]),
    ignore: values.ignore ?? [],
    suggestions: values.suggestions === true,
    output: values.output,
    rejects: values.rejects,
    color: oneOf("--color", values.color, ["auto", "always", "never"] as const) ?? "auto",
  };
}

function parseTokens(args: readonly string[]) {
  const end = args.indexOf("--");
  const filled = args.map((arg, i) => ((end < 0 || i < end) && Object.hasOwn(DEFAULTS, arg) ? DEFAULTS[arg] : arg));
  try {
    return parseArgs({ args: filled, options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function commandOf(
  help: boolean,
  version: boolean,
  jsonl: boolean,
  diff: string | undefined,
  detect: string | undefined,
): Settings["command"] {
  if (help) return "help";
  if (version) return "version";
  if (jsonl) return "jsonl";
  if (diff !== undefined) return "diff";
  return detect === undefined ? "restore" : "detect";
}

function oneOf<Value extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly Value[],
): Value | undefined {
  if (value === undefined) return undefined;
  const known = allowed.find((name) => name === value);
  if (known === undefined) throw new UsageError(`${option}=${value}: use ${allowed.join(", ")}`);
  return known;
}

function probability(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = value.trim() === "" ? Number.NaN : Number(value);
  if (!(number >= 0 && number <= 1)) throw new UsageError(`${option}=${value}: use a number from 0 to 1`);
  return number;
}

/** "a.b" is the field b of the object a; "a\.b" the field that is called "a.b". */
function splitField(field: string): string[] {
  const names = field.split(/(?<!\\)\./).map((name) => name.replaceAll("\\.", "."));
  if (names.includes("")) throw new UsageError(`--field=${field}: a name is missing`);
  return names;
}
