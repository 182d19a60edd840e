import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ansiDiff } from "../src/diff.js";
import { paintSpans } from "../src/edits/paint.js";
import { terminalWidth } from "../src/edits/terminal-width.js";
import { makeVisible } from "../src/edits/visible.js";
import { type Span, wrapSpans } from "../src/edits/wrap.js";
import { anyEdits, EDIT_CASES, editOf } from "./edit-cases.js";

const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, "g");
const HIDDEN = /(?![\t\n])\p{Cc}|\p{Cs}|\p{Bidi_Control}/u;
const whole = { context: Number.POSITIVE_INFINITY };

describe("ansiDiff", () => {
  const text = "The mayor's workplace stated it.\nNothing here.\nNor here.\n";
  const edits = [editOf(text, "workplace", "office"), editOf(text, "stated", "said")];

  it("marks words without colours as git does", () => {
    expect(ansiDiff(text, edits, { color: false, ...whole })).toBe(
      "The mayor's [-workplace-]{+office+} [-stated-]{+said+} it.\nNothing here.\nNor here.\n",
    );
  });

  it("strikes out and underlines in colours", () => {
    const diff = ansiDiff(text, edits.slice(0, 1), whole);
    expect(diff).toContain("\u001b[31;9mworkplace\u001b[0m \u001b[32;4moffice\u001b[0m stated");
  });

  it("shows the lines around a change and says which they are", () => {
    expect(ansiDiff(text, edits, { color: false, context: 1 })).toBe(
      "@@ line 1 @@\nThe mayor's [-workplace-]{+office+} [-stated-]{+said+} it.\nNothing here.\n",
    );
    expect(ansiDiff(text, [], { color: false })).toBe("");
  });

  it("shows suggestions as such", () => {
    const options = { color: false, suggestions: [editOf(text, "here", "there")], ...whole };
    expect(ansiDiff(text, edits, options)).toContain("Nothing [?here|there?].");
    expect(ansiDiff(text, edits, { ...options, color: true })).toContain("here\u001b[33m (there?)\u001b[0m");
  });

  it("shows insertions and deletions without the side that they lack", () => {
    const given = "one two";
    const added = [{ ...editOf(given, "one", "zero "), end: 0, before: "" }];
    const removed = [editOf(given, " two", "")];
    expect(ansiDiff(given, added, { color: false, ...whole })).toBe("{+zero +}one two\n");
    expect(ansiDiff(given, added, whole)).toBe("\u001b[32;4mzero \u001b[0mone two\n");
    expect(ansiDiff(given, removed, { color: false, ...whole })).toBe("one[- two-]\n");
    expect(ansiDiff(given, removed, whole)).toBe("one\u001b[31;9m two\u001b[0m\n");
    expect(ansiDiff(given, [], { suggestions: removed, ...whole })).toBe("one two\u001b[33m (nothing?)\u001b[0m\n");
    expect(ansiDiff(given, [], { suggestions: removed, color: false, ...whole })).toBe("one[? two|?]\n");
  });

  it("keeps spaces as they are unless it wraps", () => {
    const spaced = "a  stated   it \n\n  b\n";
    const edit = [editOf(spaced, "stated", "said")];
    expect(ansiDiff(spaced, edit, { color: false, ...whole })).toBe("a  [-stated-]{+said+}   it \n\n  b\n");
    expect(ansiDiff(spaced, edit, { color: false, width: 80, ...whole })).toBe("a  [-stated-]{+said+}   it\n\n  b\n");
  });

  it("says on which line each stretch begins", () => {
    const long = "stated\n".repeat(30);
    const diff = ansiDiff(long, [editOf(long, "stated", "said", 4), editOf(long, "stated", "said", 20)], {
      context: 0,
    });
    expect(diff).toBe(
      [5, 21]
        .map((line) => `\u001b[2m@@ line ${line} @@\u001b[0m\n\u001b[31;9mstated\u001b[0m \u001b[32;4msaid\u001b[0m\n`)
        .join(""),
    );
  });

  it.each(EDIT_CASES)("lets nothing of the text act on the terminal: $name", (given) => {
    for (const color of [true, false]) {
      const shown = ansiDiff(given.text, given.edits, { color, width: 20, ...whole }).replace(ESCAPES, "");
      expect(shown).not.toMatch(HIDDEN);
    }
  });

  it("lets nothing act on the terminal, whatever the text", () => {
    fc.assert(
      fc.property(anyEdits, fc.nat(2), (given, context) => {
        expect(ansiDiff(given.text, given.edits, { context, width: 10 }).replace(ESCAPES, "")).not.toMatch(HIDDEN);
      }),
    );
  });

  it("shows an escape sequence in the text instead of obeying it", () => {
    const sly = "\u001b]0;owned\u0007 \u009b31m stated";
    expect(ansiDiff(sly, [editOf(sly, "stated", "\u001b[2Jsaid")], { color: false })).toContain(
      "␛]0;owned␇ <U+009B>31m [-stated-]{+␛[2Jsaid+}",
    );
  });

  it("fits the width", () => {
    const long = "She stated it again and again, and 長い言葉 too. ".repeat(30);
    const all = Array.from({ length: 30 }, (_, i) => editOf(long, "stated", "said", i));
    const lines = ansiDiff(long, all, { width: 40, ...whole })
      .replace(ESCAPES, "")
      .trimEnd()
      .split("\n");
    expect(Math.max(...lines.map(terminalWidth))).toBeLessThanOrEqual(40);
    expect(lines.join(" ").match(/stated said/g)).toHaveLength(30);
  });
});

describe("makeVisible", () => {
  const cases = [
    ["plain text,\twith tab\nand line", "plain text,\twith tab\nand line"],
    ["\u0000\u001b\r\u007f", "␀␛␍␡"],
    ["\u001f !", "␟ !"],
    ["\u0085\u200b\u2028\ufeff", "<U+0085><U+200B><U+2028><U+FEFF>"],
    ["\ud83d", "<U+D83D>"],
    ["\udc00\ud83d\ude00", "<U+DC00>😀"],
    ["a\u202eb\u2066c\u061c", "a<U+202E>b<U+2066>c<U+061C>"],
    ["👩‍👧 نمی‌دانم", "👩‍👧 نمی‌دانم"],
  ] as const;

  it.each(cases)("%j", (text, visible) => {
    expect(makeVisible(text)).toBe(visible);
  });
});

describe("paintSpans", () => {
  const styles: readonly (readonly [Span["style"], string])[] = [
    ["removed", "31;9"],
    ["added", "32;4"],
    ["proposed", "33"],
    ["faint", "2"],
    ["strong", "1"],
    ["good", "32;1"],
    ["bad", "31;1"],
  ];
  it.each(styles)("paints what is %s", (style, code) => {
    expect(paintSpans([{ text: "so", style }], true)).toBe(`\u001b[${code}mso\u001b[0m`);
    expect(paintSpans([{ text: "so", style }], false)).toBe("so");
  });

  it("paints neighbours of a style together, and what is plain not at all", () => {
    const spans: Span[] = [
      { text: "a", style: "plain" },
      { text: "b", style: "bad" },
      { text: "c", style: "bad" },
      { text: "d", style: "plain" },
    ];
    expect(paintSpans(spans, true)).toBe("a\u001b[31;1mbc\u001b[0md");
    expect(paintSpans([], true)).toBe("");
  });
});

describe("terminalWidth", () => {
  const widths: readonly (readonly [string, number])[] = [
    ["", 0],
    ["plain ~", 7],
    ["é", 1],
    ["e\u0301", 1],
    ["日本", 4],
    ["a日", 3],
    ["日a", 3],
    ["😀", 2],
    ["👩\u200d👧", 4],
    ["ab\u200cd", 3],
  ];
  it.each(widths)("of %j is %i", (text, width) => expect(terminalWidth(text)).toBe(width));
});

describe("wrapSpans", () => {
  const plain = (text: string): Span[] => [{ text, style: "plain" }];
  const rows = (text: string, width: number): string[] =>
    wrapSpans(plain(text), width).map((row) => row.map((span) => span.text).join(""));

  it("breaks at spaces", () => {
    expect(rows("one two three", 7)).toEqual(["one two", "three"]);
    expect(rows("  indented line", 10)).toEqual(["  indented", "line"]);
    expect(rows("", 10)).toEqual([""]);
    expect(rows("one  two   three", 8)).toEqual(["one  two", "three"]);
    expect(rows("one two three", 13)).toEqual(["one two three"]);
    expect(rows("one two three", 12)).toEqual(["one two", "three"]);
  });

  it("counts eight columns for a tab", () => {
    expect(rows("a\tbc", 11)).toEqual(["a\tbc"]);
    expect(rows("a\tbc", 10)).toEqual(["a", "bc"]);
    expect(rows("a\t\tbc", 19)).toEqual(["a\t\tbc"]);
    expect(rows("a\t\tbc", 18)).toEqual(["a", "bc"]);
  });

  it("leaves a word whole that just fits", () => {
    const spans: Span[] = [...plain("ab"), { text: "cd", style: "added" }];
    expect(wrapSpans(spans, 4)).toEqual([spans]);
    expect(wrapSpans(plain("abcdef"), 4)).toEqual([plain("abcd"), plain("ef")]);
  });

  it("cuts words that are too long, between whole characters", () => {
    expect(rows("ab abcdefghij k", 4)).toEqual(["ab", "abcd", "efgh", "ij k"]);
    expect(rows("😀😀😀", 4)).toEqual(["😀😀", "😀"]);
    expect(rows("😀", 1)).toEqual(["😀"]);
  });

  it("keeps spans of a word together", () => {
    const spans: Span[] = [...plain("one (tw"), { text: "o", style: "added" }, ...plain(") three")];
    expect(wrapSpans(spans, 9).map((row) => row.map((span) => span.text).join(""))).toEqual(["one (two)", "three"]);
  });
});
