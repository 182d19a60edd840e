import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedBlocks } from "../src/edits/blocks.js";
import { groupByContext } from "../src/edits/hunks.js";
import { LineCursor, lineEnd, lineStart, linesAfter, linesBefore, splitLines } from "../src/edits/lines.js";
import { mergeChanges, piecesOf } from "../src/edits/pieces.js";
import { EditError } from "../src/errors.js";
import { editOf } from "./edit-cases.js";

const lined = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 20 });

/** The definition: where each line begins. */
function starts(text: string): number[] {
  return [0, ...[...text].flatMap((character, i) => (character === "\n" ? [i + 1] : []))];
}

describe("lines", () => {
  it("are found for every offset of every text", () => {
    fc.assert(
      fc.property(lined, (text) => {
        const cursor = new LineCursor(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const before = starts(text).filter((start) => start <= offset);
          cursor.moveTo(offset);
          expect([cursor.line, cursor.start]).toEqual([before.length - 1, before.at(-1)]);
          expect(lineStart(text, offset)).toBe(before.at(-1));
          const newline = [...text].findIndex((character, i) => i >= offset && character === "\n");
          expect(lineEnd(text, offset)).toBe(newline < 0 ? text.length : newline + 1);
        }
      }),
    );
  });

  it("are split with their line breaks", () => {
    expect(splitLines("")).toEqual([]);
    expect(splitLines("a")).toEqual(["a"]);
    expect(splitLines("a\n\nb\n")).toEqual(["a\n", "\n", "b\n"]);
    fc.assert(
      fc.property(lined, (text) => {
        expect(splitLines(text).join("")).toBe(text);
      }),
    );
  });

  it("are gone back and on over, by whole ones", () => {
    const text = "one\ntwo\nthree\nfour";
    expect([0, 1, 2, 9].map((lines) => linesBefore(text, 14, lines, 0))).toEqual([14, 8, 4, 0]);
    expect([1, 2, 9].map((lines) => linesBefore(text, 14, lines, 4))).toEqual([8, 4, 4]);
    expect(linesBefore(text, 8, 1, 6)).toBe(6);
    expect([0, 1, 2, 9].map((lines) => linesAfter(text, 4, lines))).toEqual([4, 8, 14, 18]);
    expect(linesAfter(text, 18, 1)).toBe(18);
  });
});

describe("changed blocks", () => {
  const blocksOf = (text: string, ...edits: ReturnType<typeof editOf>[]) =>
    changedBlocks(text, mergeChanges(text, edits)).map(({ start, end, line, changes }) => [
      text.slice(start, end),
      line,
      changes.map(({ edit }) => edit.before),
    ]);

  it("are whole lines, and those that touch no other are by themselves", () => {
    const text = "a b\nc d\ne f";
    expect(blocksOf(text, editOf(text, "a", "x"), editOf(text, "b", "x"), editOf(text, "f", "x"))).toEqual([
      ["a b\n", 0, ["a", "b"]],
      ["e f", 2, ["f"]],
    ]);
    expect(blocksOf(text, editOf(text, "a", "x"), editOf(text, "c", "x"))).toEqual([
      ["a b\n", 0, ["a"]],
      ["c d\n", 1, ["c"]],
    ]);
  });

  it("reach over the lines that an edit joins, however many follow", () => {
    const text = "a\nb\nc\nd\n";
    expect(blocksOf(text, editOf(text, "a", "x"), editOf(text, "\n", " "))).toEqual([["a\nb\n", 0, ["a", "\n"]]]);
    expect(blocksOf(text, editOf(text, "a\n", "x"), editOf(text, "b\nc", "y"))).toEqual([
      ["a\nb\nc\n", 0, ["a\n", "b\nc"]],
    ]);
  });

  it("hold what is added behind the last line, and behind a line break a block of its own", () => {
    const insertion = (at: number) => ({ ...editOf("x", "x", "new"), start: at, end: at, before: "" });
    expect(blocksOf("a b", editOf("a b", "a", "x"), insertion(3))).toEqual([["a b", 0, ["a", ""]]]);
    expect(blocksOf("a b\n", editOf("a b\n", "a", "x"), insertion(4))).toEqual([
      ["a b\n", 0, ["a"]],
      ["", 1, [""]],
    ]);
    expect(blocksOf("", insertion(0), insertion(0))).toEqual([["", 0, ["", ""]]]);
  });
});

describe("stretches shown together", () => {
  const text = Array.from({ length: 20 }, (_, i) => `${i + 10}\n`).join("");
  const range = (line: number) => ({ start: line * 3, end: line * 3 + 3 });
  const shown = (context: number, ...lines: number[]) =>
    groupByContext(text, lines.map(range), context).map(({ start, end, ranges }) => [
      start / 3,
      end / 3,
      ranges.length,
    ]);

  it("are those with at most twice the context between them", () => {
    expect(shown(2, 5)).toEqual([[3, 8, 1]]);
    expect(shown(2, 5, 10)).toEqual([[3, 13, 2]]);
    expect(shown(2, 5, 11)).toEqual([
      [3, 8, 1],
      [9, 14, 1],
    ]);
    expect(shown(0, 5, 6)).toEqual([[5, 7, 2]]);
    expect(shown(0, 5, 7)).toEqual([
      [5, 6, 1],
      [7, 8, 1],
    ]);
    expect(shown(3, 1, 18)).toEqual([
      [0, 5, 1],
      [15, 20, 1],
    ]);
  });
});

describe("pieces of a text", () => {
  const text = "one two three";

  it("are what stands between changes, and the changes, never an empty stretch", () => {
    const pieces = (...edits: ReturnType<typeof editOf>[]) =>
      [...piecesOf(text, mergeChanges(text, edits))].map((piece) =>
        typeof piece === "string" ? piece : [piece.edit.after],
      );
    expect(pieces()).toEqual(["one two three"]);
    expect(pieces(editOf(text, "one", "1"), editOf(text, " two", "2"))).toEqual([["1"], ["2"], " three"]);
    expect(pieces(editOf(text, "three", "3"))).toEqual(["one two ", ["3"]]);
    expect([...piecesOf("", [])]).toEqual([]);
  });

  it("have edits and suggestions in the order of the text", () => {
    const edits = [editOf(text, "two", "2")];
    const order = (suggestions: ReturnType<typeof editOf>[]) =>
      mergeChanges(text, edits, suggestions).map(({ edit, applied }) => `${edit.before}${applied ? "" : "?"}`);
    expect(order([])).toEqual(["two"]);
    expect(order([editOf(text, "one", "1"), editOf(text, "three", "3")])).toEqual(["one?", "two", "three?"]);
    expect(() => order([editOf(text, "two", "II")])).toThrow(EditError);
    expect(() => order([editOf(text, "one two", "12")])).toThrow(EditError);
    expect(() => order([{ ...editOf(text, "three", "3"), before: "tree" }])).toThrow(EditError);
  });
});
