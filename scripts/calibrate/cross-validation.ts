import { sumOfTrees } from "../../src/decision/boosted-trees.js";
import { fitTrees } from "./boosting.js";
import type { CandidateSample } from "./samples.js";
import { tableOf } from "./table.js";

interface SourcedSample extends CandidateSample {
  readonly source: string;
}

/** Prints, source by source, how well trees do that were fitted on the others, and how well the posterior alone does. */
export function crossValidate(samples: readonly SourcedSample[], swaps: readonly number[]): void {
  for (const source of new Set(samples.map((sample) => sample.source))) {
    const trees = fitTrees(tableOf(samples.filter((sample) => sample.source !== source)));
    const held = samples.filter((sample) => sample.source === source);
    const total = [...new Set(held.map(({ text }) => text))].reduce((sum, text) => sum + swaps[text], 0);
    console.log(`${source}, posterior: ${bestOf(held, ({ row }) => row[0], total)}`);
    console.log(`${source}, trees: ${bestOf(held, ({ row }) => sumOfTrees(trees, row), total)}`);
  }
}

/** The best F0.5 at any threshold, and the recall at a precision of .90; silent swaps are counted as missed. */
function bestOf(
  samples: readonly CandidateSample[],
  scoreOf: (sample: CandidateSample) => number,
  total: number,
): string {
  const scored = samples.map((sample) => ({ sample, score: scoreOf(sample) })).sort((a, b) => b.score - a.score);
  const taken = new Set<string>();
  let made = 0;
  let right = 0;
  let best = { f: 0, precision: 0, recall: 0 };
  let recall90 = 0;
  for (const { sample } of scored) {
    const tokens = Array.from({ length: sample.to - sample.from }, (_, k) => `${sample.text} ${sample.from + k}`);
    if (tokens.some((token) => taken.has(token))) continue;
    for (const token of tokens) taken.add(token);
    made++;
    if (sample.right) right++;
    const precision = right / made;
    const recall = right / total;
    const f = (1.25 * precision * recall) / (0.25 * precision + recall);
    if (f > best.f) best = { f, precision, recall };
    if (precision >= 0.9) recall90 = recall;
  }
  const figures = `P ${best.precision.toFixed(3)} R ${best.recall.toFixed(3)} F0.5 ${best.f.toFixed(4)}`;
  return `${figures}; R ${recall90.toFixed(3)} at P .90`;
}
