import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, inverseEdits, type Replacement, revertEdits } from "../src/edits/apply.js";
import { EditError } from "../src/errors.js";
import { anyEdits, EDIT_CASES, editOf } from "./edit-cases.js";

describe("applyEdits and revertEdits", () => {
  it.each(EDIT_CASES)("go there and back: $name", ({ text, edits, restored }) => {
    expect(applyEdits(text, edits)).toBe(restored);
    expect(revertEdits(restored, edits)).toBe(text);
  });

  it("give any text back as it was", () => {
    fc.assert(
      fc.property(anyEdits, ({ text, edits }) => {
        const restored = applyEdits(text, edits);
        expect(revertEdits(restored, edits)).toBe(text);
        expect(inverseEdits(inverseEdits(edits))).toEqual(
          edits.map(({ start, end, before, after }) => ({ start, end, before, after })),
        );
      }),
    );
  });

  it("leave their arguments alone", () => {
    const edits = Object.freeze([Object.freeze(editOf("a b", "b", "c"))]);
    expect(revertEdits(applyEdits("a b", edits), edits)).toBe("a b");
  });
});

describe("edits that do not fit", () => {
  const text = "one two three";
  const two = editOf(text, "two", "2");
  const cases = [
    { name: "other words", edits: [{ ...two, before: "tow" }], index: 0 },
    { name: "another length", edits: [{ ...two, end: two.end + 1 }], index: 0 },
    { name: "overlap", edits: [two, { ...two, start: 6, end: 8, before: "o " }], index: 1 },
    { name: "wrong order", edits: [two, editOf(text, "one", "1")], index: 1 },
    { name: "beyond the end", edits: [two, { ...two, start: 12, end: 20, before: "e" }], index: 1 },
    { name: "before the beginning", edits: [{ ...two, start: -3, end: 0 }], index: 0 },
    { name: "backwards", edits: [{ ...two, start: 7, end: 4 }], index: 0 },
    { name: "no number", edits: [{ ...two, start: Number.NaN }], index: 0 },
    { name: "a fraction", edits: [{ ...two, start: 4.5 }], index: 0 },
    { name: "an end that is a fraction", edits: [{ ...two, end: 6.5 }], index: 0 },
  ];

  it.each(cases)("are refused: $name", ({ edits, index }) => {
    const attempt = (): string => applyEdits(text, edits);
    expect(attempt).toThrow(EditError);
    expect(attempt).toThrow(expect.objectContaining({ code: "edits", index }));
  });

  const messages: readonly (readonly [string, readonly Replacement[]])[] = [
    ["edit 0 covers 7 to 4 of a text of 13 code units", [{ ...two, start: 7, end: 4 }]],
    ["edit 0 covers 4 to 14 of a text of 13 code units", [{ ...two, end: 14 }]],
    ["edit 1 begins at 0, the one before it ends at 7", [two, editOf(text, "one", "1")]],
    ['edit 0 at 4 expects "tow", found "two"', [{ ...two, before: "tow" }]],
    ['edit 0 at 4 expects "two", found "two "', [{ ...two, end: two.end + 1 }]],
  ];
  it.each(messages)("say what is wrong: %s", (message, edits) => {
    expect(() => applyEdits(text, edits)).toThrow(message);
  });

  it("may reach from the first code unit to the last", () => {
    expect(applyEdits(text, [editOf(text, text, "all")])).toBe("all");
    expect(applyEdits(text, [{ start: 13, end: 13, before: "", after: "!" }])).toBe("one two three!");
  });

  it("are refused when reverting too", () => {
    expect(() => revertEdits("one 3 three", [two])).toThrow(EditError);
  });

  it("are quoted in the message, but not in megabytes", () => {
    const long = "x".repeat(1_000_000);
    try {
      applyEdits(long, [{ start: 0, end: long.length, before: "y".repeat(long.length), after: "" }]);
      expect.unreachable();
    } catch (error) {
      expect(String(error)).toMatch(/edit 0 at 0 expects "y+…", found "x+…"/);
      expect(String(error).length).toBeLessThan(300);
    }
    const quoted = (length: number): string =>
      `edit 0 at 0 expects "${"y".repeat(Math.min(length, 60))}${length > 60 ? "…" : ""}"`;
    for (const length of [59, 60, 61]) {
      const edit = { start: 0, end: length, before: "y".repeat(length), after: "" };
      expect(() => applyEdits("x".repeat(length), [edit])).toThrow(quoted(length));
    }
  });
});
