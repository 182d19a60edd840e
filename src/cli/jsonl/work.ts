import { DecodeError, decodeUtf8 } from "../decode.js";
import type { Lines } from "./batches.js";
import { RecordError, type RecordTask, type Restorer, restoreRecord } from "./record.js";
import { addCounts, type Counts, noCounts, noStatistics, type Statistics } from "./tally.js";

/** A line that could not be worked on. */
export interface RejectedLine {
  readonly line: number;
  readonly reason: string;
  /** Without its line break. */
  readonly raw: Uint8Array;
}

/** What became of a batch of lines. */
export interface BatchOutcome {
  /** Lines of output, each with its line break, in UTF-8. */
  readonly output: Uint8Array<ArrayBuffer>;
  readonly rejects: readonly RejectedLine[];
  readonly counts: Counts;
  readonly statistics: Statistics | undefined;
}

const BYTE_ORDER_MARK = "\ufeff";
const NEWLINE = 0x0a;
const encoder = new TextEncoder();

/** Works on lines, one record each. A bad record is set aside, the rest goes on. */
export function workOn(lines: Lines, task: RecordTask, unspinner: Restorer): BatchOutcome {
  const counts = noCounts();
  const statistics = task.statistics ? noStatistics() : undefined;
  const output: string[] = [];
  const rejects: RejectedLine[] = [];
  for (let from = 0, line = lines.line; from < lines.bytes.length; line++) {
    const found = lines.bytes.indexOf(NEWLINE, from);
    const end = found < 0 ? lines.bytes.length : found;
    const raw = lines.bytes.subarray(from, end);
    from = end + 1;
    try {
      const result = workOnLine(decodeUtf8(raw), task, unspinner, statistics);
      if (result.counts) addCounts(counts, result.counts);
      if (result.line !== undefined) output.push(result.line, "\n");
    } catch (error) {
      counts.rejected++;
      rejects.push({ line, reason: explain(error), raw });
    }
  }
  return { output: encoder.encode(output.join("")), rejects, counts, statistics };
}

interface LineOutcome {
  /** `undefined` if nothing is to be written. */
  readonly line: string | undefined;
  readonly counts?: Counts;
}

function workOnLine(
  line: string,
  task: RecordTask,
  unspinner: Restorer,
  statistics: Statistics | undefined,
): LineOutcome {
  if (line.trim() === "") return { line: task.attributes || task.onlySpun ? undefined : line };
  const marked = line.startsWith(BYTE_ORDER_MARK);
  const result = restoreRecord(marked ? line.slice(1) : line, task, unspinner, statistics);
  return { ...result, line: result.line !== undefined && marked ? BYTE_ORDER_MARK + result.line : result.line };
}

function explain(error: unknown): string {
  if (error instanceof RecordError || error instanceof DecodeError) return error.message;
  // One document must not end a run of millions, whatever it does.
  return `unspin failed: ${error instanceof Error ? error.message : String(error)}`;
}
