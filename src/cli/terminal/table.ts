import { paintSpans } from "../../edits/paint.js";
import { terminalWidth } from "../../edits/terminal-width.js";
import { makeVisible } from "../../edits/visible.js";
import { type Span, type Style, wrapSpans } from "../../edits/wrap.js";

/** A column of a table. */
export interface Column {
  readonly head: string;
  /** Columns of the terminal that it takes; longer cells are wrapped. */
  readonly width: number;
  readonly align?: "start" | "end";
}

/** What stands in a cell. */
export type Cell = readonly Span[];

const GAP = "  ";

/** Text as a cell; control characters are made visible. */
export function cell(text: string, style: Style = "plain"): Cell {
  return [{ text: makeVisible(text).replace(/\s+/g, " "), style }];
}

/** A table for a terminal, with a head and a rule, its lines without trailing spaces. */
export function layOutTable(columns: readonly Column[], rows: readonly (readonly Cell[])[], color: boolean): string {
  const head = columns.map(({ head }) => cell(head, "strong"));
  const rule = columns.map(({ width }) => cell("─".repeat(width), "faint"));
  return [head, rule, ...rows].map((cells) => layOutRow(columns, cells, color)).join("");
}

function layOutRow(columns: readonly Column[], cells: readonly Cell[], color: boolean): string {
  const wrapped = columns.map(({ width }, i) => wrapSpans(cells[i] ?? [], width));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  let row = "";
  for (let i = 0; i < height; i++) {
    const line = columns.map((column, c) => pad(wrapped[c][i] ?? [], column, color)).join(GAP);
    row += `${line.trimEnd()}\n`;
  }
  return row;
}

function pad(spans: readonly Span[], { width, align }: Column, color: boolean): string {
  const free = width - spans.reduce((sum, { text }) => sum + terminalWidth(text), 0);
  const space = " ".repeat(Math.max(0, free));
  return align === "end" ? space + paintSpans(spans, color) : paintSpans(spans, color) + space;
}
