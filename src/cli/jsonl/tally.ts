import type { Edit, Restoration } from "../../types.js";

/** Counts of a run. */
export interface Counts {
  /** Records that were worked on. */
  documents: number;
  /** Those among them that were found to be spun. */
  spun: number;
  edits: number;
  suggestions: number;
  /** Records, and inputs, that could not be worked on. */
  rejected: number;
}

/** Counts before the first record. */
export function noCounts(): Counts {
  return { documents: 0, spun: 0, edits: 0, suggestions: 0, rejected: 0 };
}

/** Adds counts to `total`. */
export function addCounts(total: Counts, more: Counts): void {
  for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += more[key];
}

/** How often edits were made, by what they rest on. */
export interface Statistics {
  readonly domain: Record<string, number>;
  readonly entry: Record<string, number>;
  readonly reason: Record<string, number>;
}

/** Statistics before the first record. */
export function noStatistics(): Statistics {
  // Entries and domains are text from outside: "__proto__" is a name like any other.
  const counts = (): Record<string, number> => Object.create(null);
  return { domain: counts(), entry: counts(), reason: counts() };
}

/** Counts the edits of a restoration. */
export function countEdits(statistics: Statistics, { edits }: Restoration): void {
  for (const edit of edits) {
    increase(statistics.entry, edit.entry, 1);
    increase(statistics.domain, domainOf(edit), 1);
    increase(statistics.reason, reasonOf(edit), 1);
  }
}

/** Adds statistics to `total`. */
export function addStatistics(total: Statistics, more: Statistics): void {
  for (const key of ["domain", "entry", "reason"] as const) {
    for (const [name, count] of Object.entries(more[key])) increase(total[key], name, count);
  }
}

/** As JSON, the most frequent first. */
export function formatStatistics(counts: Counts, statistics: Statistics): string {
  const sorted = (table: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(table).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
  const { domain, entry, reason } = statistics;
  const tables = { domain: sorted(domain), reason: sorted(reason), entry: sorted(entry) };
  return `${JSON.stringify({ ...counts, ...tables }, undefined, 2)}\n`;
}

function increase(table: Record<string, number>, name: string, by: number): void {
  table[name] = (table[name] ?? 0) + by;
}

function domainOf({ entry }: Edit): string {
  const colon = entry.indexOf(":");
  return colon < 0 ? entry : entry.slice(0, colon);
}

/** The kind of reason: its first clause, without the figures that differ from edit to edit. */
function reasonOf({ reason }: Edit): string {
  return (reason.split(";")[0] ?? "").replace(/\d[\d.,]*/g, "N");
}
