import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk } from "diff";
import type { Replacement } from "../apply.js";
import { changedBlocks } from "../blocks.js";
import { groupByContext } from "../hunks.js";
import { splitLines } from "../lines.js";
import { type Change, mergeChanges, piecesOf } from "../pieces.js";

/** How a unified diff is laid out. */
export interface UnifiedDiffOptions {
  /** Name in the "---" line; "a/text" if not given. */
  readonly oldName?: string;
  /** Name in the "+++" line; "b/text" if not given. */
  readonly newName?: string;
  /** Unchanged lines around a change, 3 if not given. */
  readonly context?: number;
}

/** Lines of the original and what takes their place. */
interface LineChange {
  /** Number of the first line, from 0. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/**
 * Edits as a unified diff, which `patch` and `git apply` accept: the text stands in it as it is, control characters
 * included. The hunks follow from the edits, so that the cost grows with the text and the edits, never with their
 * product.
 *
 * @returns "" if nothing changes
 * @throws {EditError} if an edit does not fit the text
 */
export function unifiedDiff(text: string, edits: readonly Replacement[], options: UnifiedDiffOptions = {}): string {
  const { oldName = "a/text", newName = "b/text", context = 3 } = options;
  const changes = lineChanges(text, edits);
  if (changes.length === 0) return "";
  const hunks = formatHunks(text, changes, context);
  const patch = { oldFileName: oldName, newFileName: newName, oldHeader: undefined, newHeader: undefined, hunks };
  return formatPatch(patch, FILE_HEADERS_ONLY);
}

function lineChanges(text: string, edits: readonly Replacement[]): LineChange[] {
  const found: LineChange[] = [];
  for (const block of changedBlocks(text, mergeChanges(text, edits))) {
    const before = splitLines(text.slice(block.start, block.end));
    const after = splitLines(restoredBlock(text, block.changes, block.start, block.end));
    let same = 0;
    while (same < before.length && same < after.length && before[same] === after[same]) same++;
    let tail = 0;
    const most = Math.min(before.length, after.length) - same;
    while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
    const removed = before.slice(same, before.length - tail);
    const added = after.slice(same, after.length - tail);
    if (removed.length === 0 && added.length === 0) continue;
    const start = block.start + lengthOf(before.slice(0, same));
    found.push({ line: block.line + same, start, end: start + lengthOf(removed), removed, added });
  }
  return found;
}

function restoredBlock(text: string, changes: readonly Change[], start: number, end: number): string {
  let restored = "";
  for (const piece of piecesOf(text, changes, start, end))
    restored += typeof piece === "string" ? piece : piece.edit.after;
  return restored;
}

function formatHunks(text: string, changes: readonly LineChange[], context: number): StructuredPatchHunk[] {
  let shift = 0;
  return groupByContext(text, changes, context).map(({ start, end, ranges }) => {
    const lines: string[] = [];
    const before = splitLines(text.slice(start, ranges[0].start));
    let kept = before.length;
    let removed = 0;
    let added = 0;
    pushLines(lines, " ", before);
    ranges.forEach((change, i) => {
      pushLines(lines, "-", change.removed);
      pushLines(lines, "+", change.added);
      removed += change.removed.length;
      added += change.added.length;
      const after = splitLines(text.slice(change.end, ranges[i + 1]?.start ?? end));
      kept += after.length;
      pushLines(lines, " ", after);
    });
    const oldStart = ranges[0].line - before.length + 1;
    const newStart = oldStart + shift;
    shift += added - removed;
    return { oldStart, oldLines: kept + removed, newStart, newLines: kept + added, lines };
  });
}

function pushLines(hunk: string[], sign: string, lines: readonly string[]): void {
  for (const line of lines) {
    if (line.endsWith("\n")) hunk.push(sign + line.slice(0, -1));
    else hunk.push(sign + line, "\\ No newline at end of file");
  }
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}
