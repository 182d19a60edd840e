/** A table of the report. */
export interface Table {
  readonly title: string;
  /** A sentence or two that tell what the figures are. */
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The table in fixed columns: the first one flush left, the others flush right. */
export function toTerminal({ title, note, columns, rows }: Table): string {
  const widths = columns.map((column, at) => Math.max(column.length, ...rows.map((row) => row[at].length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join("  ");
  return [`\n${title}`, note, line(columns), ...rows.map(line)].filter((each) => each !== "").join("\n");
}

/** The table in Markdown. */
export function toMarkdown({ title, note, columns, rows }: Table): string {
  const escaped = (cell: string): string => cell.replaceAll("|", "\\|");
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(" | ")} |`;
  const rule = `|${columns.map((_, at) => (at === 0 ? "---" : "---:")).join("|")}|`;
  return [`### ${title}`, "", ...(note === "" ? [] : [note, ""]), line(columns), rule, ...rows.map(line), ""].join(
    "\n",
  );
}

/** A share as it is written in tables: three digits, no leading zero. */
export function shareText(share: number): string {
  return share.toFixed(3).replace(/^0\./, ".");
}
