import { paintSpans } from "../../edits/paint.js";
import { formatConfidence } from "../../edits/views/html.js";
import { REGION_LABELS } from "../../edits/views/labels.js";
import type { Detection, RegionName, RegionRate } from "../../types.js";
import { type Column, cell, layOutTable } from "./table.js";

interface NamedRate extends RegionRate {
  readonly label: string;
}

/** A verdict in a line: "spun, probability 0.999, 11.3 % of swappable words swapped (body 25.9 %, quotations 0.2 %)". */
export function verdictLine(detection: Detection): string {
  const { spun, probability, rate } = detection;
  const verdict = `${spun ? "spun" : "not spun"}, probability ${formatConfidence(probability, 3)}`;
  if (!spun) return verdict;
  const regions = namedRates(detection).map(({ label, rate }) => `${label.toLowerCase()} ${formatPercent(rate)}`);
  return `${verdict}, ${formatPercent(rate)} of swappable words swapped (${regions.join(", ")})`;
}

const COLUMNS: readonly Column[] = [
  { head: "Place", width: 18 },
  { head: "Looked at", width: 9, align: "end" },
  { head: "Swapped", width: 7, align: "end" },
  { head: "Spin rate", width: 9, align: "end" },
  { head: "", width: 40 },
];
const BAR_WIDTH = 40;

/** A verdict in full: a line of words, and a table of the spin rate by place. At most 100 columns wide. */
export function verdictPanel(detection: Detection, color: boolean): string {
  const { spun, probability, rate, evidence } = detection;
  const numbers =
    `  probability ${formatConfidence(probability, 3)}, evidence ${evidence.logLikelihoodRatio.toFixed(1)} nats, ` +
    `${formatPercent(rate)} of swappable words swapped`;
  const verdict = paintSpans([{ text: spun ? "SPUN" : "NOT SPUN", style: spun ? "bad" : "good" }], color);
  const rows = namedRates(detection).map(({ label, rate, spun, sites }) => [
    cell(label),
    cell(sites.toFixed(0)),
    cell(spun.toFixed(1)),
    cell(formatPercent(rate)),
    cell("█".repeat(Math.round(rate * BAR_WIDTH)), "bad"),
  ]);
  return `${verdict}${numbers}\n\n${layOutTable(COLUMNS, rows, color)}`;
}

/** The spin rates of the places that the text has. */
function namedRates({ evidence }: Detection): NamedRate[] {
  return Object.entries(REGION_LABELS)
    .map(([name, label]) => ({ label, ...evidence.regions[name as RegionName] }))
    .filter(({ sites }) => sites >= 1);
}

/** A share as a percentage with one digit behind the point. */
export function formatPercent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
