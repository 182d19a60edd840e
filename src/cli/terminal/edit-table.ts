import { formatConfidence } from "../../edits/views/html.js";
import type { Edit } from "../../types.js";
import { type Cell, type Column, cell, layOutTable } from "./table.js";

const SMALLEST_WIDTH = 60;
const CONFIDENCE_WIDTH = 5;
const GAPS = 8;

/** Edits with their confidence, alternatives and dictionary entries. @param width of the terminal, in columns */
export function editTable(edits: readonly Edit[], width: number, color: boolean): string {
  const free = Math.max(width, SMALLEST_WIDTH) - CONFIDENCE_WIDTH - GAPS;
  const side = Math.floor(free * 0.21);
  const columns: readonly Column[] = [
    { head: "Conf.", width: CONFIDENCE_WIDTH, align: "end" },
    { head: "As it stands", width: side },
    { head: "Restored", width: side },
    { head: "Alternatives", width: Math.floor(free * 0.26) },
    { head: "Dictionary entry", width: free - 2 * side - Math.floor(free * 0.26) },
  ];
  const rows = edits.map((edit): Cell[] => [
    cell(formatConfidence(edit.confidence), edit.confidence >= 0.9 ? "good" : "plain"),
    cell(edit.before, "removed"),
    cell(edit.after, "added"),
    cell(
      edit.alternatives.map(({ text, confidence }) => `${text} ${formatConfidence(confidence)}`).join(", "),
      "faint",
    ),
    cell(edit.entry),
  ]);
  return layOutTable(columns, rows, color);
}
