import { createWriteStream } from "node:fs";
import { realpath, rename, rm, stat } from "node:fs/promises";
import type { Writable } from "node:stream";
import { type Codec, codecOf, compressor } from "./compression.js";
import { errorCode, OutputError } from "./exit-status.js";
import type { Io } from "./io.js";

/** Where results go. */
export interface Output {
  /** Resolves when the text has been handed on: who waits for it never has more than one piece in memory. */
  write(content: string | Uint8Array): Promise<void>;
  /**
   * Ends the output; a file has its name from then on.
   *
   * @param complete whether all input is in it; if not, and it is empty, the file that was there stays
   */
  finish(complete: boolean): Promise<void>;
  /** Ends it before it is complete. @returns where the part is that was written, if it is kept */
  abandon(): Promise<string | undefined>;
}

/**
 * Opens standard output, or a file. A file is written under a temporary name and gets its own in the end: a run that
 * fails leaves the old file as it was, and the input can be its own output.
 *
 * @throws {OutputError} from here or from any write
 */
export async function openOutput(file: string | undefined, io: Io): Promise<Output> {
  if (file === undefined || file === "-") return standardOutput(io.stdout);
  const target = await targetOf(file);
  const path = target.replace ? `${target.path}.partial` : target.path;
  const disk = createWriteStream(path, target.mode === undefined ? {} : { mode: target.mode });
  // Every failure reaches the write that it hits; without a listener it would end the process as well.
  disk.on("error", () => {});
  await new Promise<void>((resolve, reject) => {
    disk.once("open", () => resolve());
    disk.once("error", (error) => reject(new OutputError(file, error)));
  });
  const stream = through(disk, codecOf(file));
  let written = 0;
  return {
    write: (content) => {
      written += content.length;
      return writeTo(stream, content, file);
    },
    finish: async (complete) => {
      await close(stream, disk, file);
      if (!target.replace) return;
      if (!complete && written === 0) await rm(path, { force: true });
      else await rename(path, target.path).catch((error) => Promise.reject(new OutputError(file, error)));
    },
    abandon: async () => {
      await close(stream, disk, file);
      if (target.replace && written === 0) await rm(path, { force: true });
      return written === 0 ? undefined : path;
    },
  };
}

function standardOutput(stream: Writable): Output {
  return {
    write: (content) => writeTo(stream, content, "standard output"),
    finish: () => Promise.resolve(),
    abandon: () => Promise.resolve(undefined),
  };
}

/** The file behind a name. */
export interface Target {
  readonly path: string;
  /** Whether a new file takes its place; devices and pipes are written to as they are. */
  readonly replace: boolean;
  /** Permissions of the file that is there. */
  readonly mode: number | undefined;
}

/** Where a file's content is to go. @throws {OutputError} */
export async function targetOf(file: string): Promise<Target> {
  try {
    const path = await realpath(file);
    const found = await stat(path);
    return { path, replace: found.isFile(), mode: found.mode };
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw new OutputError(file, error);
    return { path: file, replace: true, mode: undefined };
  }
}

function writeTo(stream: Writable, content: string | Uint8Array, target: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(content, (error) => (error ? reject(new OutputError(target, error)) : resolve()));
  });
}

function close(stream: Writable, disk: Writable, target: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => reject(new OutputError(target, error));
    if (disk.errored) return fail(disk.errored);
    stream.once("error", fail);
    disk.once("error", fail);
    disk.once("close", () => resolve());
    stream.end();
  });
}

/** The stream to write to, so that what arrives on disk is compressed. */
function through(disk: Writable, codec: Codec | undefined): Writable {
  if (codec === undefined) return disk;
  const stream = compressor(codec);
  disk.once("error", (error) => stream.destroy(error));
  stream.on("error", () => {});
  stream.pipe(disk);
  return stream;
}
