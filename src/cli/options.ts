/** What the command line may hold, after the name of a sub-command. */
export const OPTIONS = {
  diff: { type: "string" },
  detect: { type: "string" },
  format: { type: "string" },
  jsonl: { type: "boolean" },
  field: { type: "string" },
  "id-field": { type: "string" },
  attributes: { type: "boolean" },
  "only-spun": { type: "boolean" },
  preset: { type: "string" },
  "min-confidence": { type: "string" },
  ignore: { type: "string", multiple: true },
  dictionary: { type: "string", multiple: true },
  thorough: { type: "boolean" },
  suggestions: { type: "boolean" },
  output: { type: "string", short: "o" },
  resume: { type: "boolean" },
  rejects: { type: "string" },
  stats: { type: "string" },
  workers: { type: "string" },
  "max-size": { type: "string" },
  config: { type: "string" },
  "dry-run": { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
  color: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "V" },
} as const;

type Value<Option> = Option extends { multiple: true }
  ? string[]
  : Option extends { type: "boolean" }
    ? boolean
    : string;

/** What the command line and the configuration say, before it is looked at. */
export type OptionValues = { -readonly [Name in keyof typeof OPTIONS]?: Value<(typeof OPTIONS)[Name]> | undefined };

/** The names by which something else than restoring is asked for. */
export const COMMANDS = ["detect", "diff", "explain"] as const;
/** The name of a command. */
export type CommandName = (typeof COMMANDS)[number];
