import type { Edit } from "../types.js";

interface Placed {
  /** In the text between the two. */
  readonly start: number;
  readonly end: number;
  readonly edit: Edit;
  readonly second: boolean;
}

/**
 * Edits of a text and edits of what they gave, as one list of edits of the first text. Where the two touch, the later one
 * speaks for both.
 *
 * @param text the first text
 * @param between what the first edits gave
 */
export function composeEdits(text: string, between: string, first: readonly Edit[], second: readonly Edit[]): Edit[] {
  if (second.length === 0) return [...first];
  const placed: Placed[] = second.map((edit) => ({ start: edit.start, end: edit.end, edit, second: true }));
  let shift = 0;
  for (const edit of first) {
    const start = edit.start + shift;
    placed.push({ start, end: start + edit.after.length, edit, second: false });
    shift += edit.after.length - (edit.end - edit.start);
  }
  placed.sort((a, b) => a.start - b.start || a.end - b.end);
  const composed: Edit[] = [];
  let grown = 0;
  for (let i = 0; i < placed.length; ) {
    let end = placed[i].end;
    let j = i + 1;
    while (j < placed.length && placed[j].start < end) end = Math.max(end, placed[j++].end);
    const cluster = placed.slice(i, j);
    const growth = cluster.reduce(
      (sum, { edit, second }) => (second ? sum : sum + edit.after.length - edit.before.length),
      0,
    );
    const start = placed[i].start - grown;
    const edit = merged(text, between, cluster, start, end - grown - growth, end);
    // What was changed and changed back is no edit.
    if (edit.after !== edit.before) composed.push(edit);
    grown += growth;
    i = j;
  }
  return composed;
}

/** One edit for a cluster that touches. @param start in the first text, as `end`; `endBetween` in the other */
function merged(
  text: string,
  between: string,
  cluster: readonly Placed[],
  start: number,
  end: number,
  endBetween: number,
): Edit {
  if (cluster.length === 1) return { ...cluster[0].edit, start, end };
  let after = "";
  let at = cluster[0].start;
  let last = cluster[0].edit;
  for (const { start: from, end: to, edit, second } of cluster) {
    if (!second) continue;
    after += between.slice(at, from) + edit.after;
    at = to;
    last = edit;
  }
  after += between.slice(at, endBetween);
  const confidence = Math.min(...cluster.map(({ edit }) => edit.confidence));
  return { ...last, start, end, before: text.slice(start, end), after, confidence, alternatives: [] };
}
