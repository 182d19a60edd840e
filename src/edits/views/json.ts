import type { Edit } from "../../types.js";
import { LineCursor } from "../lines.js";
import { mergeChanges } from "../pieces.js";

/** An edit with the places that other tools ask for. */
export interface LocatedEdit extends Edit {
  /** Line in the original, from 1; lines end with "\n". */
  readonly line: number;
  /** Column in that line, from 1, in UTF-16 code units. */
  readonly column: number;
  /** Where `after` begins in the restored text; of a suggestion: where the words stand that it would replace. */
  readonly restoredStart: number;
  /** Where it ends there, exclusive. */
  readonly restoredEnd: number;
}

/** A diff as plain data. */
export interface JsonDiff {
  /** What was changed, in the order of the text. */
  readonly edits: readonly LocatedEdit[];
  /** What was not sure enough to be changed, in the order of the text. */
  readonly suggestions: readonly LocatedEdit[];
}

/** What a JSON diff shows besides the edits. */
export interface JsonDiffOptions {
  /** Edits that were not made. */
  readonly suggestions?: readonly Edit[];
}

/**
 * Edits as plain data, each with line and column in the original and with its place in the restored text.
 *
 * @throws {EditError} if an edit does not fit the text
 */
export function jsonDiff(text: string, edits: readonly Edit[], options: JsonDiffOptions = {}): JsonDiff {
  const applied: LocatedEdit[] = [];
  const proposed: LocatedEdit[] = [];
  const cursor = new LineCursor(text);
  let shift = 0;
  for (const change of mergeChanges(text, edits, options.suggestions)) {
    const { start, end, before, after } = change.edit;
    cursor.moveTo(start);
    const restoredStart = start + shift;
    const restoredEnd = restoredStart + (change.applied ? after.length : before.length);
    const place = { line: cursor.line + 1, column: start - cursor.start + 1, restoredStart, restoredEnd };
    (change.applied ? applied : proposed).push({ ...change.edit, ...place });
    if (change.applied) shift += after.length - (end - start);
  }
  return { edits: applied, suggestions: proposed };
}
