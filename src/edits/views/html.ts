import type { Edit } from "../../types.js";
import { escapeHtml } from "../escape.js";
import { type Change, mergeChanges, piecesOf } from "../pieces.js";

/** What an HTML diff shows besides the edits. */
export interface HtmlDiffOptions {
  /** Edits that were not made; the words that they would replace are marked. */
  readonly suggestions?: readonly Edit[];
}

/**
 * A word diff as an HTML fragment: one `<div class="unspin-diff">` with `<del>`, `<ins>` and, for suggestions, `<mark>`.
 * Each of them carries `data-confidence`, `data-kind`, `data-entry`, and the reason as its title. All text is escaped;
 * control characters, lone surrogates and marks of reading direction are made visible. Line breaks stand as they are:
 * give the element `white-space: pre-wrap`.
 *
 * @throws {EditError} if an edit does not fit the text
 */
export function htmlDiff(text: string, edits: readonly Edit[], options: HtmlDiffOptions = {}): string {
  const parts = ['<div class="unspin-diff">'];
  for (const piece of piecesOf(text, mergeChanges(text, edits, options.suggestions))) {
    parts.push(typeof piece === "string" ? escapeHtml(piece) : changeHtml(piece));
  }
  parts.push("</div>");
  return parts.join("");
}

/** Which sides of a change are shown. */
export type Side = "both" | "original" | "restored";

/** A change as `<del>` and `<ins>`, a suggestion as `<mark>`. `dir` keeps a right-to-left word from turning the line. */
export function changeHtml({ edit, applied }: Change<Edit>, side: Side = "both"): string {
  const attributes =
    ` dir="auto" data-confidence="${formatConfidence(edit.confidence)}" data-kind="${escapeHtml(edit.kind)}"` +
    ` data-entry="${escapeHtml(edit.entry)}"`;
  const before = escapeHtml(edit.before);
  const after = escapeHtml(edit.after);
  if (!applied) return `<mark${attributes} title="perhaps “${after}”: ${escapeHtml(edit.reason)}">${before}</mark>`;
  const title = ` title="${escapeHtml(edit.reason)}"`;
  const removed = side === "restored" || before === "" ? "" : `<del${attributes}${title}>${before}</del>`;
  const added = side === "original" || after === "" ? "" : `<ins${attributes}${title}>${after}</ins>`;
  return removed + added;
}

/** A probability in so many digits; never rounded up to certainty. */
export function formatConfidence(confidence: number, digits = 2): string {
  return Math.min(confidence, 1 - 10 ** -digits).toFixed(digits);
}
