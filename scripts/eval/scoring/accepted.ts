import type { GoldEdit } from "./gold.js";
import { rewritten } from "./token-edits.js";

/**
 * Adds what is as good as the reference. All gold edits in a phrase of the text become one, which may be met by what the
 * reference has there or by one of the phrase's own forms; where the reference leaves the phrase, leaving it is right too.
 *
 * @param accept phrases as they stand in the text, and the forms that are as good in their place
 */
export function withAccepted(
  text: string,
  gold: readonly GoldEdit[],
  accept: readonly (readonly [phrase: string, forms: readonly string[]])[],
): GoldEdit[] {
  let result = [...gold];
  for (const [phrase, forms] of accept) {
    for (const from of occurrencesOf(text, phrase)) {
      const to = from + phrase.length;
      const touching = result.filter((each) => each.start < to && each.end > from);
      const start = Math.min(from, ...touching.map((each) => each.start));
      const end = Math.max(to, ...touching.map((each) => each.end));
      const edits = touching.map((each) => ({ ...each, before: each.spun, after: each.original }));
      const merged: GoldEdit = {
        start,
        end,
        spun: text.slice(start, end),
        original: rewritten(text, start, end, edits),
        accept: forms.map((form) => text.slice(start, from) + form + text.slice(to, end)),
        silent: touching.length > 0 && touching.every((each) => each.silent),
      };
      result = [...result.filter((each) => !touching.includes(each)), merged];
    }
  }
  return result.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Where a phrase stands as whole words. */
function occurrencesOf(text: string, phrase: string): number[] {
  const escaped = phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return Array.from(
    text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "gu")),
    (match) => match.index,
  );
}
