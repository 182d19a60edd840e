import { execFileSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unspin } from "../src/index.js";
import { installTarball } from "./package-harness.js";

const ARTICLE = fileURLToPath(new URL("../demo/seed-article.txt", import.meta.url));

let home = "";
beforeAll(() => {
  home = installTarball();
}, 120_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

function node(...args: string[]): string {
  return execFileSync(process.execPath, args, { cwd: home, encoding: "utf8" });
}

describe("who installs the tarball", () => {
  it.each(["esm/main.mjs", "cjs/main.cjs"])("uses it: %s", (script) => {
    const { edits, ...rest } = JSON.parse(node(script, ARTICLE));
    expect(rest).toEqual({ spun: true, applied: true, reverted: true, again: true, diff: true, refused: true });
    expect(edits).toBeGreaterThan(50);
  });

  it.each(["node16", "bundler"])("has its types: %s", (resolution) => {
    const tsc = join(home, "node_modules/typescript/bin/tsc");
    expect(node(tsc, "-p", `typescript/tsconfig.${resolution}.json`)).toBe("");
  });

  it("has the command", () => {
    const command = join(home, "node_modules/unspin/dist/cli.js");
    expect(node(command, "--version")).toMatch(/^unspin \d+\.\d+\.\d+\n$/);
    expect(node(command, ARTICLE)).not.toContain("workplace stated");
  });

  it("can bundle it for a page, data and all", async () => {
    await build({ root: join(home, "vite"), base: "./", logLevel: "silent", build: { target: "es2022" } });
    const assets = readdirSync(join(home, "vite/dist/assets"));
    for (const name of ["language-model", "dictionary", "ranker"]) {
      expect(assets.filter((asset) => asset.startsWith(`${name}.bin-`))).toHaveLength(1);
    }
  });

  it("gets the same from it as from its source", () => {
    const text = "The workplace stated on Sunday that talks will resume, in keeping with the White House.\n".repeat(3);
    const script = `import("unspin").then(({ unspin }) => process.stdout.write(unspin(${JSON.stringify(text)}).text))`;
    expect(node("-e", script)).toBe(unspin(text).text);
  });
});
