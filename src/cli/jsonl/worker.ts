import { workerData } from "node:worker_threads";
import { createUnspinner } from "../../unspin.js";
import type { Lines } from "./batches.js";
import { type BatchOutcome, workOn } from "./work.js";
import type { WorkerSetup } from "./workforce.js";

const { task, options } = workerData as WorkerSetup;
const unspinner = createUnspinner(options);

/** Works on a batch of lines in a worker thread. */
export default function work(lines: Lines): BatchOutcome {
  return workOn(lines, task, unspinner);
}
