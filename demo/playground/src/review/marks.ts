import type { Edit, Restoration } from "unspin/browser";
import type { Span } from "./spans.js";

/** What a reader wants in a place: the words as they stand, or others. */
export interface Decision extends Span {
  /** `undefined` keeps the original. */
  readonly after: string | undefined;
}

/** An edit or suggestion as it stands after the reader's decisions. */
export interface Mark {
  readonly edit: Edit;
  /** Whether the text has `after` in its place. */
  readonly applied: boolean;
  /** Whether the reader has decided on it. */
  readonly decided: boolean;
  /** The edit's words, or those that the reader took instead. */
  readonly after: string;
}

/** Edits and suggestions with the reader's decisions, in the order of the text. */
export function marksOf(restoration: Restoration, decisions: readonly Decision[]): Mark[] {
  const decided = new Map(decisions.map((decision) => [keyOf(decision), decision]));
  const mark = (edit: Edit, applied: boolean): Mark => {
    const decision = decided.get(keyOf(edit));
    if (!decision) return { edit, applied, decided: false, after: edit.after };
    return { edit, applied: decision.after !== undefined, decided: true, after: decision.after ?? edit.after };
  };
  return [
    ...restoration.edits.map((edit) => mark(edit, true)),
    ...restoration.suggestions.map((edit) => mark(edit, false)),
  ].sort((a, b) => a.edit.start - b.edit.start);
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** The decisions with one more, in place of one on the same words; the same one again takes it back. */
export function decide(decisions: readonly Decision[], decision: Decision): readonly Decision[] {
  const key = keyOf(decision);
  const others = decisions.filter((other) => keyOf(other) !== key);
  const again = decisions.some((other) => keyOf(other) === key && other.after === decision.after);
  return again ? others : [...others, decision];
}

/** The confidence in the words that a mark has, as the library gave it. */
export function confidenceOf({ edit, after }: Mark): number {
  if (after === edit.after) return edit.confidence;
  return edit.alternatives.find(({ text }) => text === after)?.confidence ?? edit.confidence;
}
