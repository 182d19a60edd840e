import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
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

/** Where a program is, if it is here. */
function programOf(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function node(...args: string[]): string {
  return execFileSync(process.execPath, args, { cwd: home, encoding: "utf8" });
}

// Many processes are started, which may have to share the machine.
describe("who installs the tarball", { timeout: 240_000 }, () => {
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

  const runtimes = [
    { runtime: "node22", args: [] },
    { runtime: "node24", args: [] },
    { runtime: "bun", args: ["run"] },
    { runtime: "deno", args: ["run", "--allow-all", "--node-modules-dir=manual"] },
  ].map((each) => ({ ...each, missing: programOf(each.runtime) === undefined }));
  for (const { runtime, args, missing } of runtimes) {
    it.skipIf(missing)(`uses it in ${runtime}${missing ? ", which is not here" : ""}`, () => {
      const scripts = runtime === "deno" ? ["esm/main.mjs"] : ["esm/main.mjs", "cjs/main.cjs"];
      for (const script of scripts) {
        const output = execFileSync(programOf(runtime) ?? runtime, [...args, script, ARTICLE], {
          cwd: home,
          encoding: "utf8",
        });
        expect(output).toBe(node(script, ARTICLE));
      }
    });
  }

  it("is told of data that is missing or damaged, and goes on once it is whole", () => {
    const told = Object.entries(JSON.parse(node("cjs/damage.cjs")) as Record<string, string>);
    expect(told).toHaveLength(7 * 6);
    expect(told.filter(([, code]) => code !== "model")).toEqual([]);
  });

  it("gets the same from it as from its source", () => {
    const text = "The workplace stated on Sunday that talks will resume, in keeping with the White House.\n".repeat(3);
    const script = `import("unspin").then(({ unspin }) => process.stdout.write(unspin(${JSON.stringify(text)}).text))`;
    expect(node("-e", script)).toBe(unspin(text).text);
  });
});
