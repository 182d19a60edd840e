import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { ModelError } from "./errors.js";
import { assembleResources, type PackedName, type Resources } from "./resources.js";

function readPacked(name: PackedName): Uint8Array {
  const url = new URL(`./data/${name}.bin.gz`, import.meta.url);
  try {
    return gunzipSync(readFileSync(url));
  } catch (cause) {
    throw new ModelError(`cannot read ${name}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

let loaded: Resources | undefined;

/**
 * The packed data that comes with the package, read at the first call and kept.
 *
 * @throws {ModelError} if a file is missing or damaged
 */
export function loadResources(): Resources {
  loaded ??= assembleResources(readPacked);
  return loaded;
}
