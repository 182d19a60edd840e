import { DictionaryError, InputError } from "../errors.js";
import { COMPOSING_DOMAIN, FREQUENCIES } from "./compile.js";
import { type Entry, type Inflection, parseEntries, problemWith } from "./entry.js";

/** A dictionary of the caller's: plain data, made by `defineDictionary`. */
export interface UserDictionary {
  /** Stands before its entries in edits: "mine: workplace > office". */
  readonly name: string;
  /** All checked. */
  readonly entries: readonly Entry[];
  /** Takes the place of the package's dictionaries instead of being added to them. */
  readonly replace: boolean;
}

/** An entry given as an object. Only the two sides must be there; see dictionaries/README.md for the rest. */
export type EntrySource = Pick<Entry, "spun" | "original"> &
  Partial<Omit<Entry, "spun" | "original" | "both" | "domain" | "line">>;

/** A dictionary's text, a list of entries, or originals by spun form. */
export type DictionarySource = string | readonly EntrySource[] | Readonly<Record<string, string | readonly string[]>>;

/** How a dictionary of the caller's is taken. */
export interface DictionaryOptions {
  /** "user" if not said. */
  readonly name?: string;
  /** Whether it takes the place of the package's dictionaries; false if not said. */
  readonly replace?: boolean;
}

const FLAGS = ["seen", "suggest"] as const;
const LISTS = ["requires", "unless", "after", "before", "fires", "stays"] as const;
const FIELDS: ReadonlySet<string> = new Set(["spun", "original", "inflection", "frequency", ...FLAGS, ...LISTS]);

/**
 * Makes a dictionary from its source, in the format of the package's own (dictionaries/README.md), or from objects.
 *
 * @example defineDictionary("workplace\toffice\tn\nas we speak\ttoday")
 * @example defineDictionary({ workplace: "office", "as we speak": ["today", "now"] })
 * @throws {DictionaryError} at the first entry that breaks the format or stands twice; its `line` and `column` are those
 *   of the text, and of an object the entry's number and 1
 * @throws {InputError} if the source or the name is of no use as one
 */
export function defineDictionary(source: DictionarySource, options: DictionaryOptions = {}): UserDictionary {
  const { name = "user", replace = false } = options;
  if (typeof name !== "string" || name === "" || name === COMPOSING_DOMAIN) {
    throw new InputError(`a dictionary cannot be called ${JSON.stringify(name)}`);
  }
  const entries = entriesOf(source, name);
  refuseDuplicates(entries);
  return { name, entries, replace };
}

function entriesOf(source: DictionarySource, name: string): Entry[] {
  if (typeof source === "string") return parseEntries(source, name);
  if (typeof source !== "object" || source === null) {
    throw new InputError(`a dictionary is made of a string, an object or an array, not ${String(source)}`);
  }
  const list = isList(source) ? source : Object.entries(source).flatMap(pairsOf);
  return list.map((entry, index) => toEntry(entry, name, index + 1));
}

function isList(source: object): source is readonly EntrySource[] {
  return Array.isArray(source);
}

function pairsOf([spun, originals]: [string, string | readonly string[]]): EntrySource[] {
  const list = typeof originals === "string" ? [originals] : originals;
  return list.map((original) => ({ spun, original }));
}

/** Callers without types may have written anything: every field is looked at. */
function toEntry(source: EntrySource, domain: string, number: number): Entry {
  const fail = (message: string): never => {
    throw new DictionaryError(message, domain, number, 1);
  };
  if (typeof source !== "object" || source === null) return fail(`not an entry: ${JSON.stringify(source)}`);
  for (const field of Object.keys(source)) if (!FIELDS.has(field)) fail(`unknown field ${JSON.stringify(field)}`);
  const { spun, original, inflection = "x", frequency = "usual" } = source;
  if (typeof spun !== "string" || typeof original !== "string") fail("an entry needs a spun form and an original");
  const problem = problemWith(spun, original, inflection);
  if (problem) fail(problem.message);
  if (!FREQUENCIES.includes(frequency)) fail(`unknown frequency ${JSON.stringify(frequency)}`);
  for (const field of FLAGS) {
    if (typeof (source[field] ?? false) !== "boolean") fail(`${field} must be true or false`);
  }
  for (const field of LISTS) {
    const list: unknown = source[field] ?? [];
    if (!Array.isArray(list) || list.some((item) => typeof item !== "string" || item.trim() === "")) {
      fail(`${field} must be an array of strings`);
    }
  }
  const { seen = false, suggest = false, requires = [], unless = [], after = [], before = [] } = source;
  const { fires = [], stays = [] } = source;
  const conditions = { requires, unless, after, before };
  const marks = { frequency, seen, both: false, suggest };
  return {
    spun,
    original,
    inflection: inflection as Inflection,
    ...marks,
    ...conditions,
    fires,
    stays,
    domain,
    line: number,
  };
}

function refuseDuplicates(entries: readonly Entry[]): void {
  const lines = new Map<string, number>();
  for (const { spun, original, inflection, domain, line } of entries) {
    const key = `${spun}\t${original}\t${inflection}`.toLowerCase();
    const first = lines.get(key);
    if (first !== undefined) {
      throw new DictionaryError(`${spun} < ${original} stands in line ${first} already`, domain, line, 1);
    }
    lines.set(key, line);
  }
}
