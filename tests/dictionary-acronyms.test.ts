import { describe, expect, it } from "vitest";
import { createUnspinner } from "../src/unspin.js";

/** A term's words were swapped, its acronym was not. */
const SWAPPED: readonly (readonly [text: string, wanted: string])[] = [
  ["We trained a bolster trajectory machine (SVM) on the survey.", "support vector"],
  ["Two bolster trajectory machines (SVMs) were trained on the survey.", "support vector"],
  ["The attractive reverberation picturing (MRI) of the brain was done.", "magnetic resonance imaging"],
  ["The region under the bend (AUC) was high in both groups.", "area under the curve"],
  ["The gathering head (CH) sends it to the base station.", "cluster"],
];

/** Acronyms that their words spell, or that have nothing to do with a term. */
const CLEAN: readonly string[] = [
  "The support vector machine (SVM) was trained on the survey.",
  "He works for the World Health Organisation (WHO) in Geneva.",
  "Machine vision (CV) has improved in the last ten years.",
  "The committee (AI) met on Monday, and the meeting was short.",
];

describe.each([true, false])("an acronym in brackets (thorough: %s)", (thorough) => {
  const unspinner = createUnspinner({ thorough });

  it.each(SWAPPED)("speaks for the term before it: %s", (text, wanted) => {
    const { edits, suggestions } = unspinner.unspin(text);
    expect(edits).toEqual([]);
    expect(suggestions.map(({ after }) => after)).toContain(wanted);
  });

  it.each(CLEAN)("says nothing where it fits: %s", (text) => {
    const { edits, suggestions } = unspinner.unspin(text);
    expect([...edits, ...suggestions]).toEqual([]);
  });
});
