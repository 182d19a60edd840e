import { workerData } from "node:worker_threads";
import { receiveUnspinner, type SharedUnspinner } from "../shared-unspinner.js";
import type { Restoration } from "../types.js";

const unspinner = receiveUnspinner(workerData as SharedUnspinner);

/** Restores a document in a worker thread. */
export default function restore(text: string): Restoration {
  return unspinner.unspin(text);
}
