import { EditError } from "../errors.js";
import type { Edit } from "../types.js";

/** The part of an edit that changes the text. */
export type Replacement = Pick<Edit, "start" | "end" | "before" | "after">;

/**
 * Checks that edits fit the text they were made for.
 *
 * @throws {EditError} at the first edit that lies outside the text, overlaps the one before it, comes before it, or
 *   stands on other words than its `before`
 */
export function checkEdits(text: string, edits: readonly Replacement[]): void {
  let free = 0;
  edits.forEach((edit, index) => {
    const { start, end, before } = edit;
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > text.length) {
      throw new EditError(`edit ${index} covers ${start} to ${end} of a text of ${text.length} code units`, index);
    }
    if (start < free) {
      throw new EditError(`edit ${index} begins at ${start}, the one before it ends at ${free}`, index);
    }
    // Lengths first: a slice of megabytes need not be compared, or quoted in a message.
    if (end - start !== before.length || text.slice(start, end) !== before) {
      throw new EditError(
        `edit ${index} at ${start} expects ${quote(before)}, found ${quote(text.slice(start, end))}`,
        index,
      );
    }
    free = end;
  });
}

/**
 * The text with the edits made.
 *
 * @param text what the edits' offsets refer to
 * @param edits sorted, not overlapping
 * @throws {EditError} if an edit does not fit the text
 */
export function applyEdits(text: string, edits: readonly Replacement[]): string {
  checkEdits(text, edits);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, after } of edits) {
    parts.push(text.slice(at, start), after);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

/**
 * The original of a text that `applyEdits` made, code unit for code unit.
 *
 * @param restored what `applyEdits` gave
 * @param edits the same edits, with the offsets of the original
 * @throws {EditError} if an edit's `after` does not stand where the edit would have put it
 */
export function revertEdits(restored: string, edits: readonly Replacement[]): string {
  return applyEdits(restored, inverseEdits(edits));
}

/** The edits that take a restored text back to its original, with the restored text's offsets. */
export function inverseEdits(edits: readonly Replacement[]): Replacement[] {
  let shift = 0;
  return edits.map(({ start, end, before, after }) => {
    const from = start + shift;
    shift += after.length - (end - start);
    return { start: from, end: from + after.length, before: after, after: before };
  });
}

const QUOTED_LENGTH = 60;

function quote(text: string): string {
  return JSON.stringify(text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH)}…` : text);
}
