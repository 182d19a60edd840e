import type { CleanFigures } from "./clean-text.js";
import type { DetectionReport } from "./detection.js";
import { type DomainFigures, perMillion } from "./domains.js";
import type { Confusion, ErrorReport } from "./error-classes.js";
import type { Figures, NamedCalibration } from "./figures.js";
import type { RestorationResult } from "./restoration.js";
import type { ScoreTotals } from "./scoring/totals.js";
import { shareText, type Table } from "./table.js";
import type { WrittenFigures } from "./written-figures.js";

/** Every single mistake in what was written by hand, and every false edit by domain, a line each. */
export function mistakesIn({ written, domains }: Figures): string[] {
  return [
    ...(domains?.mistakes ?? []),
    ...(written?.mistakes ?? []),
    ...(written?.negatives ?? []).flatMap(({ name, mistakes }) => mistakes.map((mistake) => `${name}: ${mistake}`)),
  ];
}

/** All figures as tables, in the order of the report. */
export function tablesOf(figures: Figures): Table[] {
  const { written, restoration, edits, errors, clean, domains, detection, tradeOff, ablation } = figures;
  return [
    ...(written ? writtenTables(written) : []),
    ...(restoration ? restorationTables(restoration) : []),
    ...(errors ? errorTables(errors) : []),
    ...(edits ? [calibrationTable(edits)] : []),
    ...(clean ? [cleanTable(clean)] : []),
    ...(domains ? [domainTable(domains)] : []),
    ...(detection ? [detectionTable(detection)] : []),
    ...(tradeOff ? [scoreTable("Precision against recall", TRADE_OFF_NOTE, named(tradeOff))] : []),
    ...(ablation
      ? [scoreTable("Ablation", "One part switched off at a time; nothing is retrained.", named(ablation))]
      : []),
  ];
}

const TRADE_OFF_NOTE =
  "Spun with a list as a real spinner may have it, of which the library lacks 15 %; protected and not, rate n/(n+1).";

type NamedTotals = readonly (readonly [name: string, totals: ScoreTotals])[];

function named(rows: readonly { readonly name: string; readonly totals: ScoreTotals }[]): NamedTotals {
  return rows.map(({ name, totals }) => [name, totals]);
}

function scoreTable(title: string, note: string, rows: NamedTotals): Table {
  return {
    title,
    note,
    columns: ["", "P", "R", "F0.5", "R all", "F0.5 all", "harm/1k", "gold", "words", "texts"],
    rows: rows.map(([name, totals]) => {
      const { precision, recall, f05, recallOfAll, f05OfAll, harmPer1000Words, gold, words } = totals;
      const shares = [precision, recall, f05, recallOfAll, f05OfAll].map(shareText);
      return [name, ...shares, harmPer1000Words.toFixed(2), String(gold), String(words), String(totals.documents)];
    }),
  };
}

function restorationTables(results: readonly RestorationResult[]): Table[] {
  const note =
    'Who spins > who restores. P, R and F0.5 as score.py counts them; "all" also asks for silent edits, which no reader could see.';
  const rows: NamedTotals = results.map(({ task, totals }) => [`${task.list} > ${task.library}: ${task.name}`, totals]);
  const halves = results.flatMap(({ task, unspun }) => (unspun ? [{ task, ...unspun }] : []));
  return [
    scoreTable("Simulated spun text", note, rows),
    ...(halves.length > 0
      ? [
          {
            title: "Half-spun documents: the half that nobody spun",
            note: "Every edit there is a false one.",
            columns: ["", "words", "edits", "edits per 100,000 words"],
            rows: halves.map(({ task, words: size, edits }) => [
              `${task.list} > ${task.library}: ${task.name}`,
              String(size),
              String(edits),
              ((100_000 * edits) / size).toFixed(2),
            ]),
          },
        ]
      : []),
  ];
}

function writtenTables({ seed, registers, behaviours, mistakes, negatives }: WrittenFigures): Table[] {
  const rows: NamedTotals = [
    ...(seed ? ([["seed article", seed]] as const) : []),
    ...registers.map(({ register, totals }) => [register, totals] as const),
  ];
  return [
    ...(rows.length > 0 ? [scoreTable("Texts restored by hand", "", rows)] : []),
    ...(behaviours.length > 0
      ? [
          {
            title: "Phrases of the seed article in other surroundings",
            note: "",
            columns: ["phrase", "passages", "restored"],
            rows: behaviours.map(({ phrase, cases, met }) => [phrase, String(cases), String(met)]),
          },
        ]
      : []),
    ...(seed
      ? [
          listTable(
            "Mistakes in the seed article",
            mistakes.filter((line) => line.startsWith("seed:")),
          ),
        ]
      : []),
    ...(negatives.length > 0
      ? [
          {
            title: "Clean passages in which spun forms are right",
            note: "",
            columns: ["", "passages", "edited", "edits"],
            rows: negatives.map((each) => [each.name, ...[each.passages, each.edited, each.edits].map(String)]),
          },
        ]
      : []),
  ];
}

function listTable(title: string, lines: readonly string[]): Table {
  return { title, note: "", columns: [""], rows: lines.map((line) => [line]) };
}

function errorTables({ classes, domains, wrong, missed, harm }: ErrorReport): Table[] {
  const total = [...classes.values()].reduce((sum, count) => sum + count, 0);
  return [
    {
      title: "What became of the swaps",
      note: "All sets that the complete dictionary restored.",
      columns: ["", "number", "share"],
      rows: [...classes]
        .sort((a, b) => b[1] - a[1])
        .map(([name, count]) => [name, String(count), shareText(count / total)]),
    },
    {
      title: "By dictionary",
      note: "",
      columns: ["dictionary", "swaps", "restored", "wrong", "missed", "silent", "harm"],
      rows: domains.map(({ domain, gold, restored, wrong, missed, silent, harm }) => [
        domain,
        String(gold),
        ...[restored, wrong, missed, silent].map((count) => (gold > 0 ? shareText(count / gold) : "")),
        String(harm),
      ]),
    },
    confusionTable("Most frequent wrong originals", wrong),
    confusionTable("Most frequent misses", missed),
    confusionTable("Most frequent harm", harm),
  ];
}

function confusionTable(title: string, confusions: readonly Confusion[]): Table {
  return {
    title,
    note: "",
    columns: ["", "times"],
    rows: confusions.map(({ mistake, count }) => [mistake, String(count)]),
  };
}

function calibrationTable(rows: readonly NamedCalibration[]): Table {
  return {
    title: "Confidence of edits",
    note: "Expected calibration error, and the share that is right at each confidence.",
    columns: ["", "error", "edits", ...Array.from({ length: 10 }, (_, bin) => `.${bin}-`)],
    rows: rows.map(({ name, calibration }) => [
      name,
      shareText(calibration.expectedError),
      String(calibration.count),
      ...calibration.bins.map((bin) => (bin.count > 0 ? shareText(bin.accuracy) : "")),
    ]),
  };
}

function cleanTable(rows: readonly CleanFigures[]): Table {
  return {
    title: "Clean text",
    note: "Every edit is a false one.",
    columns: ["source, preset", "words", "documents", "edited", "edits", "edits per 100,000 words"],
    rows: rows.map((row) => [
      `${row.source}, ${row.preset}`,
      ...[row.words, row.documents, row.edited, row.edits].map(String),
      row.editsPer100000.toFixed(2),
    ]),
  };
}

function domainTable({ rows, missing }: DomainFigures): Table {
  const rate = (edits: number, words: number): string => (words === 0 ? "" : perMillion(edits, words).toFixed(2));
  const without = missing.length > 0 ? ` Left out, not at hand: ${missing.join(", ")}.` : "";
  return {
    title: "Harm by domain",
    note: `False edits in clean text of the domain's own register and of all of them; the language model and the ranker were trained on most of it.${without}`,
    columns: ["domain", "own words", "edits", "per million", "all words", "edits", "per million"],
    rows: rows.map(({ domain, sources, ownWords, ownEdits, words, edits }) => [
      sources.length > 0 ? `${domain}: ${sources.join(", ")}` : domain,
      ...[ownWords, ownEdits].map((count) => (ownWords === 0 ? "" : String(count))),
      rate(ownEdits, ownWords),
      ...[words, edits].map(String),
      rate(edits, words),
    ]),
  };
}

function detectionTable({ rows, calibration }: DetectionReport): Table {
  return {
    title: "Detection",
    note: `By the library without the held-out entries. Expected calibration error of the probability: ${shareText(calibration.expectedError)}.`,
    columns: ["", "clean", "spun", "AUC", "found at .1 % false alarms", "found by default", "false alarms by default"],
    rows: rows.map((row) => [
      `${row.task}, ${row.length}`,
      String(row.clean),
      String(row.spun),
      row.areaUnderCurve.toFixed(4),
      shareText(row.foundAtOneInThousand),
      shareText(row.found),
      row.falseAlarms.toFixed(4),
    ]),
  };
}
