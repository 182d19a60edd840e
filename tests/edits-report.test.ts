import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change } from "../src/decision/change.js";
import { applyEdits } from "../src/edits/apply.js";
import { type Account, toEdits } from "../src/edits/report.js";
import type { Edit } from "../src/types.js";
import { scanOf } from "./text-harness.js";

const ACCOUNT: Account = { entry: "test: a > b", reason: "fits", composed: false };

/** The edit of tokens `from` to `to` of a text. */
function editFor(text: string, from: number, to: number, after: string, more: Partial<Change> = {}, account = ACCOUNT) {
  const change: Change = { from, to, text: after, probability: 0.8, candidate: 3, alternatives: [], ...more };
  const edits = toEdits(scanOf(text), [change], () => account);
  expect(edits).toHaveLength(1);
  return edits[0];
}

function sides({ start, before, after }: Edit): readonly [number, string, string] {
  return [start, before, after];
}

describe("an edit", () => {
  it("says of a change what there is to say", () => {
    expect(editFor("the workplace stated", 1, 2, "office")).toEqual({
      start: 4,
      end: 13,
      before: "workplace",
      after: "office",
      confidence: 0.8,
      kind: "word",
      entry: "test: a > b",
      reason: "fits",
      alternatives: [],
    });
  });

  const cases: readonly (readonly [name: string, from: number, to: number, after: string, edit: readonly unknown[]])[] =
    [
      ["nothing in common", 1, 3, "was seen", [4, "old house", "was seen"]],
      ["the first word", 1, 3, "old home", [8, "house", "home"]],
      ["two first words", 0, 3, "the old home", [8, "house", "home"]],
      ["the last word", 1, 3, "aged house", [4, "old", "aged"]],
      ["two last words", 0, 3, "one old house", [0, "the", "one"]],
      ["words on both sides", 0, 3, "the aged house", [4, "old", "aged"]],
      ["what is only part of a word", 1, 3, "older household", [4, "old house", "older household"]],
      ["a word that stands elsewhere", 1, 3, "house old", [4, "old house", "house old"]],
      ["a word of the middle", 0, 3, "an old hut", [0, "the old house", "an old hut"]],
      ["a word too many behind", 1, 3, "old house there", [8, "house", "house there"]],
      ["a word too many before", 1, 3, "very old house", [4, "old", "very old"]],
    ];
  it.each(cases)("shows what changes, and no more: %s", (_, from, to, after, expected) => {
    const text = "the old house stood";
    expect(sides(editFor(text, from, to, after))).toEqual(expected);
  });

  it("has the alternatives that fit what is shown, without the words in common", () => {
    const alternatives = [
      { text: "the aged house", probability: 0.3 },
      { text: "the grand old house", probability: 0.25 },
      { text: "an aged house", probability: 0.2 },
      { text: "the aged barn", probability: 0.1 },
      { text: "the house", probability: 0.05 },
    ];
    expect(editFor("the old house stood", 0, 3, "the new house", { alternatives }).alternatives).toEqual([
      { text: "aged", confidence: 0.3 },
      { text: "grand old", confidence: 0.25 },
    ]);
    const overlapping = [{ text: "so so", probability: 0.1 }];
    expect(editFor("so so so", 0, 3, "so very so", { alternatives: overlapping }).alternatives).toEqual([]);
  });

  it("is of a kind", () => {
    const text = "a workplace in the city";
    expect(editFor(text, 0, 1, "an", { candidate: -1 }).kind).toBe("article");
    expect(editFor(text, 1, 2, "office", { candidate: 0 }).kind).toBe("word");
    expect(editFor(text, 1, 3, "office at", {}, { ...ACCOUNT, composed: true }).kind).toBe("term");
    expect(editFor(text, 1, 2, "place of work").kind).toBe("phrase");
    expect(editFor(text, 1, 3, "within").kind).toBe("phrase");
    expect(editFor(text, 1, 3, "office at").kind).toBe("phrase");
    // What is shown decides: one word of two.
    expect(editFor(text, 1, 3, "workplace at").kind).toBe("word");
  });

  it("makes the same text of it as the change, whatever the words", () => {
    const words = fc.array(fc.constantFrom("a", "b", "ab", "c"), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(words, words, fc.nat(4), fc.nat(4), (text, after, i, j) => {
        const from = Math.min(i, text.length - 1);
        const to = Math.max(from + 1, Math.min(j, text.length));
        const source = text.join(" ");
        const edit = editFor(source, from, to, after.join(" "));
        expect(applyEdits(source, [edit])).toBe([...text.slice(0, from), ...after, ...text.slice(to)].join(" "));
        expect(edit.before.length).toBeGreaterThan(0);
        expect(edit.after.length).toBeGreaterThan(0);
      }),
    );
  });
});
