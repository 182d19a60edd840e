import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What npm would publish of the last `npm run build`. */
export interface Packed {
  /** In bytes. */
  readonly size: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

function npmPack(args: readonly string[]): Packed & { readonly filename: string } {
  const output = execFileSync("npm", ["pack", "--json", "--ignore-scripts", ...args], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [packed] = Object.values(JSON.parse(output) as Record<string, Packed & { readonly filename: string }>);
  return packed;
}

/** Looks at the tarball without writing it. */
export function packedPackage(): Packed {
  return npmPack(["--dry-run"]);
}

/** Where consumers stand that have installed the tarball, and nothing of the checkout but what the package depends on. */
export function installTarball(): string {
  const directory = mkdtempSync(join(tmpdir(), "unspin-consumers-"));
  const modules = join(directory, "node_modules");
  mkdirSync(join(modules, "unspin"), { recursive: true });
  const { filename } = npmPack(["--pack-destination", directory]);
  execFileSync("tar", ["-xzf", join(directory, filename), "-C", join(modules, "unspin"), "--strip-components", "1"]);
  for (const name of readdirSync(join(ROOT, "node_modules"))) {
    if (name !== "unspin" && !name.startsWith(".")) symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  }
  cpSync(join(ROOT, "tests/consumers"), directory, { recursive: true });
  return directory;
}

/** Removes a directory once the test that asks for it is done. */
export function removeAfterwards(directory: string): void {
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
}
