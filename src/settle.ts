import { composeEdits } from "./edits/compose.js";
import type { Ignore, Span } from "./ignore.js";
import type { Edit, Restoration } from "./types.js";

/** Real texts settle after the first restoration or the second. */
const MOST_ROUNDS = 4;

/**
 * Restores a text until nothing more would change: what is restored sheds light on what was left, and a text that goes
 * through twice must come out as it did the first time.
 *
 * @param restore restores once
 */
export function settle(
  restore: (text: string, ignore: readonly Ignore[]) => Restoration,
  text: string,
  ignore: readonly Ignore[],
): Restoration {
  let result = restore(text, ignore);
  for (let round = 1; round < MOST_ROUNDS && result.edits.length > 0; round++) {
    const { edits, text: between } = result;
    const again = restore(
      between,
      ignore.map((item) => carried(item, edits)),
    );
    if (again.edits.length === 0) break;
    const composed = composeEdits(text, between, edits, again.edits);
    const free = (suggestion: Edit): boolean =>
      composed.every((edit) => edit.end <= suggestion.start || edit.start >= suggestion.end);
    result = { ...result, text: again.text, edits: composed, suggestions: result.suggestions.filter(free) };
  }
  return result;
}

/** An ignored span moves with the edits before it; words and patterns stay what they are. */
function carried(item: Ignore, edits: readonly Edit[]): Ignore {
  if (typeof item === "string" || item instanceof RegExp) return item;
  const moved = (at: number): number =>
    edits.reduce((to, edit) => (edit.end <= at ? to + edit.after.length - edit.before.length : to), at);
  const span: Span = { start: moved(item.start), end: moved(item.end) };
  return span;
}
