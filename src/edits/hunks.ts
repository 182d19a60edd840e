import { linesAfter, linesBefore } from "./lines.js";

/** Whole lines of a text. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** Line ranges that stand close to each other, with the unchanged lines around them. */
export interface Hunk<Range extends LineRange> extends LineRange {
  readonly ranges: readonly Range[];
}

/** Groups line ranges: those with at most twice `context` unchanged lines between them are shown together. */
export function groupByContext<Range extends LineRange>(
  text: string,
  ranges: readonly Range[],
  context: number,
): Hunk<Range>[] {
  const hunks: Hunk<Range>[] = [];
  for (let first = 0; first < ranges.length; ) {
    const least = hunks.at(-1)?.end ?? 0;
    const start = linesBefore(text, ranges[first].start, context, least);
    let next = first;
    let end = start;
    do {
      const last = ranges[next++].end;
      end = linesAfter(text, last, context);
      if (next < ranges.length && linesBefore(text, ranges[next].start, context, last) > end) break;
    } while (next < ranges.length);
    hunks.push({ start, end, ranges: ranges.slice(first, next) });
    first = next;
  }
  return hunks;
}
