import { ABLATIONS } from "./ablations.js";
import { type Calibration, calibrationOf } from "./calibration.js";
import { type CleanFigures, measureClean } from "./clean-text.js";
import { type DetectionReport, measureDetection } from "./detection.js";
import { type DomainFigures, measureDomains } from "./domains.js";
import { judgeEdits } from "./edit-judge.js";
import { classifyErrors, type ErrorReport } from "./error-classes.js";
import { HARD_TASKS, measureRestoration, type RestorationResult, runTask } from "./restoration.js";
import type { ScoreTotals } from "./scoring/totals.js";
import type { Setting } from "./setting.js";
import { measureTradeOff, type TradeOff } from "./trade-off.js";
import { measureWritten, type WrittenFigures } from "./written-figures.js";

/** The parts of the evaluation, in the order of the report. */
export const PARTS = ["written", "restoration", "clean", "domains", "detection", "trade-off", "ablation"] as const;
export type Part = (typeof PARTS)[number];

/** A calibration and what it is one of. */
export interface NamedCalibration {
  readonly name: string;
  readonly calibration: Calibration;
}

/** A part of the library switched off. */
export interface AblationFigures {
  readonly name: string;
  readonly totals: ScoreTotals;
}

/** Everything measured; a part that was not asked for is absent. */
export interface Figures {
  written?: WrittenFigures;
  restoration?: readonly RestorationResult[];
  /** Of the confidence of edits. */
  edits?: readonly NamedCalibration[];
  errors?: ErrorReport;
  clean?: readonly CleanFigures[];
  domains?: DomainFigures;
  detection?: DetectionReport;
  tradeOff?: readonly TradeOff[];
  ablation?: readonly AblationFigures[];
}

/** Measures one part and adds its figures. */
export function measure(part: Part, setting: Setting, figures: Figures): void {
  switch (part) {
    case "written":
      figures.written = measureWritten(setting);
      break;
    case "restoration":
      figures.restoration = measureRestoration(setting);
      figures.edits = editCalibrations(figures.restoration);
      figures.errors = classifyErrors(figures.restoration.filter(({ task }) => task.library === "complete"));
      break;
    case "clean":
      figures.clean = measureClean(setting);
      break;
    case "domains":
      figures.domains = measureDomains(setting.amounts.registerWords);
      break;
    case "detection":
      figures.detection = measureDetection(setting);
      break;
    case "trade-off":
      figures.tradeOff = measureTradeOff(setting);
      break;
    default:
      figures.ablation = measureAblations(setting);
  }
}

function editCalibrations(results: readonly RestorationResult[]): NamedCalibration[] {
  const groups: [name: string, belongs: (result: RestorationResult) => boolean, suggestions: boolean][] = [
    ["edits, complete dictionary", ({ task }) => task.library === "complete" && task.list === "dictionary", false],
    ["edits, held-out entries", ({ task }) => task.library === "held out" && task.list === "dictionary", false],
    ["edits, observed list", ({ task }) => task.library === "complete" && task.list === "observed", false],
    ["edits and suggestions, all sets", () => true, true],
  ];
  return groups.flatMap(([name, belongs, suggestions]) => {
    const group = results.filter(belongs);
    if (group.length === 0) return [];
    const predictions = group.flatMap(({ cases, restorations }) =>
      cases.flatMap((each, index) => judgeEdits(each, restorations[index], suggestions)),
    );
    return { name, calibration: calibrationOf(predictions) };
  });
}

function measureAblations(setting: Setting): AblationFigures[] {
  const { resources } = setting.libraries["held out"];
  return ABLATIONS.flatMap(({ name, build }) => {
    const restorer = build(resources);
    return HARD_TASKS.flatMap((task) => {
      const result = runTask(setting, task, restorer);
      return result ? [{ name: `${name}: ${task.list}, ${task.name}`, totals: result.totals }] : [];
    });
  });
}
