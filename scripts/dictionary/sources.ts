import { readdirSync, readFileSync } from "node:fs";
import { type Entry, parseEntries } from "../../src/dictionary/entry.js";
import { parseIrregular } from "../../src/dictionary/irregular.js";
import type { WordLists } from "../../src/dictionary/word-lists.js";

/** Where the dictionaries that people edit stand. */
export const DICTIONARIES = new URL("../../dictionaries/", import.meta.url);
/** Where the terms stand that word swaps may add up to. */
export const TERMS = new URL("terms.txt", DICTIONARIES);

/** The domain whose entries are no swaps of a spinner: compiled by itself. */
export const TRANSLATION = "translation";

/** The names of the dictionaries, sorted. */
export function domainNames(): string[] {
  return readdirSync(DICTIONARIES)
    .filter((file) => file.endsWith(".tsv"))
    .map((file) => file.slice(0, -".tsv".length))
    .sort();
}

/** The source text of a dictionary. */
export function readDomain(domain: string): string {
  return readFileSync(new URL(`${domain}.tsv`, DICTIONARIES), "utf8");
}

/** All swaps of all dictionaries. @throws {DictionaryError} at the first malformed line */
export function readEntries(): Entry[] {
  const domains = domainNames().filter((domain) => domain !== TRANSLATION);
  return domains.flatMap((domain) => parseEntries(readDomain(domain), domain));
}

/** The entries of the translation domain. @throws {DictionaryError} at the first malformed line */
export function readTranslation(): Entry[] {
  return parseEntries(readDomain(TRANSLATION), TRANSLATION);
}

/** The lists of words that rules need besides entries, as they are packed. */
export const WORD_LISTS: WordLists = {
  irregular: linesOf("irregular.txt").join("\n"),
  ...sectionsOf(linesOf("word-lists.txt")),
};
/** How words inflect that do not by rule. */
export const IRREGULAR = parseIrregular(WORD_LISTS.irregular ?? "");

/** The lines of a file that are neither empty nor comments. */
function linesOf(file: string): string[] {
  const text = readFileSync(new URL(file, DICTIONARIES), "utf8");
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

/** Lists by the names that stand above them in brackets. */
function sectionsOf(lines: readonly string[]): Record<string, string> {
  const sections = lines
    .join(" ")
    .split(/ ?\[(\w+)\] /)
    .slice(1);
  return Object.fromEntries(sections.flatMap((name, at) => (at % 2 === 0 ? [[name, sections[at + 1]]] : [])));
}

/** The heading of the terms that were read off a list of observed phrases, up to the next heading. */
const OBSERVED_TERMS = "# observed originals";

/** The terms by where they come from. */
export interface TermSections {
  /** Written or counted without observed phrases at hand. */
  readonly written: readonly string[];
  /** Originals of observed phrases. */
  readonly observed: readonly string[];
}

/** The terms, without comments and empty lines. */
export function readTerms(): string[] {
  const { written, observed } = readTermSections();
  return [...new Set([...written, ...observed])].sort();
}

/** The terms by section, in the order of the file. */
export function readTermSections(): TermSections {
  const written: string[] = [];
  const observed: string[] = [];
  let section = written;
  for (const line of readFileSync(TERMS, "utf8").split("\n")) {
    if (line.startsWith("#")) section = line.startsWith(OBSERVED_TERMS) ? observed : written;
    else if (line.trim() !== "") section.push(line.trim());
  }
  return { written, observed };
}
