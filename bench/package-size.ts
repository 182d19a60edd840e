import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { DIST } from "./library.js";

/** Sizes in bytes. */
export interface PackageSize {
  /** What npm downloads, and what it becomes on disk. */
  readonly tarball: number;
  readonly unpacked: number;
  /** The modules of one format, compressed, without data. */
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
  const modules = readdirSync(DIST).filter((file) => file.endsWith(".js"));
  const code = modules.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, DIST)), { level: 9 }).length, 0);
  return { tarball: size, unpacked: unpackedSize, code };
}

interface PackAnswer {
  readonly size: number;
  readonly unpackedSize: number;
}
