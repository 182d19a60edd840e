import { workerData } from "node:worker_threads";
import { move, transferableSymbol, valueSymbol } from "piscina";
import { receiveUnspinner } from "../../shared-unspinner.js";
import type { Lines } from "./batches.js";
import { type BatchOutcome, workOn } from "./work.js";
import type { WorkerSetup } from "./workforce.js";

const { task, shared } = workerData as WorkerSetup;
const unspinner = receiveUnspinner(shared);

/** Works on a batch of lines in a worker thread. What it writes is handed over, not copied. */
export default function work(lines: Lines): unknown {
  const { rejects, ...outcome } = workOn(lines, task, unspinner);
  // A rejected line is a view of the whole batch, all of which would be sent.
  const own = rejects.map((rejected) => ({ ...rejected, raw: rejected.raw.slice() }));
  const value: BatchOutcome = { ...outcome, rejects: own };
  return move({ [transferableSymbol]: [value.output.buffer], [valueSymbol]: value } as never);
}
