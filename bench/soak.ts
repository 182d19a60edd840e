import type { Library } from "./library.js";

/** Memory after so many documents, in megabytes (10^6 bytes). */
export interface SoakStep {
  readonly documents: number;
  readonly resident: number;
}

/** Restores documents again and again and watches the memory of this process. */
export function soak({ createUnspinner }: Library, documents: readonly string[], rounds: number): SoakStep[] {
  const { unspin } = createUnspinner();
  const steps: SoakStep[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const text of documents) unspin(text);
    const power = Math.log2(round + 1);
    if (Number.isInteger(power))
      steps.push({ documents: (round + 1) * documents.length, resident: process.memoryUsage.rss() / 1e6 });
  }
  return steps;
}
