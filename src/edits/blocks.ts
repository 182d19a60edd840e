import { LineCursor, lineEnd } from "./lines.js";
import type { Change } from "./pieces.js";

/** Whole lines that changes touch, as few as possible. */
export interface Block<C extends Change> {
  /** Where its first line begins. */
  readonly start: number;
  /** Behind the line break of its last line. */
  readonly end: number;
  /** Number of its first line, from 0. */
  readonly line: number;
  readonly changes: readonly C[];
}

/**
 * The lines that changes touch, in order. No change crosses a block's border, so that each block can be shown, or put
 * into a patch, by itself.
 */
export function changedBlocks<C extends Change>(text: string, changes: readonly C[]): Block<C>[] {
  const blocks: Block<C>[] = [];
  const cursor = new LineCursor(text);
  for (let first = 0; first < changes.length; ) {
    cursor.moveTo(changes[first].edit.start);
    const { start, line } = cursor;
    let end = lineEnd(text, changes[first].edit.end);
    let next = first + 1;
    for (; next < changes.length && belongs(changes[next], changes[next - 1], text, start, end); next++) {
      if (changes[next].edit.end >= end) end = lineEnd(text, changes[next].edit.end);
    }
    blocks.push({ start, end, line, changes: changes.slice(first, next) });
    first = next;
  }
  return blocks;
}

/**
 * Whether a change is one of the block from `start` to `end`. Where the one before it took the text's last line break away,
 * it goes on in that line.
 */
function belongs({ edit }: Change, before: Change, text: string, start: number, end: number): boolean {
  if (edit.start < end || edit.start === start || edit.start === before.edit.end) return true;
  return end === text.length && !text.endsWith("\n");
}
