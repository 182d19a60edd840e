import { readFileSync } from "node:fs";
import type { NgramModel } from "../../src/context/ngram.js";
import { COMPOSING_DOMAIN } from "../../src/dictionary/compile.js";
import type { Entry } from "../../src/dictionary/entry.js";
import { EVERYDAY, frequencyOf } from "./decidable.js";
import { DICTIONARIES } from "./sources.js";

const LIST = new URL("most-met.txt", DICTIONARIES);
/** So many had what they need when this was written; the check fails where fewer have. */
const LEAST = 498;

/** How many of the ambiguous entries that are met most have examples that fire and examples that stay. */
export interface KindsOfExamples {
  /** How many entries the list has. */
  readonly listed: number;
  readonly both: number;
  /** Of the others, those that need none that stays, and have one that fires. */
  readonly neverRight: number;
  /** What is missing, an entry a line. */
  readonly missing: readonly string[];
}

/**
 * Counts kinds of examples. A `typical` form that is a phrase, or rarer than once in twenty thousand words, needs no sentence in
 * which it stays: in a text that is known to be spun there is hardly one.
 */
export function kindsOfExamples(model: NgramModel, entries: readonly Entry[], list = readMostMet()): KindsOfExamples {
  const swaps = entries.filter(({ domain }) => domain !== COMPOSING_DOMAIN);
  const byKey = new Map(swaps.map((entry) => [keyOf(entry), entry]));
  const missing: string[] = [];
  let both = 0;
  let neverRight = 0;
  for (const key of list) {
    const entry = byKey.get(key);
    const fires = (entry?.fires.length ?? 0) > 0;
    if (entry && fires && entry.stays.length > 0) both++;
    else if (entry && fires && isNeverRight(model, entry)) neverRight++;
    else missing.push(lineOf(key, entry));
  }
  return { listed: list.length, both, neverRight, missing };
}

/** Whether as many of the entries have what they need as had once. */
export function holdsExamples({ both, neverRight }: KindsOfExamples): boolean {
  return both + neverRight >= LEAST;
}

/** The count in a sentence. */
export function formatKinds({ listed, both, neverRight, missing }: KindsOfExamples): string {
  const never = `${neverRight} more are typical forms that hardly ever stay in spun text, and have one that fires`;
  return `Both kinds of examples: ${both} of the ${listed} ambiguous entries that are met most; ${never}; ${missing.length} lack one.`;
}

/** The keys of the entries that are met most. */
export function readMostMet(): string[] {
  const lines = readFileSync(LIST, "utf8").split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("#"));
}

function keyOf({ spun, original, inflection }: Entry): string {
  return [spun, original, inflection].join("\t");
}

function isNeverRight(model: NgramModel, { spun, frequency }: Entry): boolean {
  return frequency === "typical" && (spun.includes(" ") || frequencyOf(model, spun) <= EVERYDAY);
}

function lineOf(key: string, entry: Entry | undefined): string {
  const [spun, original] = key.split("\t");
  if (!entry) return `${spun} < ${original}: no such entry any more`;
  const kind = entry.fires.length === 0 ? "fires" : "stays";
  return `dictionaries/${entry.domain}.tsv:${entry.line}: ${spun} < ${original}: give a sentence in which it ${kind}`;
}
