import { Piscina } from "piscina";
import { shareUnspinner } from "../shared-unspinner.js";
import type { Restoration } from "../types.js";
import type { UnspinOptions } from "../unspin.js";

/** Threads that restore documents. */
export interface DocumentThreads {
  restore(text: string): Promise<Restoration>;
  close(): Promise<void>;
}

/** Starts threads, each with a restorer of its own over the same data. */
export function documentThreads(options: UnspinOptions, count: number): DocumentThreads {
  // The built worker lies beside the built modules; the source is run by a loader that threads do not inherit.
  const source = import.meta.url.endsWith(".ts");
  const pool = new Piscina<string, Restoration>({
    filename: new URL(source ? "document-worker.ts" : "document-worker.js", import.meta.url).href,
    minThreads: count,
    maxThreads: count,
    workerData: shareUnspinner(options),
    ...(source ? { execArgv: [...process.execArgv, "--import", "tsx"] } : {}),
  });
  return { restore: (text) => pool.run(text), close: () => pool.destroy() };
}
