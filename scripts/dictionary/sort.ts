import { writeFileSync } from "node:fs";
import { type Entry, formatEntry, parseEntries } from "../../src/dictionary/entry.js";
import { compareEntries, reversedEntries } from "./rules.js";
import { DICTIONARIES, domainNames, readDomain, readEntries, readTranslation } from "./sources.js";

/** Rewrites all dictionaries with their lines in order and the marks "both" set right. Gives the changed files. */
export function sort(): string[] {
  const reversed = new Set([...reversedEntries(readEntries()), ...reversedEntries(readTranslation())].map(placeOf));
  const changed: string[] = [];
  for (const domain of domainNames()) {
    const source = readDomain(domain);
    const sorted = sortSource(source, domain, (entry) => reversed.has(placeOf(entry)));
    if (sorted === source) continue;
    writeFileSync(new URL(`${domain}.tsv`, DICTIONARIES), sorted);
    changed.push(`dictionaries/${domain}.tsv`);
  }
  return changed;
}

/**
 * A dictionary's source with its lines in order. Comments at the top, up to the last empty line before the first entry,
 * stay there; other comments go with the entry that they stand above.
 *
 * @param isBoth whether an entry is to be marked "both"
 * @throws {DictionaryError} at a malformed line
 */
export function sortSource(source: string, domain: string, isBoth: (entry: Entry) => boolean): string {
  const lines = source.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  const entries = parseEntries(source, domain);
  const first = entries[0]?.line ?? lines.length + 1;
  const head = lines.slice(0, first - 1);
  const top = head.slice(0, head.lastIndexOf("") + 1);
  let at = top.length;
  const blocks = entries.map((entry) => {
    const comments = lines.slice(at, entry.line - 1).filter((line) => line.trim() !== "");
    at = entry.line;
    return { entry, lines: [...comments, formatEntry({ ...entry, both: isBoth(entry) })] };
  });
  blocks.sort((a, b) => compareEntries(a.entry, b.entry));
  const rest = lines.slice(at);
  return [...top, ...blocks.flatMap((block) => block.lines), ...rest].map((line) => `${line}\n`).join("");
}

function placeOf(entry: Entry): string {
  return `${entry.domain}:${entry.line}`;
}
