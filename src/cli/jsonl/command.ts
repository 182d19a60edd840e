import type { Unspinner } from "../../unspin.js";
import type { Settings } from "../arguments.js";
import { DecodeError, decodeUtf8 } from "../decode.js";
import { type Io, nameOf, openInput, reasonOf, report } from "../io.js";
import type { Output } from "../output.js";
import type { Tally } from "../texts.js";
import { linesOf } from "./lines.js";
import { RecordError, type RecordTask, restoreRecord } from "./record.js";
import type { Reject } from "./rejects.js";

const BYTE_ORDER_MARK = "\ufeff";

/**
 * Restores records, a line in for a line out, in order, holding one line at a time. A bad record is reported and
 * handed to `reject`, the rest goes on. Empty lines stay.
 */
export async function restoreRecords(
  settings: Settings,
  io: Io,
  output: Output,
  unspinner: Unspinner,
  tally: Tally,
  reject: Reject,
): Promise<void> {
  const task: RecordTask = { field: settings.field, detectOnly: settings.detect !== undefined };
  for (const file of settings.files) {
    let number = 0;
    const lines = linesOf(openInput(file, io));
    for (;;) {
      // Only reading is guarded: an output that fails ends the run.
      const next = await lines.next().catch((error: unknown) => {
        io.signal.throwIfAborted();
        report(io, `${nameOf(file)}: ${reasonOf(error)}`);
        tally.rejected++;
      });
      io.signal.throwIfAborted();
      if (next === undefined || next.done) break;
      number++;
      const result = restoreLine(next.value, task, unspinner);
      if (typeof result === "string") await output.write(`${result}\n`);
      else {
        tally.rejected++;
        await reject({ file, line: number, reason: result.reason, raw: next.value });
      }
    }
  }
}

function restoreLine(bytes: Uint8Array, task: RecordTask, unspinner: Unspinner): string | { reason: string } {
  try {
    const line = decodeUtf8(bytes);
    if (line.trim() === "") return line;
    if (!line.startsWith(BYTE_ORDER_MARK)) return restoreRecord(line, task, unspinner);
    return BYTE_ORDER_MARK + restoreRecord(line.slice(1), task, unspinner);
  } catch (error) {
    if (error instanceof RecordError || error instanceof DecodeError) return { reason: error.message };
    // One document must not end a run of millions, whatever it does.
    return { reason: `unspin failed: ${error instanceof Error ? error.message : String(error)}` };
  }
}
