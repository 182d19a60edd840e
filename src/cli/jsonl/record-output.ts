import { rename } from "node:fs/promises";
import { codecOf } from "../compression.js";
import { OutputError } from "../exit-status.js";
import type { Io } from "../io.js";
import { openOutput, targetOf } from "../output.js";
import { openSink } from "./sink.js";

/** Where records are written to. */
export interface RecordOutput {
  /** Whether an interrupted run can go on with what is there. */
  readonly resumable: boolean;
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
 * Opens standard output or a file. A file is written under a temporary name.
 *
 * @param length what is kept of the unfinished file of an earlier run
 * @throws {OutputError} from here or from any write
 */
export async function openRecordOutput(file: string | undefined, io: Io, length: number): Promise<RecordOutput> {
  const target = file === undefined || file === "-" ? undefined : await targetOf(file);
  const codec = file === undefined ? undefined : codecOf(file);
  if (file === undefined || target === undefined || !target.replace || codec === "brotli") {
    const output = await openOutput(file, io);
    return {
      resumable: false,
      anywhere: false,
      write: output.write,
      flush: () => Promise.resolve(0),
      finish: () => output.finish(true),
      suspend: output.abandon,
    };
  }
  const partial = partialOf(target.path);
  const sink = await openSink(partial, codec, length, file);
  return {
    resumable: true,
    anywhere: codec === undefined,
    write: sink.write,
    flush: sink.flush,
    finish: async () => {
      await sink.close();
      await giveName(target.path, file);
    },
    suspend: async () => {
      await sink.close();
      return partial;
    },
  };
}

/** Gives a complete file its name; one that has it already keeps it. @throws {OutputError} */
export async function giveName(path: string, name: string): Promise<void> {
  await rename(partialOf(path), path).catch((error: unknown) => {
    throw new OutputError(name, error);
  });
}
