import { checkEdits, type Replacement } from "./apply.js";

/** A stretch of text between changes, or a change. */
export type Piece<Change> = string | Change;

/** Whether an edit was made or only proposed. */
export interface Change<E extends Replacement = Replacement> {
  readonly edit: E;
  readonly applied: boolean;
}

/**
 * Edits and suggestions in the order of the text, checked against it and against each other.
 *
 * @throws {EditError} if one of them does not fit
 */
export function mergeChanges<E extends Replacement>(
  text: string,
  edits: readonly E[],
  suggestions: readonly E[] = [],
): Change<E>[] {
  checkEdits(text, edits);
  if (suggestions.length === 0) return edits.map((edit) => ({ edit, applied: true }));
  checkEdits(text, suggestions);
  const changes: Change<E>[] = [];
  let next = 0;
  for (const edit of edits) {
    for (; next < suggestions.length && suggestions[next].start < edit.start; next++) {
      changes.push({ edit: suggestions[next], applied: false });
    }
    changes.push({ edit, applied: true });
  }
  for (; next < suggestions.length; next++) changes.push({ edit: suggestions[next], applied: false });
  // Each list is in order by itself, so that only an edit next to a suggestion can overlap it.
  checkEdits(
    text,
    changes.map((change) => change.edit),
  );
  return changes;
}

/** Cuts `text.slice(start, end)` at the changes that lie in it; empty stretches are left out. */
export function* piecesOf<C extends Change>(
  text: string,
  changes: readonly C[],
  start = 0,
  end = text.length,
): Generator<Piece<C>> {
  let at = start;
  for (const change of changes) {
    if (change.edit.start > at) yield text.slice(at, change.edit.start);
    yield change;
    at = change.edit.end;
  }
  if (at < end) yield text.slice(at, end);
}
