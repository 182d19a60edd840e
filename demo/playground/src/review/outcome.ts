import { applyEdits, type Edit, type Restoration } from "unspin/browser";
import { confidenceOf, type Mark } from "./marks.js";

/** What is left when the reader is done. */
export interface Outcome extends Restoration {
  /** Edits that the reader turned down. */
  readonly rejected: readonly Edit[];
}

/** The restoration as the reader wants it. */
export function outcomeOf(text: string, marks: readonly Mark[], detection: Restoration["detection"]): Outcome {
  const edits = marks.filter(({ applied }) => applied).map(chosenEdit);
  const left = marks.filter(({ applied }) => !applied);
  return {
    text: applyEdits(text, edits),
    edits,
    suggestions: left.filter(({ decided }) => !decided).map(({ edit }) => edit),
    rejected: left.filter(({ decided }) => decided).map(({ edit }) => edit),
    detection,
  };
}

/** The edit with the words that the reader took; the library's own join the alternatives. */
function chosenEdit(mark: Mark): Edit {
  const { edit, after } = mark;
  if (after === edit.after) return edit;
  const others = edit.alternatives.filter(({ text }) => text !== after);
  const alternatives = [{ text: edit.after, confidence: edit.confidence }, ...others];
  return { ...edit, after, confidence: confidenceOf(mark), alternatives };
}
