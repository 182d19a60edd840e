import type { Preset } from "../../src/options.js";
import { assembleUnspinner, type UnspinOptions } from "../../src/unspin.js";
import { HARD_TASKS, runTask } from "./restoration.js";
import type { ScoreTotals } from "./scoring/totals.js";
import { totalsOf } from "./scoring/totals.js";
import type { Setting } from "./setting.js";

/** What a setting of the precision dial gives. */
export interface TradeOff {
  readonly name: string;
  readonly totals: ScoreTotals;
}

const PRESETS: readonly Preset[] = ["cautious", "balanced", "eager"];
const THRESHOLDS: readonly number[] = [0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/** Restores spun text, protected and not, at each preset and at several least confidences. */
export function measureTradeOff(setting: Setting): TradeOff[] {
  const { resources } = setting.libraries["held out"];
  const tasks = HARD_TASKS.filter(({ list }) => list === "lifelike");
  const at = (name: string, options: UnspinOptions): TradeOff => {
    const restorer = assembleUnspinner(resources, options);
    const scores = tasks.flatMap((task) => runTask(setting, task, restorer)?.scores ?? []);
    return { name, totals: totalsOf(scores) };
  };
  return [
    ...PRESETS.map((preset) => at(preset, { preset })),
    ...THRESHOLDS.map((minConfidence) => at(`minConfidence ${minConfidence}`, { minConfidence })),
  ];
}
