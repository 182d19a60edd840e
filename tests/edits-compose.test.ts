import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, revertEdits } from "../src/edits/apply.js";
import { composeEdits } from "../src/edits/compose.js";
import type { Edit } from "../src/types.js";
import { anyEdits, editOf } from "./edit-cases.js";

/** Edits of a text, from pairs of places and words that are taken as they fit. */
function cutTo(text: string, wishes: readonly (readonly [skip: number, length: number, after: string])[]): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const [skip, length, after] of wishes) {
    const start = at + skip;
    const end = start + length;
    if (end > text.length) break;
    edits.push({ ...editOf("x", "x", after), start, end, before: text.slice(start, end) });
    at = end;
  }
  return edits;
}

const wishes = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 4 }), fc.string({ maxLength: 4 })), {
  maxLength: 5,
});

describe("composeEdits", () => {
  it("makes of two rounds of edits one that does the same, there and back", () => {
    fc.assert(
      fc.property(anyEdits, wishes, ({ text, edits }, more) => {
        const between = applyEdits(text, edits);
        const second = cutTo(between, more);
        const composed = composeEdits(text, between, edits, second);
        const result = applyEdits(between, second);
        expect(applyEdits(text, composed)).toBe(result);
        expect(revertEdits(result, composed)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  const text = "the workplace stated that";
  const first = [editOf(text, "workplace", "bureau"), editOf(text, "stated", "said")];
  const between = applyEdits(text, first);

  it("keeps apart what does not touch", () => {
    const composed = composeEdits(text, between, first, [editOf(between, "that", "this")]);
    expect(composed.map(({ before, after }) => [before, after])).toEqual([
      ["workplace", "bureau"],
      ["stated", "said"],
      ["that", "this"],
    ]);
  });

  it("lets the later edit speak for both where they touch", () => {
    const second = [editOf(between, "bureau", "office", 0, { entry: "later", confidence: 0.7 })];
    const [edit] = composeEdits(text, between, first, second);
    expect(edit).toMatchObject({ before: "workplace", after: "office", entry: "later", confidence: 0.7 });
  });

  it("has no edit left of what was changed and changed back", () => {
    const second = [editOf(between, "bureau", "workplace")];
    expect(composeEdits(text, between, first, second).map(({ before }) => before)).toEqual(["stated"]);
  });

  it("is the first round where there is no second", () => {
    expect(composeEdits(text, between, first, [])).toEqual(first);
  });
});
