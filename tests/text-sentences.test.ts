import { describe, expect, it } from "vitest";
import { sentenceWords } from "./text-harness.js";

describe("sentences begin", () => {
  const cases: readonly { readonly name: string; readonly text: string; readonly starts: readonly string[] }[] = [
    { name: "with the text", text: "one two", starts: ["one"] },
    { name: "after stops", text: "One. Two! Three? Four… Five", starts: ["One", "Two", "Three", "Four", "Five"] },
    { name: "after a stop that a space was lost behind", text: "The end.Then more.", starts: ["The", "Then"] },
    { name: "not before a lower-case word", text: "Yahoo! is one. two", starts: ["Yahoo"] },
    {
      name: "not within numbers and abbreviations",
      text: "He paid 3.5 to Mr. Roe, e.g. in the U.S. today.",
      starts: ["He"],
    },
    { name: "after a closing quotation mark", text: "“I did.” She left.", starts: ["I", "She"] },
    { name: "after a closing bracket", text: "(It was.) Then none.", starts: ["It", "Then"] },
    { name: "within a quotation that opens", text: "He said. “Go on.”", starts: ["He", "Go"] },
    { name: "with a paragraph", text: "One two\n\nthree four", starts: ["One", "three"] },
    { name: "with a new line, unless a line was wrapped", text: "one two\nthree\nFour", starts: ["one", "Four"] },
    { name: "with CRLF paragraphs", text: "One two\r\n\r\nthree", starts: ["One", "three"] },
    { name: "with emphasis", text: "One. **Two** and _three_.", starts: ["One", "Two"] },
    { name: "with a number", text: "One. 12 dogs.", starts: ["One", "12"] },
    { name: "after an ellipsis only where a capital follows", text: "One ... two ... Three", starts: ["One", "Three"] },
    { name: "in items of a list", text: "- One\n- Two", starts: ["One", "Two"] },
    { name: "nowhere in nothing", text: "… !", starts: [] },
  ];
  it.each(cases)("$name", ({ text, starts }) => {
    expect(sentenceWords(text)).toEqual(starts);
  });
});
