import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Entry, formatEntry, parseEntries } from "../src/dictionary/entry.js";
import { DictionaryError } from "../src/index.js";
import { BROKEN } from "./dictionary-format-cases.js";

function errorOf(source: string): DictionaryError {
  try {
    parseEntries(source, "test");
  } catch (error) {
    if (error instanceof DictionaryError) return error;
  }
  throw new Error(`no error for ${JSON.stringify(source)}`);
}

describe("a line that breaks the format", () => {
  it.each(BROKEN)("%j", (lines, line, column, message) => {
    const error = errorOf(lines.replaceAll(/ ?\| /g, "\t"));
    expect({ line: error.line, column: error.column, dictionary: error.dictionary }).toEqual({
      line,
      column,
      dictionary: "test",
    });
    expect(error.message).toMatch(message);
    expect(error.message).toContain(`test:${line}:${column}: `);
    expect(error.code).toBe("dictionary");
  });
});

describe("a dictionary's text", () => {
  it("may have comments, empty lines, Windows line ends and a byte-order mark", () => {
    const entries = parseEntries("\ufeff# words\r\n\r\nworkplace\toffice\tn\r\n   \r\nfine\tgood", "test");
    expect(entries.map(({ spun, original, inflection, line }) => [spun, original, inflection, line])).toEqual([
      ["workplace", "office", "n", 3],
      ["fine", "good", "x", 5],
    ]);
  });

  it("is read field by field", () => {
    const line =
      "deep\tprofound\tx\ttypical\tseen\tboth\tsuggest\trequires: network, neural net\tunless: sea\tafter: a, the\tbefore: learning\t+ It is _deep_.\t- The sea is _deep_.";
    expect(parseEntries(line, "science")).toEqual([
      {
        spun: "deep",
        original: "profound",
        inflection: "x",
        frequency: "typical",
        seen: true,
        both: true,
        suggest: true,
        requires: ["network", "neural net"],
        unless: ["sea"],
        after: ["a", "the"],
        before: ["learning"],
        fires: ["It is _deep_."],
        stays: ["The sea is _deep_."],
        domain: "science",
        line: 1,
      },
    ]);
  });

  it("is written as it is read", () => {
    const word = fc.stringMatching(/^[a-zé$'-]{1,8}$/);
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
    const list = fc.array(word, { maxLength: 3 });
    const sentence = fc.stringMatching(/^[A-Za-z _.]{1,30}$/);
    const entry: fc.Arbitrary<Entry> = fc.record({
      spun: phrase,
      original: phrase.map((text) => `x ${text}`),
      inflection: fc.constantFrom("n", "v", "a", "x"),
      frequency: fc.constantFrom("typical", "usual", "rare"),
      seen: fc.boolean(),
      both: fc.boolean(),
      suggest: fc.boolean(),
      requires: list,
      unless: list,
      after: list,
      before: list,
      fires: fc.array(sentence, { maxLength: 2 }),
      stays: fc.array(sentence, { maxLength: 2 }),
      domain: fc.constant("test"),
      line: fc.constant(1),
    });
    fc.assert(
      fc.property(entry, (each) => {
        fc.pre(each.spun !== each.original);
        expect(parseEntries(formatEntry(each), "test")).toEqual([each]);
      }),
    );
  });
});
