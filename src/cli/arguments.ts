import { parseArgs } from "node:util";
import type { Preset } from "../options.js";
import { UsageError } from "./exit-status.js";
import { COMMANDS, type CommandName, OPTIONS, type OptionValues } from "./options.js";

/** In which a diff is printed. */
export type DiffFormat = "unified" | "ansi" | "html" | "json" | "sarif" | "vfile";
/** In which verdicts are printed. */
export type DetectFormat = "text" | "json";
/** When there are colours in the output. */
export type ColorMode = "auto" | "always" | "never";

/** What the command line asks for. */
export interface Settings {
  readonly command: "restore" | "diff" | "detect" | "jsonl" | "compare" | "explain" | "help" | "version";
  /** Input files; "-" is standard input. Never empty. */
  readonly files: readonly string[];
  /** undefined: ANSI on a terminal, unified otherwise. */
  readonly diff: DiffFormat | undefined;
  readonly detect: DetectFormat | undefined;
  /** Path of the field that holds the text, and of the one with the id. */
  readonly field: readonly string[];
  readonly idField: readonly string[];
  readonly attributes: boolean;
  readonly onlySpun: boolean;
  readonly preset: Preset;
  readonly minConfidence: number | undefined;
  readonly ignore: readonly string[];
  readonly dictionaries: readonly string[];
  /** Whether every text is looked at in full. */
  readonly thorough: boolean;
  readonly suggestions: boolean;
  readonly output: string | undefined;
  /** Whether `output` is a directory; known once it has been looked at. */
  readonly directory: boolean;
  readonly resume: boolean;
  readonly rejects: string | undefined;
  readonly stats: string | undefined;
  /** Threads that restore. */
  readonly workers: number;
  /** Most bytes of a record. */
  readonly maxSize: number;
  readonly dryRun: boolean;
  readonly quiet: boolean;
  readonly color: ColorMode;
}

/** What stands on the command line, before the configuration is added and both are looked at. */
export interface CommandLine {
  readonly command: CommandName | undefined;
  readonly values: OptionValues;
  readonly files: readonly string[];
}

/** Options whose value may be left out, and what they mean without. */
const DEFAULTS: Readonly<Record<string, string>> = { "--diff": "--diff=auto", "--detect": "--detect=text" };

/** Splits the command line up. @param args without the names of the interpreter and the script @throws {UsageError} */
export function readCommandLine(args: readonly string[]): CommandLine {
  const command = COMMANDS.find((name) => name === args[0]);
  const rest = command === undefined ? args : args.slice(1);
  const end = rest.indexOf("--");
  const filled = rest.map((arg, i) => ((end < 0 || i < end) && Object.hasOwn(DEFAULTS, arg) ? DEFAULTS[arg] : arg));
  try {
    const { values, positionals } = parseArgs({ args: filled, options: OPTIONS, allowPositionals: true, strict: true });
    return { command, values, files: positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Reads the command line.
 *
 * @param args without the names of the interpreter and the script
 * @param config what a configuration file says; the command line goes before it
 * @throws {UsageError} saying what is wrong
 */
export function parseArguments(args: readonly string[], config: OptionValues = {}): Settings {
  const line = readCommandLine(args);
  const values = { ...config, ...line.values };
  const command = commandOf(line.command, values);
  refuseContradictions(line, values, command);
  const field = splitField("--field", values.field ?? "text");
  if (field[0] === "unspin") throw new UsageError('--field cannot be "unspin": the edits are written there');
  const diff = oneOf("--diff", values.diff, DIFF_FORMATS) ?? (command === "detect" ? undefined : formatOf(values));
  return {
    command,
    files: line.files.length === 0 ? ["-"] : line.files,
    diff: diff === "auto" ? undefined : diff,
    detect: detectOf(line.command, values),
    field,
    idField: splitField("--id-field", values["id-field"] ?? "id"),
    attributes: values.attributes === true,
    onlySpun: values["only-spun"] === true,
    preset: oneOf("--preset", values.preset, ["cautious", "balanced", "eager"] as const) ?? "balanced",
    minConfidence: number("--min-confidence", values["min-confidence"], 0, 1),
    ignore: values.ignore ?? [],
    dictionaries: values.dictionary ?? [],
    thorough: values.thorough === true,
    suggestions: values.suggestions === true,
    output: values.output,
    directory: false,
    resume: values.resume === true,
    rejects: values.rejects,
    stats: values.stats,
    workers: whole("--workers", values.workers, 1, 256) ?? 1,
    maxSize: whole("--max-size", values["max-size"], 1, 2 ** 28) ?? 2 ** 24,
    dryRun: values["dry-run"] === true,
    quiet: values.quiet === true,
    color: oneOf("--color", values.color, ["auto", "always", "never"] as const) ?? "auto",
  };
}

const DIFF_FORMATS = ["auto", "unified", "ansi", "html", "json", "sarif", "vfile"] as const;

function formatOf(values: OptionValues): DiffFormat | undefined {
  return oneOf("--format", values.format, ["unified", "ansi", "html", "json", "sarif", "vfile"] as const);
}

function detectOf(command: CommandName | undefined, values: OptionValues): DetectFormat | undefined {
  const asked = oneOf("--detect", values.detect, ["text", "json"] as const);
  if (asked !== undefined || command !== "detect") return asked;
  return oneOf("--format", values.format, ["text", "json"] as const) ?? "text";
}

function commandOf(name: CommandName | undefined, values: OptionValues): Settings["command"] {
  if (values.help === true) return "help";
  if (values.version === true) return "version";
  if (values.jsonl === true) return "jsonl";
  if (name === "diff") return "compare";
  if (name !== undefined) return name;
  if (values.diff !== undefined || values.format !== undefined) return "diff";
  return values.detect === undefined ? "restore" : "detect";
}

function refuseContradictions(line: CommandLine, values: OptionValues, command: Settings["command"]): void {
  const refuse = (condition: boolean, message: string): void => {
    if (condition) throw new UsageError(message);
  };
  const jsonl = values.jsonl === true;
  const showsDiff = values.diff !== undefined || (values.format !== undefined && line.command !== "detect");
  refuse(showsDiff && values.detect !== undefined, "--diff and --detect exclude each other");
  refuse(values.diff !== undefined && values.format !== undefined, "--diff and --format say the same: use one of them");
  refuse(showsDiff && jsonl, "--diff and --jsonl exclude each other: the records carry their edits");
  refuse(jsonl && line.command !== undefined && line.command !== "detect", `unspin ${line.command} takes no --jsonl`);
  for (const option of [
    "field",
    "id-field",
    "attributes",
    "rejects",
    "resume",
    "stats",
    "workers",
    "max-size",
  ] as const) {
    refuse(values[option] !== undefined && values[option] !== false && !jsonl, `--${option} goes with --jsonl`);
  }
  refuse(values.attributes === true && values.detect !== undefined, "--attributes and --detect exclude each other");
  const html = values.diff === "html" || values.format === "html";
  refuse(html && command === "diff" && line.files.length > 1, "--diff=html makes a page of one FILE");
  const format = values.format ?? values.diff ?? "json";
  refuse(command === "explain" && format !== "json", `unspin explain cannot write ${format}: use json`);
  refuse(command === "compare" && line.files.length !== 2, "unspin diff takes two FILEs: A and B");
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

function number(option: string, value: string | undefined, least: number, most: number): number | undefined {
  if (value === undefined) return undefined;
  const read = value.trim() === "" ? Number.NaN : Number(value);
  if (!(read >= least && read <= most))
    throw new UsageError(`${option}=${value}: use a number from ${least} to ${most}`);
  return read;
}

function whole(option: string, value: string | undefined, least: number, most: number): number | undefined {
  const read = number(option, value, least, most);
  if (read !== undefined && !Number.isInteger(read)) throw new UsageError(`${option}=${value}: use a whole number`);
  return read;
}

/** "a.b" is the field b of the object a; "a\.b" the field that is called "a.b". */
function splitField(option: string, field: string): string[] {
  const names = field.split(/(?<!\\)\./).map((name) => name.replaceAll("\\.", "."));
  if (names.includes("")) throw new UsageError(`${option}=${field}: a name is missing`);
  return names;
}
