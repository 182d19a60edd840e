import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { codecOf, compressor } from "../compression.js";
import { OutputError } from "../exit-status.js";
import type { Io } from "../io.js";
import { openOutput, targetOf } from "../output.js";
import { openSink } from "./sink.js";

/** Where records are written to. */
export interface RecordOutput {
  /** Whether it can go on from any record, or only from where results were put on record. */
  readonly anywhere: boolean;
  write(bytes: Uint8Array): Promise<void>;
  /** Puts all that was written on disk. @returns the length of the unfinished file */
  flush(): Promise<number>;
  /** Ends it; a file has its name from then on. */
  finish(): Promise<void>;
  /** Ends it before it is complete. @returns where the part is that was written, if it is kept */
  suspend(): Promise<string | undefined>;
}

/** The name of a file until it is complete. */
export function partialOf(path: string): string {
  return `${path}.partial`;
}

/**
 * Opens standard output or a file. A file is written under a temporary name. What is to be brotli in the end is plain
 * until then: its streams can be neither cut nor joined, so that an unfinished one could not be gone on with.
 *
 * @param length what is kept of the unfinished file of an earlier run
 * @throws {OutputError} from here or from any write
 */
export async function openRecordOutput(file: string | undefined, io: Io, length: number): Promise<RecordOutput> {
  const target = file === undefined || file === "-" ? undefined : await targetOf(file);
  const codec = file === undefined ? undefined : codecOf(file);
  if (file === undefined || target === undefined || !target.replace) {
    const output = await openOutput(file, io);
    return {
      anywhere: false,
      write: output.write,
      flush: () => Promise.resolve(0),
      finish: () => output.finish(true),
      suspend: output.abandon,
    };
  }
  const partial = partialOf(target.path);
  const packing = codec === "brotli" ? undefined : codec;
  const sink = await openSink(partial, packing, length, file);
  return {
    anywhere: packing === undefined,
    write: (bytes) => sink.write(bytes),
    flush: () => sink.flush(),
    finish: async () => {
      await sink.close();
      await completeFile(target.path, file);
    },
    suspend: async () => {
      await sink.close();
      return partial;
    },
  };
}

/** Gives a file that is all written its name. @param name of the file in messages @throws {OutputError} */
export async function completeFile(path: string, name: string): Promise<void> {
  const partial = partialOf(path);
  try {
    if (codecOf(name) !== "brotli") return await rename(partial, path);
    const packed = `${partial}.br`;
    await pipeline(createReadStream(partial), compressor("brotli"), createWriteStream(packed, { flush: true }));
    await rename(packed, path);
    await rm(partial);
  } catch (error) {
    throw new OutputError(name, error);
  }
}
