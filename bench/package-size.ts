import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { minifySync } from "vite";
import { DIST } from "./library.js";

/** Sizes in bytes. */
export interface PackageSize {
  /** What npm downloads, and what it becomes on disk. */
  readonly tarball: number;
  readonly unpacked: number;
  /** The library's modules, minified and compressed, without data. */
  readonly code: number;
}

/** The size of the package as npm would publish it. */
export function measurePackage(): PackageSize {
  const output = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: new URL("..", import.meta.url),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const answer = JSON.parse(output) as PackAnswer[] | Record<string, PackAnswer>;
  const { size, unpackedSize } = Object.values(answer)[0];
  return { tarball: size, unpacked: unpackedSize, code: codeSize("index.js") };
}

interface PackAnswer {
  readonly size: number;
  readonly unpackedSize: number;
}

/** By name: a built module and all modules of the package that it imports when it is loaded. */
export function modulesOf(entry: string): ReadonlyMap<string, string> {
  const modules = new Map<string, string>();
  const pending = [entry];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (modules.has(name)) continue;
    const source = readFileSync(new URL(name, DIST), "utf8");
    modules.set(name, source);
    for (const [, imported] of source.matchAll(STATIC_IMPORT)) pending.push(imported ?? name);
  }
  return modules;
}

const STATIC_IMPORT = /(?:^|\n)(?:import|export)\b[^;]*?["']\.\/([^"']+)["']/g;

/** How large these modules are together, minified and compressed, in bytes. */
export function codeSize(entry: string): number {
  const sources = [...modulesOf(entry)].map(([name, source]) => minifySync(name, source).code);
  return gzipSync(sources.join("\n"), { level: 9 }).length;
}
