import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "tsup";
import { browser, copyData } from "../tsup.config.js";

let built: Promise<string> | undefined;

/** Builds the browser's module as the package has it, its data beside it, away from `dist`. Gives the module's path. */
export function buildBrowserModule(): Promise<string> {
  built ??= buildInto(mkdtempSync(join(tmpdir(), "unspin-browser-")));
  return built;
}

async function buildInto(folder: string): Promise<string> {
  await build({ ...browser, dts: false, config: false, silent: true, outDir: folder });
  copyData(join(folder, "data"));
  return join(folder, "browser.js");
}
