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
export async function openSink(path: string, codec: FlushedCodec, length: number, name: string): Promise<Sink> {
  const file = await guarded(name, async () => {
    const handle = await open(path, length > 0 ? "r+" : "w");
    if ((await handle.stat()).size < length) throw new Error("the unfinished file is shorter than it was");
    await handle.truncate(length);
    return handle;
  });
  return new FileSink(file, codec, length, name);
}

/** Brotli knows no members. */
type FlushedCodec = Exclude<Codec, "brotli"> | undefined;

class FileSink implements Sink {
  readonly #file: FileHandle;
  readonly #codec: FlushedCodec;
  readonly #name: string;
  /** Where the file ends. */
  #position: number;
  #held: Uint8Array[] = [];
  #size = 0;
  /** When something was written last. */
  #drained = 0;

  constructor(file: FileHandle, codec: FlushedCodec, position: number, name: string) {
    this.#file = file;
    this.#codec = codec;
    this.#position = position;
    this.#name = name;
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#held.push(bytes);
    this.#size += bytes.length;
    const isDue = this.#size >= HELD || Date.now() - this.#drained > HELD_FOR;
    if (this.#codec === undefined && isDue) await this.#drain();
  }

  async flush(): Promise<number> {
    await this.#drain();
    await guarded(this.#name, () => this.#file.datasync());
    return this.#position;
  }

  async close(): Promise<void> {
    await this.#drain();
    await guarded(this.#name, () => this.#file.close());
  }

  async #drain(): Promise<void> {
    if (this.#size === 0) return;
    const bytes = this.#held.length === 1 ? this.#held[0] : Buffer.concat(this.#held);
    this.#held = [];
    this.#size = 0;
    const packed = this.#codec === undefined ? bytes : await compressed(bytes, this.#codec);
    await guarded(this.#name, () => this.#append(packed));
    this.#position += packed.length;
    this.#drained = Date.now();
  }

  async #append(bytes: Uint8Array): Promise<void> {
    let written = 0;
    while (written < bytes.length) {
      const rest = bytes.length - written;
      written += (await this.#file.write(bytes, written, rest, this.#position + written)).bytesWritten;
    }
  }
}

/** Says of what goes wrong which file it was. */
async function guarded<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw new OutputError(name, error);
  }
}
