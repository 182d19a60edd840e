import fc from "fast-check";
import type { Edit } from "../src/types.js";

/** An edit of the words `before` where they stand in a text for the `nth` time, from 0. */
export function editOf(text: string, before: string, after: string, nth = 0, more: Partial<Edit> = {}): Edit {
  let start = text.indexOf(before);
  for (let i = 0; i < nth; i++) start = text.indexOf(before, start + 1);
  if (start < 0) throw new Error(`no ${JSON.stringify(before)} in the text`);
  return {
    start,
    end: start + before.length,
    before,
    after,
    confidence: 0.9,
    kind: "word",
    entry: `test: ${before} > ${after}`,
    reason: "fits its context 40 times better",
    alternatives: [],
    ...more,
  };
}

/** A text and edits that fit it. */
export interface EditCase {
  readonly name: string;
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly restored: string;
}

const ARTICLE = "The mayor's workplace stated that the bridge stays open.\n\nShe stated so on Monday.\n";
const ADJACENT = "navy motion";

/** Texts that break careless code. */
export const EDIT_CASES: readonly EditCase[] = [
  { name: "nothing", text: "", edits: [], restored: "" },
  { name: "no edits", text: ARTICLE, edits: [], restored: ARTICLE },
  {
    name: "several edits",
    text: ARTICLE,
    edits: [
      editOf(ARTICLE, "workplace", "office"),
      editOf(ARTICLE, "stated", "said"),
      editOf(ARTICLE, "stated", "said", 1),
    ],
    restored: "The mayor's office said that the bridge stays open.\n\nShe said so on Monday.\n",
  },
  {
    name: "edits that touch",
    text: ADJACENT,
    edits: [editOf(ADJACENT, "navy", "military"), editOf(ADJACENT, " motion", " action")],
    restored: "military action",
  },
  {
    name: "an insertion and a deletion",
    text: "ab",
    edits: [{ ...editOf("ab", "a", "xa"), start: 0, end: 0, before: "", after: "x" }, editOf("ab", "b", "")],
    restored: "xa",
  },
  {
    name: "an insertion at the end",
    text: "one\n",
    edits: [{ ...editOf("one\n", "one", ""), start: 4, end: 4, before: "", after: "two" }],
    restored: "one\ntwo",
  },
  {
    name: "a line taken out",
    text: "one\ntwo\nthree\n",
    edits: [editOf("one\ntwo\nthree\n", "two\n", "")],
    restored: "one\nthree\n",
  },
  {
    name: "lines joined, the last one without a line break",
    text: "one\ntwo",
    edits: [editOf("one\ntwo", "\n", " ")],
    restored: "one two",
  },
  { name: "CRLF", text: "a\r\nb\r\n", edits: [editOf("a\r\nb\r\n", "b", "c")], restored: "a\r\nc\r\n" },
  {
    name: "NUL, half surrogate pairs and marks of reading direction",
    text: "\u0000 a\ud83d \u202eb \udc00",
    edits: [editOf("\u0000 a\ud83d \u202eb \udc00", "b", "\u2066c")],
    restored: "\u0000 a\ud83d \u202e\u2066c \udc00",
  },
  {
    name: "emoji before the edit",
    text: "👩‍👩‍👧 stated",
    edits: [editOf("👩‍👩‍👧 stated", "stated", "said")],
    restored: "👩‍👩‍👧 said",
  },
];

const fragment = fc.string({
  unit: fc.constantFrom(
    "a",
    "b",
    " ",
    "\n",
    "\r",
    "\t",
    "é",
    "😀",
    "\ud800",
    "\udc00",
    "\u0000",
    "\u202e",
    "<",
    "&",
    '"',
  ),
  maxLength: 12,
});

/** Any text with any edits that fit it. */
export const anyEdits: fc.Arbitrary<{ text: string; edits: Edit[] }> = fc
  .array(fc.record({ kept: fragment, before: fragment, after: fragment }), { maxLength: 6 })
  .chain((parts) => fragment.map((tail) => ({ parts, tail })))
  .map(({ parts, tail }) => {
    let text = "";
    const edits = parts.map(({ kept, before, after }) => {
      const start = text.length + kept.length;
      text += kept + before;
      return { ...editOf("x", "x", after), start, end: start + before.length, before };
    });
    return { text: text + tail, edits };
  });
