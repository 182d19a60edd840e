import { COMPOSING_DOMAIN } from "../../src/dictionary/compile.js";
import type { Entry } from "../../src/dictionary/entry.js";

/** What is wrong with an entry. */
export interface Finding {
  readonly entry: Entry;
  readonly message: string;
}

/** A finding with the place of its entry. @param file the dictionary's file; one of ours if not said */
export function formatFinding({ entry, message }: Finding, file = `dictionaries/${entry.domain}.tsv`): string {
  return `${file}:${entry.line}: ${entry.spun} < ${entry.original}: ${message}`;
}

/** What is wrong with a set of entries taken together: duplicates, wrong marks "both", lines out of order. */
export function checkEntries(entries: readonly Entry[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, Entry>();
  const reversed = reversedEntries(entries);
  let previous: Entry | undefined;
  for (const entry of entries) {
    const key = `${pairOf(entry.spun, entry.original)}\t${entry.inflection}\t${composes(entry)}`;
    const twin = seen.get(key);
    if (twin) findings.push({ entry, message: `stands in dictionaries/${twin.domain}.tsv:${twin.line} already` });
    seen.set(key, entry);
    if (reversed.has(entry) !== entry.both) {
      findings.push({ entry, message: entry.both ? 'has a wrong mark "both"' : 'lacks the mark "both"' });
    }
    if (previous && previous.domain === entry.domain && compareEntries(previous, entry) > 0) {
      findings.push({ entry, message: 'not in order; "npm run dictionary -- sort" sorts the files' });
    }
    previous = entry;
  }
  return findings;
}

/** The entries whose two sides stand exchanged in another entry: they are marked "both". */
export function reversedEntries(entries: readonly Entry[]): ReadonlySet<Entry> {
  const swaps = entries.filter((entry) => !composes(entry));
  const pairs = new Set(swaps.map((entry) => pairOf(entry.spun, entry.original)));
  return new Set(swaps.filter((entry) => pairs.has(pairOf(entry.original, entry.spun))));
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
  return entry.domain === COMPOSING_DOMAIN;
}
