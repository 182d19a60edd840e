import type { Mark } from "./marks.js";
import type { Span } from "./spans.js";

/** Lines of a text that are shown together, with what is marked in them. */
export interface Block<M extends Span> {
  /** Where it begins in the text. */
  readonly start: number;
  /** Without its last line break. */
  readonly text: string;
  /** In offsets of the block. */
  readonly marks: readonly M[];
}

/**
 * Cuts a text into lines; lines that a mark joins stay together. A block that nobody touched stays equal while the text
 * before it changes, so that it need not be drawn again.
 *
 * @param marks sorted, not overlapping
 */
export function blocksOf<M extends Span>(text: string, marks: readonly M[]): Block<M>[] {
  const blocks: Block<M>[] = [];
  let next = 0;
  for (let start = 0; start <= text.length; ) {
    const first = next;
    let end = lineEnd(text, start);
    for (; next < marks.length && marks[next].start <= end; next++)
      if (marks[next].end > end) end = lineEnd(text, marks[next].end);
    const own = marks.slice(first, next).map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }));
    blocks.push({ start, text: text.slice(start, end), marks: own });
    start = end + 1;
  }
  return blocks;
}

function lineEnd(text: string, offset: number): number {
  const found = text.indexOf("\n", offset);
  return found < 0 ? text.length : found;
}

/** Cuts a block at its marks. */
export function piecesOf<M extends Span>({ text, marks }: Block<M>): (string | M)[] {
  const pieces: (string | M)[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at) pieces.push(text.slice(at, mark.start));
    pieces.push(mark);
    at = mark.end;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

/** A mark with the place of its edit. */
export interface PlacedMark extends Mark, Span {}

/** Gives marks the places of their edits. */
export function placed(marks: readonly Mark[]): PlacedMark[] {
  return marks.map((mark) => ({ ...mark, start: mark.edit.start, end: mark.edit.end }));
}
