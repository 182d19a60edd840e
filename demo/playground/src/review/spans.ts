/** A stretch of text, in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where two texts differ: the one has `removed` code units at `start`, the other `added`. */
interface Difference {
  readonly start: number;
  readonly removed: number;
  readonly added: number;
}

/** Somebody types, pastes or deletes in one place: what lies before and behind it is the same in both texts. */
function differenceOf(before: string, after: string): Difference {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let kept = 0;
  while (
    kept < shorter - start &&
    before.charCodeAt(before.length - 1 - kept) === after.charCodeAt(after.length - 1 - kept)
  )
    kept++;
  return { start, removed: before.length - start - kept, added: after.length - start - kept };
}

/** Spans of one text where they are in another that was made from it by typing; those that were touched are left out. */
export function moveSpans<S extends Span>(spans: readonly S[], before: string, after: string): readonly S[] {
  if (before === after) return spans;
  const { start, removed, added } = differenceOf(before, after);
  const shift = added - removed;
  return spans.flatMap((span): S[] => {
    if (span.end <= start) return [span];
    if (span.start < start + removed) return [];
    return [{ ...span, start: span.start + shift, end: span.end + shift }];
  });
}
