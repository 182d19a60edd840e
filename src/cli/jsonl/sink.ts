import { type FileHandle, open } from "node:fs/promises";
import { type Codec, compressed } from "../compression.js";
import { OutputError } from "../exit-status.js";

/** A file that grows, and that can be cut back to what was on record. */
export interface Sink {
  write(bytes: Uint8Array): Promise<void>;
  /** Writes all that is held. @returns the file's length from then on */
  flush(): Promise<number>;
  /** Flushes and closes. */
  close(): Promise<void>;
}

/** So much is held before it is written, and not for longer than this, in milliseconds. */
const HELD = 1 << 16;
const HELD_FOR = 200;

/**
 * Opens a file for writing. With gzip or zstd, each flush ends a member of its own: members one behind the other are a
 * file like any other, and one that breaks off can be cut back to the last whole member.
 *
 * @param length what is kept of a file that is there
 * @param name of the file in messages
 */
export async function openSink(
  path: string,
  codec: Exclude<Codec, "brotli"> | undefined,
  length: number,
  name: string,
): Promise<Sink> {
  const guarded = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      throw new OutputError(name, error);
    }
  };
  const file: FileHandle = await guarded(async () => {
    const handle = await open(path, length > 0 ? "r+" : "w");
    if ((await handle.stat()).size < length) throw new Error("the unfinished file is shorter than it was");
    await handle.truncate(length);
    return handle;
  });
  let position = length;
  let held: Uint8Array[] = [];
  let size = 0;
  let drained = 0;
  const drain = async (): Promise<void> => {
    if (size === 0) return;
    const bytes = held.length === 1 ? held[0] : Buffer.concat(held);
    held = [];
    size = 0;
    const packed = codec === undefined ? bytes : await compressed(bytes, codec);
    await guarded(async () => {
      let written = 0;
      while (written < packed.length) {
        written += (await file.write(packed, written, packed.length - written, position + written)).bytesWritten;
      }
    });
    position += packed.length;
    drained = Date.now();
  };
  const flush = async (): Promise<number> => {
    await drain();
    await guarded(() => file.datasync());
    return position;
  };
  return {
    write: async (bytes) => {
      held.push(bytes);
      size += bytes.length;
      if (codec === undefined && (size >= HELD || Date.now() - drained > HELD_FOR)) await drain();
    },
    flush,
    close: async () => {
      await drain();
      await guarded(() => file.close());
    },
  };
}
