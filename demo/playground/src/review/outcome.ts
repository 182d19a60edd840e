import type { Edit, Restoration } from "unspin/browser";
import { piecesOf, placed } from "./blocks.js";
import { confidenceOf, type Mark } from "./marks.js";

/** What is left when the reader is done. */
export interface Outcome extends Restoration {
  /** Edits that the reader turned down. */
  readonly rejected: readonly Edit[];
}

/** The restoration as the reader wants it. */
export function outcomeOf(text: string, marks: readonly Mark[], detection: Restoration["detection"]): Outcome {
  const left = marks.filter(({ applied }) => !applied);
  return {
    text: chosenText(text, marks),
    edits: marks.filter(({ applied }) => applied).map(chosenEdit),
    suggestions: left.filter(({ decided }) => !decided).map(({ edit }) => edit),
    rejected: left.filter(({ decided }) => decided).map(({ edit }) => edit),
    detection,
  };
}

function chosenText(text: string, marks: readonly Mark[]): string {
  const pieces = piecesOf({ start: 0, text, marks: placed(marks) });
  const words = ({ applied, after, edit }: Mark): string => (applied ? after : edit.before);
  return pieces.map((piece) => (typeof piece === "string" ? piece : words(piece))).join("");
}

/** The edit with the words that the reader took; the library's own join the alternatives. */
function chosenEdit(mark: Mark): Edit {
  const { edit, after } = mark;
  if (after === edit.after) return edit;
  const others = edit.alternatives.filter(({ text }) => text !== after);
  const alternatives = [{ text: edit.after, confidence: edit.confidence }, ...others];
  return { ...edit, after, confidence: confidenceOf(mark), alternatives };
}
