import { isUtf8 } from "node:buffer";
import { type Io, nameOf, report } from "../io.js";
import { type Output, openOutput } from "../output.js";

/** A record that was not worked on. */
export interface RejectedRecord {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly reason: string;
  /** The line as it came in, without its line break. */
  readonly raw: Uint8Array;
}

/** Takes a bad record. */
export type Reject = (record: RejectedRecord) => Promise<void>;

/** Where bad records go: a line each on standard error, or the whole record to a file. */
export interface RejectLog {
  readonly reject: Reject;
  close(): Promise<void>;
}

/** Opens the place for bad records. @param file undefined for standard error @throws {OutputError} */
export async function openRejects(file: string | undefined, io: Io): Promise<RejectLog> {
  if (file === undefined) {
    return {
      reject: async (record) => report(io, `${nameOf(record.file)}:${record.line}: ${record.reason}`),
      close: () => Promise.resolve(),
    };
  }
  const output: Output = await openOutput(file, io);
  return { reject: (record) => output.write(`${formatReject(record)}\n`), close: () => output.finish(true) };
}

/** A bad record as a line of JSON; a line that is not UTF-8 stands in it as base64. */
export function formatReject({ file, line, reason, raw }: RejectedRecord): string {
  const kept = isUtf8(raw)
    ? { raw: Buffer.from(raw).toString("utf8") }
    : { base64: Buffer.from(raw).toString("base64") };
  return JSON.stringify({ file: file === "-" ? "standard input" : file, line, reason, ...kept });
}
