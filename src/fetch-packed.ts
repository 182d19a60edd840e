import { ModelError } from "./errors.js";
import { PACKED_NAMES, type PackedName, type ReadPacked } from "./resources.js";

/** Where a browser gets the packed data from. */
export interface DataSource {
  /** Folder of the `.bin.gz` files, relative to the page; next to the library's module if not said. */
  readonly baseUrl?: string | URL;
  /** Used in place of the global `fetch`: to count bytes, to send headers, to answer from a cache. */
  readonly fetch?: (url: URL, init: RequestInit) => Promise<Response>;
  /** Ends the loading; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Fetches and decompresses all packed files at once.
 *
 * @throws {ModelError} if one cannot be had or is no whole gzip file
 */
export async function fetchPacked(source: DataSource): Promise<ReadPacked> {
  const urls = source.baseUrl === undefined ? besideModule() : within(source.baseUrl);
  const names = Object.keys(urls) as PackedName[];
  const files = await Promise.all(names.map((name) => fetchFile(name, urls[name], source)));
  return (name) => files[names.indexOf(name)];
}

type PackedUrls = Readonly<Record<PackedName, URL>>;

/** Bundlers know these expressions, written out like this: they copy the files and put their new addresses in. */
function besideModule(): PackedUrls {
  return {
    "language-model": new URL("./data/language-model.bin.gz", import.meta.url),
    dictionary: new URL("./data/dictionary.bin.gz", import.meta.url),
    vectors: new URL("./data/vectors.bin.gz", import.meta.url),
    ranker: new URL("./data/ranker.bin.gz", import.meta.url),
    "log-bilinear": new URL("./data/log-bilinear.bin.gz", import.meta.url),
    confidence: new URL("./data/confidence.bin.gz", import.meta.url),
    glance: new URL("./data/glance.bin.gz", import.meta.url),
  };
}

function within(baseUrl: string | URL): PackedUrls {
  const folder = new URL(baseUrl, globalThis.location?.href);
  if (!folder.pathname.endsWith("/")) folder.pathname += "/";
  const files = PACKED_NAMES.map((name) => [name, new URL(`${name}.bin.gz`, folder)]);
  return Object.fromEntries(files) as PackedUrls;
}

async function fetchFile(name: PackedName, url: URL, { fetch = globalThis.fetch, signal }: DataSource) {
  try {
    const response = await fetch(url, signal ? { signal } : {});
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
    return await decompressed(await response.arrayBuffer());
  } catch (cause) {
    signal?.throwIfAborted();
    throw new ModelError(`cannot load ${name} from ${url}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** Servers that take `.gz` for a transfer encoding have the browser decompress: the bytes are then as they should be. */
async function decompressed(bytes: ArrayBuffer): Promise<Uint8Array> {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first !== 0x1f || second !== 0x8b) return new Uint8Array(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  try {
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw new Error("damaged, or cut short");
  }
}
