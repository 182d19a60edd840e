import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { gzipSync } from "node:zlib";
import ts from "typescript";
import { minify } from "vite";
import { beforeAll, describe, expect, it } from "vitest";
import { buildBrowserModule } from "./browser-harness.js";

/** Kilobytes of code, minified and compressed, that the library may cost a page besides its data. */
const BUDGET = 60;

describe("the browser's module", () => {
  let code = "";
  beforeAll(async () => {
    code = readFileSync(await buildBrowserModule(), "utf8");
  });

  it("imports nothing, above all nothing of Node", () => {
    expect(code).toContain("loadUnspinner");
    expect(ts.preProcessFile(code).importedFiles).toEqual([]);
    expect(builtinModules.filter((name) => code.includes(`"node:${name}"`))).toEqual([]);
    expect(code).not.toMatch(/\b(?:process|Buffer|__dirname)\b[.(]|\brequire\(/);
  });

  it("names its data in the way that bundlers know", () => {
    const files = readdirSync("src/data").filter((name) => name.endsWith(".bin.gz"));
    expect(files).toContain("dictionary.bin.gz");
    for (const name of files) expect(code).toContain(`new URL("./data/${name}", import.meta.url)`);
  });

  it(`costs at most ${BUDGET} kB, minified and compressed`, async () => {
    const minified = await minify("browser.js", code);
    expect(gzipSync(minified.code, { level: 9 }).length / 1000).toBeLessThan(BUDGET);
  });
});
