import type { Mend } from "../artefacts/mend.js";

/** The kinds of sign that a text was translated by a machine, or by somebody who thought in another language. */
export type SignKind =
  /** A phrase that is never English. */
  | "calque"
  /** A phrase that is seldom English. */
  | "looseCalque"
  /** "since ten years". */
  | "duration"
  /** Figures: decimal commas, dots between thousands, "5 millions of". */
  | "figure"
  /** A month or a day in another language. */
  | "date"
  /** "the" before a name or a title with one. */
  | "article"
  /** Quotation marks that are wrong in every language: “ like this “ */
  | "brokenQuotation"
  /** Marks of another language around English words: « so » */
  | "foreignMark";

/** A place that shows a sign, or that is merely put right where a text has others. */
export interface Sign {
  /** `undefined` for one that says nothing about the text. */
  readonly kind: SignKind | undefined;
  /** What is written there instead: the edits of one sign are made together. */
  readonly mends: readonly Mend[];
  /** Whether it is worth a proposal in a text that shows no other: it is hardly ever meant as it stands. */
  readonly odd?: boolean;
}

/** A mend of this domain. @param rule what an edit names as its entry, after "translation: " */
export function translationMend(start: number, end: number, text: string, probability: number, rule: string): Mend {
  return {
    start,
    end,
    text,
    probability,
    kind: "translation",
    entry: `translation: ${rule}`,
    reason: "a habit of another language, in a text that shows several",
    alternatives: [],
  };
}
