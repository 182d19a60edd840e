import type { Entry } from "../../src/dictionary/entry.js";

/** What is wrong with a set of entries taken together, one message a finding, with file and line. */
export function checkEntries(entries: readonly Entry[]): string[] {
  const problems: string[] = [];
  const at = (entry: Entry): string => `dictionaries/${entry.domain}.tsv:${entry.line}`;
  const seen = new Map<string, Entry>();
  const pairs = new Set<string>();
  for (const entry of entries) if (!composes(entry)) pairs.add(pairOf(entry.spun, entry.original));
  let previous: Entry | undefined;
  for (const entry of entries) {
    const key = `${pairOf(entry.spun, entry.original)}\t${entry.inflection}\t${composes(entry)}`;
    const twin = seen.get(key);
    if (twin) problems.push(`${at(entry)}: ${entry.spun} < ${entry.original} stands in ${at(twin)} already`);
    seen.set(key, entry);
    const reversed = !composes(entry) && pairs.has(pairOf(entry.original, entry.spun));
    if (reversed !== entry.both) {
      problems.push(
        `${at(entry)}: ${entry.spun} < ${entry.original} ${reversed ? "lacks" : "has a wrong"} mark "both"`,
      );
    }
    if (previous && previous.domain === entry.domain && compareEntries(previous, entry) > 0) {
      problems.push(`${at(entry)}: not in order; "npm run dictionary -- sort" sorts the files`);
    }
    previous = entry;
  }
  return problems;
}

/** The order of a dictionary's lines: spun form, original, inflection, by code unit. */
export function compareEntries(a: Entry, b: Entry): number {
  return compare(a.spun, b.spun) || compare(a.original, b.original) || compare(a.inflection, b.inflection);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function pairOf(spun: string, original: string): string {
  return `${spun.toLowerCase()}\t${original.toLowerCase()}`;
}

function composes(entry: Entry): boolean {
  return entry.domain === "science-words";
}
