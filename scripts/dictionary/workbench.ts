import type { Entry } from "../../src/dictionary/entry.js";
import type { Resources } from "../../src/resources.js";
import { resourcesWith } from "../eval/library.js";
import { readEntries } from "./sources.js";

/** The dictionaries as they stand in their files, compiled, with the language model and the ranker of the package. */
export interface Workbench {
  readonly entries: readonly Entry[];
  readonly resources: Resources;
}

/** Reads and compiles all dictionaries. @throws {DictionaryError} at the first malformed line */
export function openWorkbench(): Workbench {
  const entries = readEntries();
  return { entries, resources: resourcesWith(entries) };
}
