import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, createUnspinner, unspin } from "../src/index.js";
import { LONGEST_PART, type Part, TextCutter } from "../src/long-text/cutter.js";
import { openText, type PartRestorer, restoreLongText } from "../src/long-text/restore.js";
import type { Edit, Restoration } from "../src/types.js";

const SPUN = readFileSync(new URL("../demo/seed-article.txt", import.meta.url), "utf8");

/** Takes a text as it comes in pieces. */
function cut(pieces: readonly string[], longest: number): Part[] {
  const cutter = new TextCutter(longest);
  const parts: Part[] = [];
  const drain = (): void => {
    for (let part = cutter.read(); part; part = cutter.read()) parts.push(part);
  };
  for (const piece of pieces) {
    cutter.write(piece);
    drain();
  }
  cutter.end();
  drain();
  return parts;
}

/** Cuts a string at the given shares of its length. */
function piecesOf(text: string, cuts: readonly number[]): string[] {
  const at = [0, ...cuts.map((share) => Math.floor(share * text.length)), text.length].sort((a, b) => a - b);
  return at.slice(1).map((end, i) => text.slice(at[i], end));
}

const fragment = fc.constantFrom(
  "word ",
  "Macron’s workplace stated. ",
  "\n",
  "\n\n",
  "\r\n \t\r\n",
  "```\n",
  "`",
  "<pre>",
  "</PRE>",
  "<script>",
  "</script>",
  "<!--",
  "-->",
  "😀",
  "\ud83d",
  "İ",
  "x".repeat(70),
);
const texts = fc.array(fragment, { maxLength: 120 }).map((fragments) => fragments.join(""));
// Of doubles, most lie next to 0.
const share = fc.nat(1_000_000).map((millionths) => millionths / 1_000_000);
const cuts = fc.array(share, { maxLength: 12 });

describe("TextCutter", () => {
  it("cuts the same whatever the pieces", () => {
    fc.assert(
      fc.property(texts, cuts, fc.constantFrom(64, 100, 256), (text, shares, longest) => {
        const parts = cut(piecesOf(text, shares), longest);
        expect(parts).toEqual(cut([text], longest));
        expect(parts.map((part) => part.text).join("")).toBe(text);
        for (const part of parts) {
          expect(part.text.length).toBeGreaterThan(0);
          expect(part.text.length).toBeLessThanOrEqual(longest);
          expect(text.startsWith(part.text, part.start)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("cuts at the first blank line behind the half, and failing that at a line break or a space", () => {
    const texts = (text: string): string[] => cut([text], 64).map((part) => part.text);
    const words = "a ".repeat(20);
    expect(texts("")).toEqual([]);
    expect(texts("a b.\n\nc d.")).toEqual(["a b.\n\nc d."]);
    expect(texts(`a\n\n${words}\n\n${words}\n\n${words}`)[0]).toBe(`a\n\n${words}\n\n`);
    expect(texts(`${words}\n${words}${words}`)[0]).toBe(`${words}\n`);
    expect(texts("word ".repeat(30))[0]).toBe("word ".repeat(12));
  });

  it("leaves no short rest", () => {
    for (let length = 1; length < 400; length++) {
      const lengths = cut(["a".repeat(length)], 64).map((part) => part.text.length);
      if (length > 64) expect(Math.min(...lengths)).toBeGreaterThanOrEqual(16);
    }
  });

  it("does not cut code, comments and scripts", () => {
    for (const [open, close] of [
      ["```\n", "\n```"],
      ["<pre>", "</pre>"],
      ["<script>", "</SCRIPT>"],
      ["<!-- ", "-->"],
    ]) {
      const block = `${open}one\n\ntwo${close}`;
      const parts = cut([`${"a ".repeat(14)}${"\n"}${block}\n\n${"b ".repeat(40)}`], 64);
      expect(parts[0].text).toContain(block);
    }
  });

  it("passes code that is too long for a part on as it is, to its end", () => {
    const code = `\`\`\`\n${"let x = 1;\n\n".repeat(30)}\`\`\``;
    const prose = "Nobody had come yet. ".repeat(10);
    const parts = cut([`${prose}\n${code}\n\n${prose}`], 128);
    const verbatim = parts.filter((part) => part.verbatim).map((part) => part.text);
    expect(verbatim.join("")).toMatch(/let x = 1;\n\n```$/);
    expect(verbatim.join("")).not.toContain("Nobody");
    expect(parts.at(-1)).toMatchObject({ verbatim: false });
    expect(parts.at(-1)?.text).toContain("Nobody");
  });

  it("does not tear characters apart", () => {
    for (const part of cut(["😀".repeat(200)], 65)) expect(() => encodeURIComponent(part.text)).not.toThrow();
  });

  it("takes time in proportion to the text", () => {
    const hostile = "<code>`<!--".repeat(60_000);
    expect(cut([hostile], LONGEST_PART).length).toBeGreaterThan(1);
  });
});

describe("a long text", () => {
  const unspinner = createUnspinner();
  const clean = "The baker opened her shop at six, as she did every morning. Nobody had come yet.\n\n";
  const restorer: PartRestorer = {
    unspin: (text) => unspinner.unspin(text),
    detect: (text) => unspinner.detect(text),
  };

  /** Restores what comes in pieces. */
  function restorePieces(pieces: readonly string[], longest: number): Omit<Restoration, "detection"> {
    const open = openText(restorer, [], longest);
    const result = { text: "", edits: [] as Edit[], suggestions: [] as Edit[] };
    const drain = (): void => {
      for (let part = open.read(); part; part = open.read()) {
        result.text += part.text;
        result.edits.push(...part.edits);
        result.suggestions.push(...part.suggestions);
      }
    };
    for (const piece of pieces) {
      open.write(piece);
      drain();
    }
    open.end();
    drain();
    return result;
  }

  it("is restored the same in pieces as in one, wherever it is cut", () => {
    const text = `${SPUN}\n\n${clean.repeat(20)}${SPUN}`;
    const { detection, ...whole } = restoreLongText(restorer, text, [], 4096);
    expect(detection.spun).toBe(true);
    expect(whole.edits.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(cuts, (shares) => {
        expect(restorePieces(piecesOf(text, shares), 4096)).toEqual(whole);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it("is what unspin gives for it", () => {
    const text = `${clean.repeat(3300)}${SPUN}\n\n${clean.repeat(400)}`;
    expect(text.length).toBeGreaterThan(LONGEST_PART);
    const whole = unspin(text);
    const open = unspinner.openText();
    const edits: Edit[] = [];
    for (const piece of piecesOf(text, [0.1, 0.5, 0.85, 0.9])) {
      open.write(piece);
      for (let part = open.read(); part; part = open.read()) edits.push(...part.edits);
    }
    open.end();
    for (let part = open.read(); part; part = open.read()) edits.push(...part.edits);
    expect(edits).toEqual(whole.edits);
    expect(whole.edits.length).toBeGreaterThan(10);
    expect(applyEdits(text, whole.edits)).toBe(whole.text);
    for (const { start, end, before } of whole.edits) expect(text.slice(start, end)).toBe(before);
    const { segments } = whole.detection.evidence;
    expect(segments.every(({ start, end }, i) => start < end && (i === 0 || segments[i - 1].end <= start))).toBe(true);
    expect(segments.at(-1)?.end).toBe(text.trimEnd().length);
    const verdict = unspinner.detect(text);
    expect(verdict).toEqual(whole.detection);
  }, 60_000);

  it("has spans to be ignored counted from its beginning", () => {
    const text = `${clean.repeat(3300)}${SPUN}`;
    const [first] = unspin(text).edits;
    const span = { start: first.start, end: first.end };
    const spared = createUnspinner({ ignore: [span] }).unspin(text).edits;
    expect(spared.some((edit) => edit.start < span.end && span.start < edit.end)).toBe(false);
    expect(spared.length).toBeGreaterThan(10);
  }, 60_000);

  it("can be empty", () => {
    const open = unspinner.openText();
    open.end();
    expect(open.read()).toBeUndefined();
  });
});
