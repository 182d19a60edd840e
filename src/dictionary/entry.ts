import { DictionaryError } from "../errors.js";

/** How the two sides of an entry inflect together. */
export type Inflection =
  /** Noun: singular and plural of the last word. */
  | "n"
  /** Verb: the five forms of the first word. */
  | "v"
  /** Adjective or adverb: -er and -est. */
  | "a"
  /** Fixed, exactly as written. */
  | "x";

/** How often the spinner takes this form of all that it has for the original. */
export type Frequency = "typical" | "usual" | "rare";

/** One line of a dictionary: a spun form and an original that it may stand for. */
export interface Entry {
  /** What a spinner writes: words with single spaces between. */
  readonly spun: string;
  /** What a person wrote. */
  readonly original: string;
  /** How both sides inflect together. */
  readonly inflection: Inflection;
  /** How often a spinner takes this form, of all that it has for the original. */
  readonly frequency: Frequency;
  /** Observed on real pages. */
  readonly seen: boolean;
  /** The swap runs the other way too: another entry has the two sides exchanged. */
  readonly both: boolean;
  /** Never applied, only proposed. */
  readonly suggest: boolean;
  /** The document must contain one of these, if there are any. */
  readonly requires: readonly string[];
  /** The document must contain none of these. */
  readonly unless: readonly string[];
  /** One of these words must stand right before the span, if there are any. */
  readonly after: readonly string[];
  /** One of these words must stand right behind the span, if there are any. */
  readonly before: readonly string[];
  /** Sentences in spun text in which the entry must fire; the span stands in _underscores_. */
  readonly fires: readonly string[];
  /** Sentences in which it must not. */
  readonly stays: readonly string[];
  /** The dictionary's name: its file without the extension. */
  readonly domain: string;
  /** Line number in its source, from 1. */
  readonly line: number;
}

const INFLECTIONS: ReadonlySet<string> = new Set(["n", "v", "a", "x"]);
const FREQUENCIES: ReadonlySet<string> = new Set(["typical", "rare"]);
const LISTS: ReadonlySet<string> = new Set(["requires", "unless", "after", "before"]);
/** What a side of an entry may be made of. */
const SIDE = /^[\p{L}\p{N}$%£€&'’.,/+-]+(?: [\p{L}\p{N}$%£€&'’.,/+-]+)*$/u;
const LONGEST_SIDE = 80;

/**
 * Reads a dictionary: one entry a line, fields separated by tabs, empty lines and lines that begin with "#" left out.
 * The fields are: spun form, original, inflection (n, v, a, x), then in any order `typical` or `rare`, `seen`,
 * `both`, `suggest`, `requires: a, b`, `unless: a, b`, `after: a, b`, `before: a, b`, `+ sentence that must fire`,
 * `- sentence that must stay`.
 *
 * @param source the dictionary's text
 * @param domain its name, in messages and in the entries
 * @throws {DictionaryError} at the first line that breaks the format, naming line and column
 */
export function parseEntries(source: string, domain: string): Entry[] {
  const entries: Entry[] = [];
  let number = 0;
  for (const raw of source.replace(/^\ufeff/, "").split("\n")) {
    number++;
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (line.trim() === "" || line.startsWith("#")) continue;
    entries.push(parseLine(line, domain, number));
  }
  return entries;
}

interface Draft {
  frequency: Frequency;
  seen: boolean;
  both: boolean;
  suggest: boolean;
  requires: string[];
  unless: string[];
  after: string[];
  before: string[];
  fires: string[];
  stays: string[];
}

function parseLine(line: string, domain: string, number: number): Entry {
  const fields = line.split("\t");
  const fail = (field: number, message: string): never => {
    const column = fields.slice(0, field).reduce((sum, text) => sum + text.length + 1, 1);
    throw new DictionaryError(message, domain, number, column);
  };
  const [spun = "", original = "", inflection = "x"] = fields;
  if (fields.length < 2) fail(0, "an entry needs a spun form and an original, separated by a tab");
  const problem = problemWith(spun, original, inflection);
  if (problem) return fail(problem.field, problem.message);
  const draft: Draft = {
    frequency: "usual",
    seen: false,
    both: false,
    suggest: false,
    requires: [],
    unless: [],
    after: [],
    before: [],
    fires: [],
    stays: [],
  };
  for (let i = 3; i < fields.length; i++) {
    if (!readField(draft, fields[i] ?? "")) fail(i, `unknown field ${JSON.stringify(fields[i])}`);
  }
  return { spun, original, inflection: inflection as Inflection, ...draft, domain, line: number };
}

/** What is wrong with an entry's first three fields, and in which of them, from 0; `undefined` if nothing is. */
export function problemWith(
  spun: string,
  original: string,
  inflection: string,
): { readonly field: number; readonly message: string } | undefined {
  for (const [field, side] of [spun, original].entries()) {
    if (!SIDE.test(side)) return { field, message: `not a word or phrase: ${JSON.stringify(side)}` };
    if (side.length > LONGEST_SIDE)
      return { field, message: `longer than ${LONGEST_SIDE} characters: ${JSON.stringify(side)}` };
  }
  if (spun.toLowerCase() === original.toLowerCase())
    return { field: 1, message: `an entry that maps to itself: ${JSON.stringify(spun)}` };
  if (!INFLECTIONS.has(inflection))
    return { field: 2, message: `unknown inflection ${JSON.stringify(inflection)}; use n, v, a or x` };
  return undefined;
}

function readField(draft: Draft, field: string): boolean {
  if (FREQUENCIES.has(field)) draft.frequency = field as Frequency;
  else if (field === "seen") draft.seen = true;
  else if (field === "both") draft.both = true;
  else if (field === "suggest") draft.suggest = true;
  else if (field.startsWith("+ ")) draft.fires.push(field.slice(2));
  else if (field.startsWith("- ")) draft.stays.push(field.slice(2));
  else {
    const colon = field.indexOf(": ");
    const name = field.slice(0, colon);
    if (colon < 0 || !LISTS.has(name)) return false;
    const items = field
      .slice(colon + 2)
      .split(",")
      .map((item) => item.trim())
      .filter((item) => item !== "");
    if (items.length === 0) return false;
    draft[name as "requires" | "unless" | "after" | "before"].push(...items);
  }
  return true;
}

/** The line that `parseEntries` reads this entry from: fields in their fixed order. */
export function formatEntry(entry: Omit<Entry, "domain" | "line">): string {
  const fields: string[] = [entry.spun, entry.original, entry.inflection];
  if (entry.frequency !== "usual") fields.push(entry.frequency);
  if (entry.seen) fields.push("seen");
  if (entry.both) fields.push("both");
  if (entry.suggest) fields.push("suggest");
  for (const name of ["requires", "unless", "after", "before"] as const) {
    if (entry[name].length > 0) fields.push(`${name}: ${entry[name].join(", ")}`);
  }
  for (const example of entry.fires) fields.push(`+ ${example}`);
  for (const example of entry.stays) fields.push(`- ${example}`);
  return fields.join("\t");
}
