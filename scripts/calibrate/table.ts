import { CONFIDENCE_FEATURES } from "../../src/decision/confidence-features.js";
import type { Table } from "./boosting.js";
import type { CandidateSample } from "./samples.js";

/** Lays samples out in columns. */
export function tableOf(samples: readonly CandidateSample[]): Table {
  const columns = Array.from({ length: CONFIDENCE_FEATURES }, (_, k) =>
    Float32Array.from(samples, ({ row }) => row[k]),
  );
  return { rows: samples.length, columns, truth: Uint8Array.from(samples, ({ right }) => (right ? 1 : 0)) };
}
