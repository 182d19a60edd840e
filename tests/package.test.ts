import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import type { Bill } from "../scripts/sbom/bill.js";
import { packedData } from "../scripts/sbom/data.js";
import { packedPackage } from "./package-harness.js";

const MB = 1_000_000;
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DATA = new URL("../src/data/", import.meta.url);
const { size, files } = packedPackage();
const sizeOf = (path: string): number => files.find((file) => file.path === path)?.size ?? Number.NaN;

/** The tarball's files, for which a release is answerable. */
const CONTENTS = [
  "CHANGELOG.md",
  "LICENSE",
  "NOTICE.md",
  "README.md",
  "dist/apply-*.d.cts",
  "dist/apply-*.d.ts",
  "dist/batch.cjs",
  "dist/batch.d.cts",
  "dist/batch.d.ts",
  "dist/batch.js",
  "dist/browser.d.ts",
  "dist/browser.js",
  "dist/chunk-*.js",
  "dist/cli.js",
  "dist/data/README.md",
  "dist/data/SHA256SUMS",
  "dist/data/confidence.bin.gz",
  "dist/data/dictionary.bin.gz",
  "dist/data/glance.bin.gz",
  "dist/data/language-model.bin.gz",
  "dist/data/log-bilinear.bin.gz",
  "dist/data/ranker.bin.gz",
  "dist/data/vectors.bin.gz",
  "dist/diff.cjs",
  "dist/diff.d.cts",
  "dist/diff.d.ts",
  "dist/diff.js",
  "dist/document-threads-*.js",
  "dist/document-worker.js",
  "dist/documents-*.d.cts",
  "dist/documents-*.d.ts",
  "dist/index.cjs",
  "dist/index.d.cts",
  "dist/index.d.ts",
  "dist/index.js",
  "dist/options-*.d.cts",
  "dist/options-*.d.ts",
  "dist/retext.cjs",
  "dist/retext.d.cts",
  "dist/retext.d.ts",
  "dist/retext.js",
  "dist/start-*.js",
  "dist/stream.cjs",
  "dist/stream.d.cts",
  "dist/stream.d.ts",
  "dist/stream.js",
  "dist/textlint.cjs",
  "dist/textlint.d.cts",
  "dist/textlint.d.ts",
  "dist/textlint.js",
  "dist/types-*.d.cts",
  "dist/types-*.d.ts",
  "dist/unspin-*.d.cts",
  "dist/unspin-*.d.ts",
  "dist/unspin-*.js",
  "dist/worker-threads-*.js",
  "dist/worker.js",
  "package.json",
];

describe("the tarball", () => {
  it("holds this and nothing else", () => {
    // Chunks that modules share have a hash for a name.
    const names = files.map(({ path }) => path.replace(/-[\w-]{8}(?=\.(?:c?js|d\.c?ts)$)/, "-*"));
    expect([...new Set(names)].sort()).toEqual(CONTENTS);
  });

  it("is small: 10 MB, of which at most 7 are data and 0.6 the dictionary", () => {
    expect(size).toBeLessThan(10 * MB);
    const data = files.filter(({ path }) => path.startsWith("dist/data/"));
    expect(data.reduce((sum, file) => sum + file.size, 0)).toBeLessThan(7 * MB);
    expect(sizeOf("dist/data/dictionary.bin.gz")).toBeLessThan(0.6 * MB);
  });
});

describe("the packed data", () => {
  const sums = readFileSync(new URL("SHA256SUMS", DATA), "utf8").trimEnd().split("\n");
  const readme = readFileSync(new URL("README.md", DATA), "utf8");

  it.each(sums)("is what its checksum says: %s", (line) => {
    const [sum, name] = line.split("  ");
    expect(
      createHash("sha256")
        .update(readFileSync(new URL(name, DATA)))
        .digest("hex"),
    ).toBe(sum);
  });

  it("has a provenance, every file of it", () => {
    const packed = files.flatMap(({ path }) => /^dist\/data\/(.+\.bin\.gz)$/.exec(path)?.[1] ?? []);
    expect(packed.length).toBeGreaterThan(2);
    for (const name of packed) expect(readme).toContain(`\`${name}\``);
    const generated = ["dictionary.bin.gz"];
    expect(sums.map((line) => line.split("  ")[1]).sort()).toEqual(
      packed.filter((name) => !generated.includes(name)).sort(),
    );
  });

  it("comes with the notices that its sources ask for", () => {
    for (const notice of ["Carnegie Mellon University", "OpenStax", "MedQuAD", "PDDL", "Prime Minister"]) {
      expect(readme).toContain(notice);
    }
  });
});

describe("the notices", () => {
  const notice = readFileSync(new URL("../NOTICE.md", import.meta.url), "utf8");
  const words = (text: string): string => text.replace(/\s+/g, " ").trim();

  it("name every packed file", () => {
    for (const { name } of packedData()) expect(notice).toContain(`\`${name}\``);
  });

  it("carry the licence of all code that the browser's module contains", () => {
    const module = readFileSync(new URL("../dist/browser.js", import.meta.url), "utf8");
    const bundled = new Set([...module.matchAll(/node_modules\/((?:@[^/"]+\/)?[^/"]+)\//g)].map(([, name]) => name));
    expect([...bundled]).toEqual(["string-similarity"]);
    for (const name of bundled) {
      const licence = readFileSync(new URL(`../node_modules/${name}/LICENSE`, import.meta.url), "utf8");
      expect(words(notice)).toContain(words(licence));
    }
  });
});

describe("the bill of materials", () => {
  const bill = JSON.parse(
    execFileSync("npm", ["run", "-s", "sbom"], { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
  ) as Bill;
  const named = (name: string) => bill.components.find((component) => component.name === name);

  it("is in CycloneDX, of this version of the package", () => {
    expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: expect.stringMatching(/^1\.\d$/) });
    expect(bill.metadata.component).toMatchObject({ name: "unspin", version: manifest.version });
  });

  it("has what is needed at run time and what that needs, each with its licence, and nothing of development", () => {
    for (const name of Object.keys(manifest.dependencies)) expect(named(name)).toBeDefined();
    expect(named("fdir")).toBeDefined();
    expect(named("vitest")).toBeUndefined();
    const refs = new Set([bill.metadata.component, ...bill.components].map((component) => component["bom-ref"]));
    for (const { ref, dependsOn = [] } of bill.dependencies) {
      for (const each of [ref, ...dependsOn]) expect(refs.has(each), each).toBe(true);
    }
    for (const { name, licenses } of bill.components) expect(licenses, name).toHaveLength(1);
  });

  it("has the packed data with its checksums", () => {
    const packed = files.flatMap(({ path }) => /^dist\/data\/(.+\.bin\.gz)$/.exec(path)?.[1] ?? []);
    expect(
      bill.components
        .filter(({ type }) => type === "data")
        .map(({ name }) => name)
        .sort(),
    ).toEqual(packed.sort());
    for (const { name, digest } of packedData()) {
      expect(named(name)?.hashes).toEqual([{ alg: "SHA-256", content: digest }]);
    }
  });
});
