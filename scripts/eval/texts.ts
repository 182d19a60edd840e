import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { DEV_SOURCES, TEST_SOURCES } from "../build-model/sources.js";

/** A clean document. */
export interface CleanText {
  readonly source: string;
  readonly id: string;
  readonly text: string;
}

/** What there is to evaluate on, and what is missing. */
export interface TextSupply {
  readonly texts: readonly CleanText[];
  /** Sources that are not at hand. */
  readonly missing: readonly string[];
}

/** Data that is not part of the repository; the evaluation does without it, on less. */
export const SHARED = new URL("../../../shared/", import.meta.url);
const FIXTURES = new URL("../../tests/fixtures/eval/clean/", import.meta.url);

/** The clean documents of the test sources, or of the development sources; the small committed set if there are none. */
export function readTexts(development: boolean): TextSupply {
  const names = development ? DEV_SOURCES : TEST_SOURCES;
  const texts: CleanText[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const source = readSource(name);
    if (source) texts.push(...source);
    else missing.push(name);
  }
  return { texts: texts.length > 0 ? texts : readCommitted(), missing };
}

/** The documents of one source; `undefined` if it is not at hand. */
export function readSource(name: string): CleanText[] | undefined {
  const file = new URL(`corpora/${name}.jsonl.gz`, SHARED);
  return existsSync(file) ? readCorpus(name, file) : undefined;
}

function readCorpus(source: string, file: URL): CleanText[] {
  const lines = gunzipSync(readFileSync(file)).toString("utf8").split("\n");
  return lines
    .filter((line) => line !== "")
    .map((line, index) => ({ source, id: `${source}-${index}`, text: (JSON.parse(line) as { text: string }).text }));
}

/** The small set of articles that is part of the repository. */
export function readCommitted(): CleanText[] {
  return readdirSync(FIXTURES)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => ({
      source: "committed",
      id: file.slice(0, -".txt".length),
      text: readFileSync(new URL(file, FIXTURES), "utf8").trimEnd(),
    }));
}

/** A file of the data that is not part of the repository, `undefined` if it is not at hand. */
export function readShared(path: string): string | undefined {
  const file = new URL(path, SHARED);
  return existsSync(file) ? readFileSync(fileURLToPath(file), "utf8") : undefined;
}

/** Number of words, white space between them. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
