import { readdirSync, readFileSync } from "node:fs";
import { type Entry, parseEntries } from "../../src/dictionary/entry.js";

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

/** The terms, in lower case, without comments and empty lines. */
export function readTerms(): string[] {
  const lines = readFileSync(TERMS, "utf8").split("\n");
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#")))].sort();
}
