import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonDiff } from "../src/diff.js";
import { applyEdits } from "../src/edits/apply.js";
import { EditError } from "../src/errors.js";
import { anyEdits, editOf } from "./edit-cases.js";

describe("jsonDiff", () => {
  const text = "One\r\ntwo stated 😀 stated\nthree";
  const edits = [editOf(text, "stated", "said"), editOf(text, "stated", "declared", 1)];

  it("adds line, column and place in the restored text", () => {
    const { edits: located } = jsonDiff(text, edits);
    expect(
      located.map(({ line, column, restoredStart, restoredEnd }) => [line, column, restoredStart, restoredEnd]),
    ).toEqual([
      [2, 5, 9, 13],
      [2, 15, 17, 25],
    ]);
    expect(located[0]).toMatchObject(edits[0]);
  });

  it("places suggestions where their words still stand", () => {
    const suggestions = [editOf(text, "One", "1"), editOf(text, "three", "3")];
    const diff = jsonDiff(text, edits, { suggestions });
    const restored = applyEdits(text, edits);
    expect(diff.suggestions.map((item) => restored.slice(item.restoredStart, item.restoredEnd))).toEqual([
      "One",
      "three",
    ]);
    expect(diff.suggestions.map((item) => item.line)).toEqual([1, 3]);
  });

  it("finds every edit again in the restored text, and goes through JSON unchanged", () => {
    fc.assert(
      fc.property(anyEdits, (given) => {
        const restored = applyEdits(given.text, given.edits);
        const diff = jsonDiff(given.text, given.edits);
        for (const edit of diff.edits) {
          expect(restored.slice(edit.restoredStart, edit.restoredEnd)).toBe(edit.after);
          const lines = given.text.split("\n");
          expect(lines.slice(0, edit.line - 1).join("\n").length + (edit.line > 1 ? 1 : 0) + edit.column - 1).toBe(
            edit.start,
          );
        }
        expect(JSON.parse(JSON.stringify(diff))).toEqual(diff);
      }),
    );
  });

  it("refuses suggestions that overlap an edit", () => {
    expect(() => jsonDiff(text, edits, { suggestions: [editOf(text, "two stated", "2")] })).toThrow(EditError);
  });
});
