import type { Detection } from "../../src/types.js";
import { assembleUnspinner } from "../../src/unspin.js";
import type { SpinHabits } from "../simulate/spin.js";
import { spin } from "../simulate/spin.js";
import { type Calibration, calibrationOf, type Prediction } from "./calibration.js";
import { sample } from "./excerpts.js";
import { everyOtherParagraph, halfOfSentences } from "./half-spun.js";
import { areaUnderCurve, foundAt, type RankedScore } from "./roc.js";
import type { ListName, Setting } from "./setting.js";
import type { CleanText } from "./texts.js";

/** How documents are spun that are to be found. */
interface DetectionTask {
  readonly name: string;
  readonly list: ListName;
  readonly habits: (text: CleanText) => SpinHabits;
}

const protect = { choice: "weighted", protect: true } as const;
const TASKS: readonly DetectionTask[] = [
  { name: "fully spun", list: "dictionary", habits: () => ({ ...protect, rate: "list-size" }) },
  { name: "fully spun, observed list", list: "observed", habits: () => ({ ...protect, rate: "list-size" }) },
  {
    name: "every other paragraph",
    list: "dictionary",
    habits: ({ text }) => ({ ...protect, rate: "list-size", worksAt: everyOtherParagraph(text) }),
  },
  {
    name: "half of the sentences",
    list: "dictionary",
    habits: ({ text, id }) => ({ ...protect, rate: "list-size", worksAt: halfOfSentences(text, id) }),
  },
  { name: "lightly spun, rate .15", list: "dictionary", habits: () => ({ ...protect, rate: 0.15 }) },
];

/** How well documents of one kind and length are told from clean ones. */
export interface DetectionFigures {
  readonly task: string;
  readonly length: string;
  readonly clean: number;
  readonly spun: number;
  readonly areaUnderCurve: number;
  /** Share found when one clean document in a thousand is taken for spun, 0 to 1. */
  readonly foundAtOneInThousand: number;
  /** Share found and share of false alarms at the library's own threshold, 0 to 1. */
  readonly found: number;
  readonly falseAlarms: number;
}

/** All figures of detection. */
export interface DetectionReport {
  readonly rows: readonly DetectionFigures[];
  /** Of the probability, clean documents and spun ones of each kind weighing the same. */
  readonly calibration: Calibration;
}

/** Tells spun documents from clean ones with the held-out dictionary. */
export function measureDetection(setting: Setting): DetectionReport {
  const { detectClean, detectSpun } = setting.amounts;
  const detector = assembleUnspinner(setting.libraries["held out"].resources);
  const rows: DetectionFigures[] = [];
  const predictions: Prediction[] = [];
  const bands = [
    { length: "100-200 words", texts: setting.briefs },
    { length: "200-900 words", texts: setting.articles },
  ];
  for (const { length, texts } of bands) {
    const clean = sample(texts, detectClean, "detection, clean").map(({ text }) => detector.detect(text));
    for (const detection of clean) predictions.push(toPrediction(detection, false, 1 / clean.length));
    for (const { name, list, habits } of TASKS) {
      const spinner = setting.spinners[list];
      if (!spinner) continue;
      const found: Detection[] = [];
      for (const text of sample(texts, detectSpun, "detection, spun")) {
        const spun = spin(spinner, text.text, habits(text), `detection ${text.id}`);
        if (spun.gold.length > 0) found.push(detector.detect(spun.text));
      }
      const weight = 1 / TASKS.length / found.length;
      for (const detection of found) predictions.push(toPrediction(detection, true, weight));
      const [positives, negatives] = [found.map(scoreOf), clean.map(scoreOf)];
      rows.push({
        task: name,
        length,
        clean: clean.length,
        spun: found.length,
        areaUnderCurve: areaUnderCurve(positives, negatives),
        foundAtOneInThousand: foundAt(positives, negatives, 0.001),
        found: shareSpun(found),
        falseAlarms: shareSpun(clean),
      });
    }
  }
  return { rows, calibration: calibrationOf(predictions) };
}

function scoreOf({ probability, evidence }: Detection): RankedScore {
  return [probability, evidence.logLikelihoodRatio];
}

function toPrediction({ probability }: Detection, right: boolean, weight: number): Prediction {
  return { confidence: probability, right, weight };
}

function shareSpun(detections: readonly Detection[]): number {
  return detections.filter((detection) => detection.spun).length / detections.length;
}
