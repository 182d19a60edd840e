import { InputError } from "./errors.js";

/** How careful a restoration is; see the README for what each costs. */
export type Preset = "cautious" | "balanced" | "eager";

/** What a text must show, and an edit, before anything is changed. */
export interface Thresholds {
  /** Least probability of an edit that is applied, 0 to 1. */
  readonly edit: number;
  /** Share of a text's edits that may be expected to be wrong, 0 to 1: the least probable ones are left until it is met. */
  readonly wrong: number;
  /** Least probability of an edit that is proposed. */
  readonly suggestion: number;
  /** Least log-odds that a text was spun, for it to be edited at all. */
  readonly evidence: number;
}

/** The thresholds of each preset. */
export const PRESETS: Readonly<Record<Preset, Thresholds>> = {
  cautious: { edit: 0.8, wrong: 0.07, suggestion: 0.3, evidence: 12 },
  balanced: { edit: 0.4, wrong: 0.07, suggestion: 0.25, evidence: 5 },
  eager: { edit: 0.4, wrong: 1, suggestion: 0.2, evidence: 3 },
};

/** The thresholds of a preset; an explicit least confidence decides alone about edits. @throws {InputError} */
export function thresholdsOf(preset: Preset = "balanced", minConfidence?: number): Thresholds {
  const thresholds = Object.hasOwn(PRESETS, preset) ? PRESETS[preset] : undefined;
  if (!thresholds) throw new InputError(`unknown preset ${JSON.stringify(preset)}; use cautious, balanced or eager`);
  if (minConfidence === undefined) return thresholds;
  if (typeof minConfidence !== "number" || !(minConfidence >= 0 && minConfidence <= 1)) {
    throw new InputError(`minConfidence must be a number from 0 to 1, not ${String(minConfidence)}`);
  }
  return { ...thresholds, edit: minConfidence, wrong: 1, suggestion: Math.min(thresholds.suggestion, minConfidence) };
}
