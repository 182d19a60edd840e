import { existsSync } from "node:fs";

/** The built package, as a user imports it. */
export type Library = typeof import("../src/index.js");

/** Where the build puts the package's entry points. */
export const DIST = new URL("../dist/", import.meta.url);
export const ENTRY = new URL("index.js", DIST);

/** Imports the built package. @throws {Error} if it was not built */
export async function importLibrary(): Promise<Library> {
  if (!existsSync(ENTRY)) throw new Error("the benchmark measures the built package: npm run build comes first");
  return (await import(ENTRY.href)) as Library;
}
