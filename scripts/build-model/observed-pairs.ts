import { readFileSync } from "node:fs";

/** A spun form and what stood there before, as words. */
export interface ObservedPair {
  readonly spun: readonly string[];
  readonly original: readonly string[];
}

/** Reads a table of observed substitutions: tab-separated, spun and original in the first two columns. */
export function readObservedPairs(path: string): ObservedPair[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("spun\t"))
    .map((line) => line.toLowerCase().split("\t"))
    .filter(([spun, original]) => /^[a-z'. -]+$/.test(spun) && /^[a-z'. -]+$/.test(original))
    .map(([spun, original]) => ({ spun: spun.split(" "), original: original.split(" ") }));
}
