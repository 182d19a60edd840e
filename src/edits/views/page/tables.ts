import type { Edit, RegionName, RegionRate } from "../../../types.js";
import { escapeHtml } from "../../escape.js";
import { formatConfidence } from "../html.js";
import type { LocatedEdit } from "../json.js";
import { REGION_LABELS } from "../labels.js";

/** The head of a column. */
interface Head {
  readonly text: string;
  readonly number?: boolean;
}

/** The spin rate of each kind of place that the text has, as a table with a bar each. */
export function regionTable(regions: Readonly<Record<RegionName, RegionRate>>): string {
  const rows = Object.entries(REGION_LABELS).flatMap(([name, label]) => {
    const { rate, spun, sites } = regions[name as RegionName];
    if (sites < 1) return [];
    const percent = `${(100 * rate).toFixed(1)} %`;
    const bar = `<meter min="0" max="1" value="${rate.toFixed(4)}" aria-label="${label}: ${percent}">${percent}</meter>`;
    return (
      `<tr><th scope="row">${label}</th><td class="number">${sites.toFixed(0)}</td>` +
      `<td class="number">${spun.toFixed(1)}</td><td class="number">${percent}</td><td>${bar}</td></tr>`
    );
  });
  return table(
    "Share of the words that a spinner would have found something to swap for, by place.",
    [
      { text: "Place" },
      { text: "Words looked at", number: true },
      { text: "Probably swapped", number: true },
      { text: "Spin rate", number: true },
      { text: "" },
    ],
    rows,
  );
}

const EDIT_HEADS: readonly Head[] = [
  { text: "No.", number: true },
  { text: "Line", number: true },
  { text: "As it stands" },
  { text: "Restored" },
  { text: "Confidence", number: true },
  { text: "Alternatives" },
  { text: "Dictionary entry" },
  { text: "Reason" },
];

/** Edits with confidence, alternatives, dictionary entry and reason. */
export function editTable(caption: string, edits: readonly LocatedEdit[]): string {
  const rows = edits.map(
    (edit, i) =>
      `<tr><th scope="row" class="number">${i + 1}</th><td class="number">${edit.line}:${edit.column}</td>` +
      `<td dir="auto"><del>${escapeHtml(edit.before)}</del></td><td dir="auto"><ins>${escapeHtml(edit.after)}</ins></td>` +
      `<td class="number">${formatConfidence(edit.confidence)}</td><td>${alternatives(edit)}</td>` +
      `<td class="soft entry">${escapeHtml(edit.entry)}</td><td class="soft reason">${escapeHtml(edit.reason)}</td></tr>`,
  );
  return table(caption, EDIT_HEADS, rows);
}

function alternatives(edit: Edit): string {
  return edit.alternatives
    .map(
      ({ text, confidence }) =>
        `<bdi>${escapeHtml(text)}</bdi> <span class="soft">${formatConfidence(confidence)}</span>`,
    )
    .join(", ");
}

function table(caption: string, heads: readonly Head[], rows: readonly string[]): string {
  const head = heads.map(({ text, number }) => {
    const attributes = number ? ' scope="col" class="number"' : ' scope="col"';
    return text === "" ? "<td></td>" : `<th${attributes}>${text}</th>`;
  });
  const label = escapeHtml(caption);
  return (
    `<section class="wide" tabindex="0" aria-label="${label}"><table><caption>${label}</caption>` +
    `<thead><tr>${head.join("")}</tr></thead>\n<tbody>${rows.join("\n")}</tbody></table></section>`
  );
}
