import { Piscina } from "piscina";
import type { Lines } from "./batches.js";
import type { BatchOutcome } from "./work.js";
import type { WorkerSetup, Workforce } from "./workforce.js";

/** So many bytes make a message to another thread worth while. */
const BATCH = 1 << 17;
/** One is worked on, the next one lies ready: a thread does not wait for this one to be woken. */
const AT_HAND = 2;
/** For what is soon thrown away, in MB. More than this takes memory in each thread and no time off. */
const YOUNG = 24;

/** Worker threads, each with a restorer of its own over the same data; this thread only reads and writes. */
export function workerThreads(setup: WorkerSetup, count: number): Workforce {
  // The built worker lies beside the built command; the source is run by a loader that threads do not inherit.
  const source = import.meta.url.endsWith(".ts");
  const filename = new URL(source ? "worker.ts" : "worker.js", import.meta.url).href;
  const pool = new Piscina<Lines, BatchOutcome>({
    filename,
    minThreads: count,
    maxThreads: count,
    concurrentTasksPerWorker: AT_HAND,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    workerData: setup,
    ...(source ? { execArgv: [...process.execArgv, "--import", "tsx"] } : {}),
  });
  return {
    concurrency: AT_HAND * count + 1,
    batch: BATCH,
    work: (lines) => {
      // A view's whole buffer would be copied: hand the bytes over instead.
      const bytes = new Uint8Array(lines.bytes);
      return pool.run({ ...lines, bytes }, { transferList: [bytes.buffer] });
    },
    close: () => pool.destroy(),
  };
}
