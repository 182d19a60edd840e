import { isUtf8 } from "node:buffer";
import { type Io, nameOf, report } from "../io.js";
import type { Overlong } from "./batches.js";
import { openRecordOutput } from "./record-output.js";

/** A record that was not worked on. */
export interface RejectedRecord {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly reason: string;
  /** The line as it came in, without its line break. */
  readonly raw: Uint8Array;
}

/** Where bad records go: a line each on standard error, or the whole record to a file. */
export interface RejectLog {
  reject(record: RejectedRecord): Promise<void>;
  /** Takes a piece of a line that is too long. @param reason said with the first piece */
  rejectPiece(file: string, piece: Overlong, reason: string): Promise<void>;
  /** Puts all on disk. @returns the length of the unfinished file */
  flush(): Promise<number>;
  finish(): Promise<void>;
  suspend(): Promise<void>;
}

/**
 * Opens the place for bad records.
 *
 * @param file undefined for standard error
 * @param length what is kept of the unfinished file of an earlier run
 * @throws {OutputError}
 */
export async function openRejects(file: string | undefined, io: Io, length: number): Promise<RejectLog> {
  if (file === undefined) return standardError(io);
  const output = await openRecordOutput(file, io, length);
  const write = (text: string): Promise<void> => output.write(Buffer.from(text, "utf8"));
  let rest: Uint8Array = new Uint8Array();
  return {
    reject: (record) => write(`${formatReject(record)}\n`),
    rejectPiece: async (name, { bytes, line, first, last }, reason) => {
      if (first) {
        rest = new Uint8Array();
        const head = JSON.stringify({ file: plainName(name), line, reason });
        await write(`${head.slice(0, -1)},"base64":"`);
      }
      const joined = Buffer.concat([rest, last && bytes.at(-1) === NEWLINE ? bytes.subarray(0, -1) : bytes]);
      // Base64 can be cut after every third byte.
      const length = last ? joined.length : joined.length - (joined.length % 3);
      rest = joined.subarray(length);
      await write(joined.subarray(0, length).toString("base64"));
      if (last) await write('"}\n');
    },
    flush: output.flush,
    finish: output.finish,
    suspend: async () => void (await output.suspend()),
  };
}

const NEWLINE = 0x0a;

function standardError(io: Io): RejectLog {
  const say = async (file: string, line: number, reason: string): Promise<void> =>
    report(io, `${nameOf(file)}:${line}: ${reason}`);
  return {
    reject: ({ file, line, reason }) => say(file, line, reason),
    rejectPiece: async (file, { line, first }, reason) => {
      if (first) await say(file, line, reason);
    },
    flush: () => Promise.resolve(0),
    finish: () => Promise.resolve(),
    suspend: () => Promise.resolve(),
  };
}

/** A bad record as a line of JSON; a line that is not UTF-8 stands in it as base64. */
export function formatReject({ file, line, reason, raw }: RejectedRecord): string {
  const kept = isUtf8(raw)
    ? { raw: Buffer.from(raw).toString("utf8") }
    : { base64: Buffer.from(raw).toString("base64") };
  return JSON.stringify({ file: plainName(file), line, reason, ...kept });
}

function plainName(file: string): string {
  return file === "-" ? "standard input" : file;
}
