import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { ModelError } from "./errors.js";
import { assembleResources, PACKED_NAMES, type PackedName, type ReadPacked, type Resources } from "./resources.js";

/** No packed file is larger, decompressed; in bytes. */
const LARGEST = 1 << 25;

function readPacked(name: PackedName): Uint8Array {
  return readable(name, () => readFileSync(new URL(`./data/${name}.bin.gz`, import.meta.url)));
}

function decompress(name: PackedName, compressed: Uint8Array): Uint8Array {
  return readable(name, () => {
    // The file says at its end how much there is in it (RFC 1952): room for all of it at once saves putting it together.
    const end = new DataView(compressed.buffer, compressed.byteOffset, compressed.byteLength);
    const announced = compressed.length < 4 ? 0 : end.getUint32(compressed.length - 4, true);
    return gunzipSync(compressed, { chunkSize: Math.min(LARGEST, Math.max(4096, announced + 1)) });
  });
}

function readable(name: PackedName, read: () => Uint8Array): Uint8Array {
  try {
    return read();
  } catch (cause) {
    throw new ModelError(`cannot read ${name}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** Reads all files, so that one which is missing is found at once; each is decompressed when it is needed. */
function openPacked(): ReadPacked {
  const files = new Map(PACKED_NAMES.map((name) => [name, readPacked(name)]));
  return (name) => {
    const compressed = files.get(name) ?? readPacked(name);
    // If it is damaged, the next attempt reads what is there by then.
    files.delete(name);
    return decompress(name, compressed);
  };
}

let loaded: Resources | undefined;

/**
 * The packed data that comes with the package, read at the first call and kept.
 *
 * @throws {ModelError} if a file is missing or damaged; one that is decoded late, when that is done
 */
export function loadResources(): Resources {
  loaded ??= assembleResources(openPacked());
  return loaded;
}

/**
 * Puts something else in the place of what was loaded, so that there are not two of them.
 *
 * @throws {ModelError} as `loadResources` does
 */
export function replaceResources(change: (loaded: Resources) => Resources): Resources {
  loaded = change(loadResources());
  return loaded;
}
