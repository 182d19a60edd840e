import { readFileSync } from "node:fs";
import type { Dictionary } from "../../src/dictionary/compile.js";
import { type ObservedPair, parseObserved } from "./observed.js";
import { type Origins, originKey, originsOf } from "./origins.js";
import { type Route, routeTo } from "./readings.js";
import { openWorkbench } from "./workbench.js";

/** How many of the missing pairs are listed. */
const LISTED = 60;

/** What became of an observed pair. */
export interface Holding {
  readonly pair: ObservedPair;
  /** How the dictionary comes to the original where the pair's conditions hold; `undefined` if it does not. */
  readonly route: Route | undefined;
  /** For a pair with conditions: whether the dictionary keeps silent where they do not hold. */
  readonly silent: boolean | undefined;
}

/** Says what share of a list of observed pairs the dictionaries hold. */
export function coverage(file: string): string {
  const { entries, resources } = openWorkbench();
  const origins = originsOf(entries);
  const pairs = parseObserved(readFileSync(file, "utf8"));
  return coverageReport(pairs.map((pair) => holdingOf(resources.dictionary, origins, pair)));
}

/** Looks a pair up, in a document in which its conditions hold and in one in which they do not. */
export function holdingOf(dictionary: Dictionary, origins: Origins, pair: ObservedPair): Holding {
  const { spun, original, requires, unless } = pair;
  const context = pair.context.includes("_") ? pair.context : "_";
  const start = context.indexOf("_");
  const sentence = context.replace("_", () => spun);
  const within = (text: string): Route | undefined => routeTo(dictionary, text, start, start + spun.length, original);
  const conditional = requires.length + unless.length > 0;
  const found = within(requires.length > 0 ? `${sentence}\n\n${requires[0]}` : sentence);
  const listed = !conditional && origins.has(originKey(spun, original));
  return {
    pair,
    route: listed ? "entry" : found,
    silent: conditional && found ? within(withoutConditions(sentence, pair)) === undefined : undefined,
  };
}

function withoutConditions(sentence: string, { requires, unless }: ObservedPair): string {
  return requires.length > 0 ? sentence : `${sentence}\n\n${unless[0]}`;
}

/** The figures of a list, and the most frequent pairs that are missing. */
export function coverageReport(holdings: readonly Holding[]): string {
  const countOf = (subset: readonly Holding[]): number => subset.reduce((sum, { pair }) => sum + pair.count, 0);
  const row = (name: string, subset: readonly Holding[], whole: readonly Holding[] = holdings): string =>
    [
      name.padEnd(30),
      `${subset.length} of ${whole.length} pairs (${percent(subset.length, whole.length)})`.padEnd(34),
      `by count ${percent(countOf(subset), countOf(whole))}`,
    ].join("  ");
  const held = holdings.filter(({ route }) => route !== undefined);
  const by = (wanted: Route): Holding[] => held.filter(({ route }) => route === wanted);
  const lines = [
    row("held", held),
    row("  as an entry", by("entry")),
    row("  as a term put together", by("term")),
    row("  by its parts", by("parts")),
  ];
  const conditional = held.filter(({ silent }) => silent !== undefined);
  if (conditional.length > 0) {
    const silent = conditional.filter((holding) => holding.silent);
    lines.push(row("silent without its condition", silent, conditional));
    const kept = held.filter((holding) => holding.silent !== false);
    lines.push(row("held, conditions kept", kept));
  }
  const missing = holdings.filter(({ route }) => route === undefined).sort((a, b) => b.pair.count - a.pair.count);
  if (missing.length > 0) lines.push("", `The most frequent of ${missing.length} missing:`);
  for (const { pair } of missing.slice(0, LISTED)) lines.push(`${pair.count}\t${pair.spun}\t${pair.original}`);
  return lines.join("\n");
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? "0.0" : ((100 * part) / whole).toFixed(1)} %`;
}
