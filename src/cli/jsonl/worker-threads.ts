import { Piscina } from "piscina";
import type { Lines } from "./batches.js";
import type { BatchOutcome } from "./work.js";
import type { WorkerSetup, Workforce } from "./workforce.js";

/** So many bytes make a message to another thread worth while. */
const BATCH = 1 << 16;

/** Worker threads, each with a restorer of its own over the same data; this thread only reads and writes. */
export function workerThreads(setup: WorkerSetup, count: number): Workforce {
  // The built worker lies beside the built command; the source is run by a loader that threads do not inherit.
  const source = import.meta.url.endsWith(".ts");
  const filename = new URL(source ? "worker.ts" : "worker.js", import.meta.url).href;
  const pool = new Piscina<Lines, BatchOutcome>({
    filename,
    minThreads: count,
    maxThreads: count,
    workerData: setup,
    ...(source ? { execArgv: [...process.execArgv, "--import", "tsx"] } : {}),
  });
  return {
    concurrency: 2 * count + 1,
    batch: BATCH,
    work: (lines) => {
      // A view's whole buffer would be copied: hand the bytes over instead.
      const bytes = new Uint8Array(lines.bytes);
      return pool.run({ ...lines, bytes }, { transferList: [bytes.buffer] });
    },
    close: () => pool.destroy(),
  };
}
