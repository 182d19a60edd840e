import { LineCursor } from "../edits/lines.js";
import { mergeChanges } from "../edits/pieces.js";
import type { Edit, Restoration } from "../types.js";

/** A place as unist has it: line and column from 1, offset from 0, in UTF-16 code units. */
export interface Point {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** From 0. */
  readonly offset: number;
}

/** A stretch of text as unist has it. */
export interface Place {
  /** Where it begins. */
  readonly start: Point;
  /** Where it ends, exclusive. */
  readonly end: Point;
}

/** An edit as a finding of a linter. */
export interface EditMessage {
  /** "Expected `office` instead of `workplace`". */
  readonly reason: string;
  /** The domain of the dictionary entry: "general", "science", "artefacts". */
  readonly ruleId: string;
  readonly place: Place;
  readonly actual: string;
  /** What may be put there, most probable first. */
  readonly expected: readonly string[];
  /** Why, with dictionary entry and confidence. */
  readonly note: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Whether `unspin` would make the edit, or only propose it. */
  readonly applied: boolean;
}

/** A restoration's edits and, if asked for, suggestions as findings, in the order of the text. */
export function messagesOf(
  text: string,
  { edits, suggestions }: Pick<Restoration, "edits" | "suggestions">,
  options: { readonly suggestions?: boolean } = {},
): EditMessage[] {
  const cursor = new LineCursor(text);
  const point = (offset: number): Point => {
    cursor.moveTo(offset);
    return { line: cursor.line + 1, column: offset - cursor.start + 1, offset };
  };
  return mergeChanges(text, edits, options.suggestions ? suggestions : []).map(({ edit, applied }) => {
    const { start, end, before, after, confidence, entry, reason } = edit;
    const expected = [after, ...edit.alternatives.map((alternative) => alternative.text)];
    const percent = `${Math.round(100 * confidence)} %`;
    return {
      reason: reasonFor(before, after, applied),
      ruleId: domainOf(edit),
      place: { start: point(start), end: point(end) },
      actual: before,
      expected,
      note: `${reason} (${percent} sure; ${entry})`,
      confidence,
      applied,
    };
  });
}

function reasonFor(before: string, after: string, applied: boolean): string {
  const verb = applied ? "Expected" : "Perhaps";
  if (after === "") return `${applied ? "Unexpected" : "Perhaps unneeded"} \`${before}\``;
  return before === "" ? `${verb} \`${after}\` here` : `${verb} \`${after}\` instead of \`${before}\``;
}

function domainOf({ entry }: Edit): string {
  const colon = entry.indexOf(":");
  return colon < 0 ? entry : entry.slice(0, colon);
}
