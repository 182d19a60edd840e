import { describe, expect, it } from "vitest";
import { codeSize, modulesOf } from "../bench/package-size.js";

const KB = 1000;
/** What was set as the limit for a program's code, data not counted. */
const LIBRARY = 60 * KB;
const WITHOUT_MODEL: readonly (readonly [entry: string, most: number])[] = [
  ["diff.js", 10 * KB],
  ["stream.js", 10 * KB],
  ["retext.js", 10 * KB],
  ["cli.js", 25 * KB],
];

describe("the code without data, minified and compressed", () => {
  it.each(["index.js", "browser.js"])("is at most 60 kB: %s", (entry) => {
    expect(codeSize(entry)).toBeGreaterThan(10 * KB);
    expect(codeSize(entry)).toBeLessThanOrEqual(LIBRARY);
  });

  it.each(WITHOUT_MODEL)("is small before a model is needed: %s", (entry, most) => {
    expect(codeSize(entry)).toBeLessThanOrEqual(most);
  });

  it.each(WITHOUT_MODEL)("reads no packed data when it is loaded: %s", (entry) => {
    for (const source of modulesOf(entry).values()) expect(source).not.toContain(".bin.gz");
  });
});
