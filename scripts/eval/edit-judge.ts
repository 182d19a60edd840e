import type { Edit, Restoration } from "../../src/types.js";
import type { Prediction } from "./calibration.js";
import type { GoldCase } from "./scoring/gold.js";
import { normalised } from "./scoring/score.js";
import { rewritten, type TokenEdit } from "./scoring/token-edits.js";

/** A case's gold edits, to judge edits by. */
export class EditJudge {
  readonly #text: string;
  readonly #gold: readonly TokenEdit[];

  constructor({ text, gold }: GoldCase) {
    this.#text = text;
    this.#gold = gold.map(({ start, end, spun, original }) => ({ start, end, before: spun, after: original }));
  }

  /**
   * Whether an edit, made together with the others that it shares gold edits with, gives back what stood there. One that
   * touches no gold edit is wrong.
   */
  isRight(edit: Edit, others: readonly Edit[]): boolean {
    let { start, end } = edit;
    let gold: TokenEdit[] = [];
    let edits: readonly TokenEdit[] = [edit];
    for (let size = -1; size < gold.length + edits.length; ) {
      size = gold.length + edits.length;
      const within = (span: TokenEdit): boolean => span.start < end && span.end > start;
      gold = this.#gold.filter(within);
      edits = [edit, ...others.filter((other) => other !== edit && within(other))];
      start = Math.min(start, ...gold.map((each) => each.start), ...edits.map((each) => each.start));
      end = Math.max(end, ...gold.map((each) => each.end), ...edits.map((each) => each.end));
    }
    if (gold.length === 0) return false;
    const wanted = rewritten(this.#text, start, end, gold);
    return normalised(rewritten(this.#text, start, end, edits)) === normalised(wanted);
  }
}

/** The edits of a restoration as predictions, its suggestions too if asked for. */
export function judgeEdits(
  { id, text, gold }: GoldCase,
  { edits, suggestions }: Restoration,
  withSuggestions: boolean,
): Prediction[] {
  const judge = new EditJudge({ id, text, gold });
  const judged = (edit: Edit): Prediction => ({ confidence: edit.confidence, right: judge.isRight(edit, edits) });
  return [...edits.map(judged), ...(withSuggestions ? suggestions.map(judged) : [])];
}
