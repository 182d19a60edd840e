import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { ModelError } from "./errors.js";
import { assembleResources, type PackedName, type Resources, shareable } from "./resources.js";

/** No packed file is larger, decompressed; in bytes. */
const LARGEST = 1 << 25;

function readPacked(name: PackedName): Uint8Array {
  const url = new URL(`./data/${name}.bin.gz`, import.meta.url);
  try {
    const compressed = readFileSync(url);
    // The file says at its end how much there is in it (RFC 1952): room for all of it at once saves putting it together.
    const announced = compressed.length < 4 ? 0 : compressed.readUInt32LE(compressed.length - 4);
    return gunzipSync(compressed, { chunkSize: Math.min(LARGEST, Math.max(4096, announced + 1)) });
  } catch (cause) {
    throw new ModelError(`cannot read ${name}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

let loaded: Resources | undefined;
let isShareable = false;

/**
 * The packed data that comes with the package, read at the first call and kept.
 *
 * @throws {ModelError} if a file is missing or damaged
 */
export function loadResources(): Resources {
  loaded ??= assembleResources(readPacked);
  return loaded;
}

/**
 * The same for threads to share. From here on it takes the place of the first one, so that there are not two of them.
 *
 * @throws {ModelError} if a file is missing or damaged
 */
export function loadShareableResources(): Resources {
  if (!isShareable) loaded = shareable(loadResources());
  isShareable = true;
  return loadResources();
}
