import { editTable } from "../src/cli/terminal/edit-table.js";
import { verdictPanel } from "../src/cli/terminal/verdict.js";
import { paintSpans } from "../src/edits/paint.js";
import { makeVisible } from "../src/edits/visible.js";
import type { Restoration } from "../src/index.js";

/** What there is to show of a text. */
export interface Showing {
  readonly name: string;
  readonly restoration: Restoration;
  /** The word diff, made for this terminal. */
  readonly diff: string;
  /** Where the HTML report is. */
  readonly report: string;
  readonly width: number;
  readonly color: boolean;
}

/** Verdict, word diff, edits and suggestions, one below the other. */
export function showRestoration({ name, restoration, diff, report, width, color }: Showing): string {
  const { edits, suggestions, detection } = restoration;
  const heading = (text: string): string => `\n${paintSpans([{ text, style: "strong" }], color)}\n\n`;
  return [
    heading(`Verdict on ${makeVisible(name)}`),
    verdictPanel(detection, color),
    heading("Text"),
    diff,
    heading(`Edits: ${edits.length}`),
    edits.length === 0 ? "Nothing was changed.\n" : editTable(edits, width, color),
    heading(`Suggestions, not applied: ${suggestions.length}`),
    suggestions.length === 0 ? "None.\n" : editTable(suggestions, width, color),
    heading("Report"),
    `${report}\n`,
  ].join("");
}
