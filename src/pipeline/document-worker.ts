import { workerData } from "node:worker_threads";
import type { Restoration } from "../types.js";
import { createUnspinner, type UnspinOptions } from "../unspin.js";

const unspinner = createUnspinner(workerData as UnspinOptions);

/** Restores a document in a worker thread. */
export default function restore(text: string): Restoration {
  return unspinner.unspin(text);
}
