import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import lock from "../package-lock.json" with { type: "json" };

interface LockedPackage {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { "": root, ...rest } = lock.packages;
const packages = Object.entries(rest as Readonly<Record<string, LockedPackage>>);
const nameOf = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

describe("the lock file", () => {
  it("is of this manifest", () => {
    const { name, version, dependencies, devDependencies } = manifest;
    expect(root).toMatchObject({ name, version, dependencies, devDependencies });
  });

  it("has the checksum of every package", () => {
    const open = packages.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"));
    expect(open.map(([path]) => path)).toEqual([]);
  });

  // Written where the registry lacks the binaries of other platforms, it would install here and nowhere else.
  it("has the binaries of every platform", () => {
    const locked = new Set(packages.map(([path]) => nameOf(path)));
    const wanted = packages.flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies));
    expect(wanted.length).toBeGreaterThan(50);
    expect(wanted.filter((name) => !locked.has(name))).toEqual([]);
  });

  // Where packages come from is for those to say who install them.
  it("names no place", () => {
    expect(packages.flatMap(([, { resolved }]) => resolved ?? [])).toEqual([]);
  });
});
