import { shareUnspinner } from "../../shared-unspinner.js";
import { createUnspinner, type UnspinOptions } from "../../unspin.js";
import type { Settings } from "../arguments.js";
import { type Io, report } from "../io.js";
import type { Tally } from "../job.js";
import { restoreRecords } from "./command.js";
import type { RecordTask } from "./record.js";
import { planRun } from "./run-record.js";
import { ownThread, type Workforce } from "./workforce.js";

/** Runs over records: plans, sets the workers up, and sends them home. */
export async function runRecords(
  settings: Settings,
  io: Io,
  outputs: readonly (string | undefined)[],
  options: UnspinOptions,
  tally: Tally,
): Promise<void> {
  const plan = await planRun(settings, settings.files, outputs);
  if (plan.finished) {
    report(io, `nothing to go on with: ${[...new Set(outputs)].join(", ")} is complete`);
    return;
  }
  const task: RecordTask = {
    field: settings.field,
    idField: settings.idField,
    detectOnly: settings.detect !== undefined,
    onlySpun: settings.onlySpun,
    attributes: settings.attributes,
    statistics: settings.stats !== undefined,
  };
  const workforce = await hire(settings.workers, task, options);
  try {
    const counts = await restoreRecords(settings, io, plan, workforce);
    tally.rejected += counts.rejected;
  } finally {
    await workforce.close();
  }
}

/** The pool of threads is loaded only where there is one. */
async function hire(workers: number, task: RecordTask, options: UnspinOptions): Promise<Workforce> {
  if (workers === 1) return ownThread(task, createUnspinner(options));
  const { workerThreads } = await import("./worker-threads.js");
  return workerThreads({ task, shared: shareUnspinner(options) }, workers);
}
