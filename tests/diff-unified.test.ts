import { applyPatch, parsePatch } from "diff";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unifiedDiff } from "../src/diff.js";
import { applyEdits } from "../src/edits/apply.js";
import { anyEdits, EDIT_CASES, editOf } from "./edit-cases.js";

/** What a patch tool makes of the diff. */
function patched(text: string, diff: string): string | false {
  return diff === "" ? text : applyPatch(text, diff, { autoConvertLineEndings: false });
}

/** Lines from 1 to `count`, each with its number and the word "stated". */
function numbered(count: number): string {
  return Array.from({ length: count }, (_, i) => `${i + 1} stated\n`).join("");
}

describe("unifiedDiff", () => {
  it.each(EDIT_CASES)("makes a patch that applies: $name", ({ text, edits, restored }) => {
    const diff = unifiedDiff(text, edits);
    expect(patched(text, diff)).toBe(restored);
    expect(diff === "").toBe(text === restored);
  });

  it("makes a patch that applies, whatever the text, the edits and the context", () => {
    fc.assert(
      fc.property(anyEdits, fc.nat(4), ({ text, edits }, context) => {
        expect(patched(text, unifiedDiff(text, edits, { context }))).toBe(applyEdits(text, edits));
      }),
      { numRuns: 500 },
    );
  });

  it("makes a patch that applies where the last line break goes and something else is put behind it", () => {
    const text = "a\nb\n";
    const edits = [
      { start: 3, end: 4, before: "\n", after: "" },
      { start: 4, end: 4, before: "", after: "c" },
    ];
    expect(patched(text, unifiedDiff(text, edits, { context: 0 }))).toBe("a\nbc");
  });

  it("looks like diff -u", () => {
    const text = numbered(5);
    expect(
      unifiedDiff(text, [editOf(text, "3 stated", "3 said")], { context: 1, oldName: "a/x", newName: "b/x" }),
    ).toBe(["--- a/x", "+++ b/x", "@@ -2,3 +2,3 @@", " 2 stated", "-3 stated", "+3 said", " 4 stated", ""].join("\n"));
  });

  it("names both sides if nobody does", () => {
    expect(unifiedDiff("a\n", [editOf("a\n", "a", "b")])).toBe("--- a/text\n+++ b/text\n@@ -1,1 +1,1 @@\n-a\n+b\n");
  });

  const within: readonly (readonly [name: string, before: string, after: string, lines: readonly string[]])[] = [
    ["the middle line", "a\nb\nc\n", "a\nx\nc\n", ["@@ -2,1 +2,1 @@", "-b", "+x"]],
    ["the first line", "a\nb\nc\n", "x\nb\nc\n", ["@@ -1,1 +1,1 @@", "-a", "+x"]],
    ["the last line", "a\nb\nc\n", "a\nb\nx\n", ["@@ -3,1 +3,1 @@", "-c", "+x"]],
    ["a line less of the same", "a\na\na\n", "a\na\n", ["@@ -3,1 +2,0 @@", "-a"]],
    ["a line more of the same", "a\na\n", "a\na\na\n", ["@@ -2,0 +3,1 @@", "+a"]],
    ["two lines for one", "a\nb\nc\n", "a\nx\ny\nc\n", ["@@ -2,1 +2,2 @@", "-b", "+x", "+y"]],
    ["a line less at the end", "a\nb\n", "a\n", ["@@ -2,1 +1,0 @@", "-b"]],
    ["a line less at the beginning", "a\nb\n", "b\n", ["@@ -1,1 +0,0 @@", "-a"]],
  ];
  it.each(within)("removes and adds only the lines that change: %s", (_, before, after, lines) => {
    const edit = { start: 0, end: before.length, before, after };
    const diff = unifiedDiff(before, [edit], { context: 0 });
    expect(diff.trimEnd().split("\n").slice(2)).toEqual(lines);
  });

  it("says when the last line has no line break", () => {
    expect(unifiedDiff("stated", [editOf("stated", "stated", "said")])).toContain(
      ["-stated", "\\ No newline at end of file", "+said", "\\ No newline at end of file"].join("\n"),
    );
  });

  it("joins hunks that would meet, and only those", () => {
    const text = numbered(40);
    const hunks = (...lines: number[]): number => {
      const edits = lines.map((line) => editOf(text, `\n${line} stated`, `\n${line} said`));
      return parsePatch(unifiedDiff(text, edits, { context: 3 }))[0]?.hunks.length ?? 0;
    };
    expect(hunks(10, 17)).toBe(1);
    expect(hunks(10, 19)).toBe(2);
    expect(hunks(2, 3, 39)).toBe(2);
  });

  it("keeps line numbers right behind lines that come and go", () => {
    const text = numbered(30);
    const edits = [editOf(text, "5 stated\n", ""), editOf(text, "25 stated", "25\nstated\nagain")];
    const [patch] = parsePatch(unifiedDiff(text, edits, { context: 0 }));
    expect(patch?.hunks.map(({ oldStart, oldLines, newStart, newLines }) => [oldStart, oldLines, newStart, newLines]))
      // A side without lines is given by the line before it.
      .toEqual([
        [5, 1, 5, 0],
        [25, 1, 24, 3],
      ]);
    expect(patched(text, unifiedDiff(text, edits))).toBe(applyEdits(text, edits));
  });

  it("leaves out edits that change nothing", () => {
    expect(unifiedDiff("a\nb\n", [editOf("a\nb\n", "b", "b")])).toBe("");
  });

  it("does not let a file name break the header", () => {
    const diff = unifiedDiff("a", [editOf("a", "a", "b")], { oldName: "x\n+++ y" });
    expect(diff.split("\n")[0]).toBe('--- "x\\n+++ y"');
  });
});
