import { createReadStream } from "node:fs";
import type { Writable } from "node:stream";
import { makeVisible } from "../edits/visible.js";
import type { ColorMode } from "./arguments.js";
import { codecOf, decompressed } from "./compression.js";
import { errorCode } from "./exit-status.js";

/** A stream to write to, perhaps a terminal. */
export type OutputStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** What the command has to do with the world. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the command is to end early. */
  readonly signal: AbortSignal;
}

/** What the input is called in messages and diffs. */
export function nameOf(file: string): string {
  return file === "-" ? "standard input" : makeVisible(file);
}

/** How an input is opened. */
export interface InputOptions {
  /** Bytes to pass over, counted after decompression. */
  readonly skip?: number;
  /** Told how many bytes were read, as they lie on disk. */
  readonly onRead?: (bytes: number) => void;
}

/** The bytes of a file, or of standard input for "-"; decompressed if the file's name says that it is compressed. */
export function openInput(file: string, io: Io, options: InputOptions = {}): AsyncIterable<Uint8Array> {
  const { skip = 0, onRead } = options;
  const codec = file === "-" ? undefined : codecOf(file);
  if (file !== "-" && codec === undefined) return counted(readFileFrom(file, io, skip), onRead);
  const raw = counted(file === "-" ? io.stdin : readFileFrom(file, io, 0), onRead);
  const bytes = codec === undefined ? raw : decompressed(raw, codec);
  return skip > 0 ? without(bytes, skip) : bytes;
}

function readFileFrom(file: string, io: Io, start: number): AsyncIterable<Uint8Array> {
  return createReadStream(file, { signal: io.signal, highWaterMark: 1 << 18, start });
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  onRead: ((bytes: number) => void) | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    onRead?.(chunk.length);
    yield chunk;
  }
}

async function* without(bytes: AsyncIterable<Uint8Array>, skip: number): AsyncGenerator<Uint8Array> {
  let left = skip;
  for await (const chunk of bytes) {
    if (left < chunk.length) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** All bytes of an input. */
export async function readInput(file: string, io: Io): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of openInput(file, io)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Writes a message to standard error, on a line of its own: on a terminal in the place of the progress line. */
export function report(io: Pick<Io, "stderr">, message: string): void {
  io.stderr.write(`${io.stderr.isTTY === true ? CLEAR_LINE : ""}unspin: ${makeVisible(message)}\n`);
}

/** Takes a terminal's cursor to the beginning of its line and empties the line. */
export const CLEAR_LINE = "\r\u001b[K";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EISDIR: "is a directory",
  EACCES: "permission denied",
  ENAMETOOLONG: "name too long",
};

/** Why something could not be read, in words. */
export function reasonOf(error: unknown): string {
  return REASONS[errorCode(error)] ?? (error instanceof Error ? error.message : String(error));
}

/** Whether to write colours, as NO_COLOR, FORCE_COLOR and TERM have it for `auto`. */
export function wantsColor(mode: ColorMode, io: Pick<Io, "stdout" | "env">): boolean {
  if (mode !== "auto") return mode === "always";
  if (io.env.NO_COLOR) return false;
  if (io.env.FORCE_COLOR) return io.env.FORCE_COLOR !== "0";
  return io.stdout.isTTY === true && io.env.TERM !== "dumb";
}
