import { describe, expect, it } from "vitest";
import { type Ignore, ignoredTokens } from "../src/ignore.js";
import { InputError, readIgnoreFile } from "../src/index.js";
import { scanOf } from "./text-harness.js";

const TEXT = "The Wall Road banks said it costs 3,5 euros. The dog’s toString lay by the wall  road.";

/** The tokens that are ignored, as they stand in the text. */
function ignored(...ignore: Ignore[]): string[] {
  const scan = scanOf(TEXT);
  const flags = ignoredTokens(scan, ignore);
  return [...flags.keys()].filter((at) => flags[at] === 1).map((at) => TEXT.slice(scan.start[at], scan.end[at]));
}

describe("what is ignored", () => {
  it.each<[what: string, items: Ignore[], tokens: string[]]>([
    ["nothing", [], []],
    ["a word, in any letter case", ["the"], ["The", "The", "the"]],
    ["no part of a word", ["wal", "oad", "uro"], []],
    ["a phrase, over any white space", ["Wall Road"], ["Wall", "Road", "wall", "road"]],
    ["a word with a mark in it", ["3,5"], ["3,5"]],
    ["the characters of a pattern, in a word", ["t.e", "("], []],
    ["an empty word", ["", "  "], []],
    ["names of properties", ["toString", "constructor", "__proto__"], ["toString"]],
    ["what a pattern matches, and the tokens it touches", [/anks sai/], ["banks", "said"]],
    ["every match of a pattern", [/wall/i], ["Wall", "wall"]],
    ["a pattern with the flag g", [/wall/gi], ["Wall", "wall"]],
    ["nothing for a pattern that matches nothing", [/x*/], []],
    ["a span", [{ start: 4, end: 13 }], ["Wall", "Road"]],
    ["a span that touches a token", [{ start: 6, end: 7 }], ["Wall"]],
    ["an empty span", [{ start: 8, end: 8 }], []],
    ["a span beyond the text", [{ start: 1000, end: 2000 }], []],
    ["several", ["dog", /euros/, { start: 0, end: 1 }], ["The", "euros", "dog"]],
  ])("%s", (_, items, tokens) => expect(ignored(...items)).toEqual(tokens));

  it.each<unknown>([7, null, {}, { start: 1 }, ["a"]])("refuses %j", (item) => {
    expect(() => ignored(item as Ignore)).toThrow(InputError);
  });
});

describe("readIgnoreFile", () => {
  it("reads words, phrases and patterns, one a line", () => {
    const text =
      "\ufeff# names\r\nWall Road\r\n\r\n  grommet stage  \n/anks? said/iu\n/usr/bin\n\\#tag\ntoString\n/a/b/";
    expect(readIgnoreFile(text)).toEqual([
      "Wall Road",
      "grommet stage",
      /anks? said/iu,
      "/usr/bin",
      "#tag",
      "toString",
      /a\/b/,
    ]);
  });

  it("gives nothing for an empty list", () => expect(readIgnoreFile("# nothing\n")).toEqual([]));

  it.each([
    ["good\n /(/i", "names.txt:2:2: "],
    ["/[a/", "names.txt:1:1: "],
    ["/a/gg", "names.txt:1:1: "],
  ])("names line and column of %j", (text, place) => {
    expect(() => readIgnoreFile(text, "names.txt")).toThrow(InputError);
    expect(() => readIgnoreFile(text, "names.txt")).toThrow(place);
  });
});
