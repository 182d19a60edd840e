import type { Duplex } from "node:stream";
import * as zlib from "node:zlib";
import { UsageError } from "./exit-status.js";

/** How a file is compressed. */
export type Codec = "gzip" | "brotli" | "zstd";

const ENDINGS: Readonly<Record<string, Codec>> = { ".gz": "gzip", ".br": "brotli", ".zst": "zstd" };

/** The codec that a file's name tells, if any. */
export function codecOf(file: string): Codec | undefined {
  return ENDINGS[/\.[^./\\]+$/.exec(file.toLowerCase())?.[0] ?? ""];
}

/** What newer versions of Node have and the types of the oldest one served do not. */
interface ZstdCodec {
  createZstdDecompress(): Duplex;
  createZstdCompress(): Duplex;
  zstdCompress(bytes: Uint8Array, done: (error: Error | null, result: Uint8Array) => void): void;
}

function knowsZstd(): boolean {
  return "createZstdDecompress" in zlib;
}

function zstd(): ZstdCodec {
  return zlib as unknown as ZstdCodec;
}

/** To be called before anything is read. @throws {UsageError} if this version of Node lacks the codec of one of the files */
export function requireCodecs(files: readonly string[]): void {
  const file = files.find((name) => codecOf(name) === "zstd");
  if (file === undefined || knowsZstd()) return;
  throw new UsageError(
    `${file}: zstd needs Node.js 22.15 or newer, and this is ${process.version}; use gzip or brotli`,
  );
}

/**
 * The bytes of a compressed stream, several members or frames one behind the other included. All that can be read of a
 * damaged or broken-off one is given before the error is thrown: a stream of Node's would lose what it holds.
 */
export async function* decompressed(bytes: AsyncIterable<Uint8Array>, codec: Codec): AsyncGenerator<Uint8Array> {
  const stream = decompressor(codec);
  const ready: Uint8Array[] = [];
  let failure: { readonly error: unknown } | undefined;
  stream.on("data", (chunk: Uint8Array) => ready.push(chunk));
  stream.on("error", (error) => {
    failure ??= { error };
  });
  try {
    for await (const chunk of bytes) {
      // In small pieces: well compressed text takes many times their size.
      for (let at = 0; at < chunk.length && !failure; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE);
        await new Promise<void>((resolve) => stream.write(piece, () => resolve()));
        yield* ready.splice(0);
      }
      if (failure) break;
    }
    if (!failure) {
      await new Promise<void>((resolve) => {
        stream.once("end", resolve);
        stream.once("error", () => resolve());
        stream.end();
      });
    }
    yield* ready.splice(0);
    if (failure) throw failure.error;
  } finally {
    stream.destroy();
  }
}

const PIECE = 1 << 15;
const CHUNK = 1 << 17;

function decompressor(codec: Codec): Duplex {
  if (codec === "gzip") return zlib.createGunzip({ chunkSize: CHUNK });
  return codec === "brotli" ? zlib.createBrotliDecompress({ chunkSize: CHUNK }) : zstd().createZstdDecompress();
}

/** Compresses bytes into a member or frame that is complete by itself. Not for brotli, whose streams cannot be joined. */
export function compressed(bytes: Uint8Array, codec: Exclude<Codec, "brotli">): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, result: Uint8Array): void => (error ? reject(error) : resolve(result));
    if (codec === "gzip") zlib.gzip(bytes, { level: 6 }, done);
    else zstd().zstdCompress(bytes, done);
  });
}

/** A stream that compresses, at a speed that suits a pipeline. */
export function compressor(codec: Codec): Duplex {
  if (codec === "gzip") return zlib.createGzip({ level: 6 });
  if (codec === "zstd") return zstd().createZstdCompress();
  return zlib.createBrotliCompress({ params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } });
}
