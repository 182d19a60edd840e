import type { DocumentScore } from "./score.js";

/** Scores of many documents added up. Shares are 0 to 1. */
export interface ScoreTotals {
  readonly documents: number;
  readonly words: number;
  /** Gold edits, silent ones included. */
  readonly gold: number;
  readonly restored: number;
  readonly wrong: number;
  readonly harm: number;
  readonly missed: number;
  /** Silent gold edits that were left as they stand. */
  readonly silentKept: number;
  /** Silent gold edits among the restored and the wrong. */
  readonly restoredSilent: number;
  readonly wrongSilent: number;
  readonly precision: number;
  /** Of the gold edits that are not silent. */
  readonly recall: number;
  readonly f05: number;
  /** Of all gold edits. */
  readonly recallOfAll: number;
  readonly f05OfAll: number;
  readonly harmPer1000Words: number;
}

/** Adds scores up. Precision, recall and F0.5 are those of score.py: silent edits count for precision alone. */
export function totalsOf(scores: readonly DocumentScore[]): ScoreTotals {
  const counts = { gold: 0, restored: 0, wrong: 0, missed: 0, silentKept: 0, restoredSilent: 0, wrongSilent: 0 };
  let words = 0;
  let harm = 0;
  for (const score of scores) {
    words += score.words;
    harm += score.harm.length;
    score.outcomes.forEach((outcome, index) => {
      const silent = score.gold[index].silent ? 1 : 0;
      if (outcome !== "kept") counts.gold++;
      if (outcome === "missed") counts.missed++;
      if (outcome === "silent") counts.silentKept++;
      if (outcome === "restored") {
        counts.restored++;
        counts.restoredSilent += silent;
      }
      if (outcome === "wrong") {
        counts.wrong++;
        counts.wrongSilent += silent;
      }
    });
  }
  const { restored, wrong, missed } = counts;
  const precision = share(restored, restored + wrong + harm);
  const visible = restored - counts.restoredSilent;
  const recall = share(visible, visible + wrong - counts.wrongSilent + missed);
  const recallOfAll = share(restored, counts.gold);
  return {
    documents: scores.length,
    words,
    harm,
    ...counts,
    precision,
    recall,
    f05: fHalf(precision, recall),
    recallOfAll,
    f05OfAll: fHalf(precision, recallOfAll),
    harmPer1000Words: share(1000 * harm, words),
  };
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** The F measure that holds precision twice as important as recall (van Rijsbergen 1979), 0 to 1. */
export function fHalf(precision: number, recall: number): number {
  return precision + recall > 0 ? (1.25 * precision * recall) / (0.25 * precision + recall) : 0;
}
