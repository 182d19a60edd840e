import { readdirSync, readFileSync } from "node:fs";
import { type Entry, parseEntries } from "../../src/dictionary/entry.js";
import { parseIrregular } from "../../src/dictionary/irregular.js";

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

/** The words that do not inflect by rule, as `layOut` takes them: without comments and empty lines. */
export const IRREGULAR_LIST = readFileSync(new URL("irregular.txt", DICTIONARIES), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .join("\n");
/** The same, as words are inflected with them. */
export const IRREGULAR = parseIrregular(IRREGULAR_LIST);

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
