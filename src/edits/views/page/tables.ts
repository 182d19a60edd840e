import type { Edit, RegionName, RegionRate } from "../../../types.js";
import { escapeHtml } from "../../escape.js";
import { formatConfidence } from "../html.js";
import type { LocatedEdit } from "../json.js";
import { REGION_LABELS } from "../labels.js";

/** The spin rate of each kind of place, as a table with a bar each. */
export function regionTable(regions: Readonly<Record<RegionName, RegionRate>>): string {
  const rows = Object.entries(REGION_LABELS).map(([name, label]) => {
    const { rate, spun, sites } = regions[name as RegionName];
    const percent = `${(100 * rate).toFixed(1)} %`;
    const bar = `<meter min="0" max="1" value="${rate.toFixed(4)}" aria-label="${label}: ${percent}">${percent}</meter>`;
    return (
      `<tr><th scope="row">${label}</th><td class="number">${sites.toFixed(0)}</td>` +
      `<td class="number">${spun.toFixed(1)}</td><td class="number">${percent}</td><td>${bar}</td></tr>`
    );
  });
  return table(
    "Share of the words that a spinner would have found something to swap for, by place.",
    ["Place", "Places looked at", "Probably swapped", "Spin rate", ""],
    rows,
  );
}

/** Edits with confidence, alternatives, dictionary entry and reason. */
export function editTable(caption: string, edits: readonly LocatedEdit[]): string {
  const rows = edits.map(
    (edit, i) =>
      `<tr><th scope="row" class="number">${i + 1}</th><td class="number">${edit.line}:${edit.column}</td>` +
      `<td dir="auto"><del>${escapeHtml(edit.before)}</del></td><td dir="auto"><ins>${escapeHtml(edit.after)}</ins></td>` +
      `<td class="number">${formatConfidence(edit.confidence)}</td><td>${alternatives(edit)}</td>` +
      `<td>${escapeHtml(edit.entry)}</td><td>${escapeHtml(edit.reason)}</td></tr>`,
  );
  const heads = ["No.", "Line", "As it stands", "Restored", "Confidence", "Alternatives", "Dictionary entry", "Reason"];
  return table(caption, heads, rows);
}

function alternatives(edit: Edit): string {
  return edit.alternatives
    .map(
      ({ text, confidence }) =>
        `<bdi>${escapeHtml(text)}</bdi> <span class="soft">${formatConfidence(confidence)}</span>`,
    )
    .join(", ");
}

function table(caption: string, heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((text) => (text === "" ? "<td></td>" : `<th scope="col">${text}</th>`)).join("");
  return (
    `<div class="wide" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table>` +
    `<caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead>\n<tbody>${rows.join("\n")}</tbody></table></div>`
  );
}
