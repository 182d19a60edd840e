import { conditionKey } from "../../src/dictionary/condition.js";
import type { Entry } from "../../src/dictionary/entry.js";
import { inflectPair } from "../../src/dictionary/inflect.js";
import { IRREGULAR } from "./sources.js";

/** By pair of forms (see `originKey`): the entries that give it. */
export type Origins = ReadonlyMap<string, readonly Entry[]>;

/** Finds the lines that compiled pairs come from. */
export function originsOf(entries: readonly Entry[]): Origins {
  const origins = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const { spun, original } of inflectPair(entry.spun, entry.original, entry.inflection, IRREGULAR)) {
      const key = originKey(spun, original);
      const known = origins.get(key);
      if (!known) origins.set(key, [entry]);
      else if (!known.includes(entry)) known.push(entry);
    }
  }
  return origins;
}

/** A pair of inflected forms, whatever their letter case. */
export function originKey(spun: string, original: string): string {
  return `${spun}\t${original}`.toLowerCase().replaceAll("’", "'");
}

/** An entry as it is quoted: its place, its two sides, and what its line says besides. */
export function describeEntry(entry: Entry): string {
  const marks = [
    entry.frequency === "usual" ? "" : entry.frequency,
    entry.seen ? "seen" : "",
    entry.both ? "both" : "",
    entry.suggest ? "suggest" : "",
    conditionKey(entry) === "" ? "" : conditionsOf(entry),
  ].filter((mark) => mark !== "");
  const place = `${entry.domain}.tsv:${entry.line}`;
  return [`${place} ${entry.spun} < ${entry.original} (${entry.inflection})`, ...marks].join(", ");
}

function conditionsOf(entry: Entry): string {
  const lists = ["requires", "unless", "after", "before"] as const;
  return lists.flatMap((name) => (entry[name].length === 0 ? [] : [`${name} ${entry[name].join(" | ")}`])).join(", ");
}
