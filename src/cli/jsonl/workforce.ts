import type { SharedUnspinner } from "../../shared-unspinner.js";
import type { Lines } from "./batches.js";
import type { RecordTask, Restorer } from "./record.js";
import { type BatchOutcome, workOn } from "./work.js";

/** Who works on the records. */
export interface Workforce {
  /** How many batches may be under way at once. */
  readonly concurrency: number;
  /** Bytes of a batch; 1 for a line at a time. */
  readonly batch: number;
  work(lines: Lines): Promise<BatchOutcome>;
  close(): Promise<void>;
}

/** What a worker thread is set up with. */
export interface WorkerSetup {
  readonly task: RecordTask;
  readonly shared: SharedUnspinner;
}

/** This thread alone, a line at a time: a line that comes in is answered before the next one is looked at. */
export function ownThread(task: RecordTask, unspinner: Restorer): Workforce {
  return {
    concurrency: 1,
    batch: 1,
    work: async (lines) => workOn(lines, task, unspinner),
    close: () => Promise.resolve(),
  };
}
