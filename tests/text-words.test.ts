import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { copyCase, isAcronym, LetterCase } from "../src/text/case.js";
import { buildVocabulary, extendVocabulary, NO_WORD, wordAt, wordIdOf } from "../src/text/vocabulary.js";
import { scanOf } from "./text-harness.js";

describe("copyCase", () => {
  const cases: readonly (readonly [string, LetterCase, LetterCase, number, string])[] = [
    ["office", LetterCase.Lower, LetterCase.Lower, 1, "office"],
    ["office", LetterCase.Capitalised, LetterCase.Capitalised, 1, "Office"],
    ["office", LetterCase.Upper, LetterCase.Upper, 1, "OFFICE"],
    ["office", LetterCase.Mixed, LetterCase.Mixed, 1, "office"],
    ["office", LetterCase.None, LetterCase.None, 1, "office"],
    ["according to", LetterCase.Capitalised, LetterCase.Lower, 3, "According to"],
    ["wall street", LetterCase.Capitalised, LetterCase.Capitalised, 2, "Wall Street"],
    ["wall street", LetterCase.Upper, LetterCase.Upper, 2, "WALL STREET"],
    ["wall street", LetterCase.Upper, LetterCase.Lower, 2, "wall street"],
    ["American", LetterCase.Lower, LetterCase.Lower, 1, "American"],
    ["élan", LetterCase.Capitalised, LetterCase.Capitalised, 1, "Élan"],
    ["20", LetterCase.Capitalised, LetterCase.Capitalised, 1, "20"],
  ];
  it.each(cases)("%s, first %i, last %i, %i words: %s", (words, first, last, count, expected) => {
    expect(copyCase(words, first, last, count)).toBe(expected);
  });
});

describe("isAcronym", () => {
  const cases: readonly (readonly [string, boolean])[] = [
    ["talks with US officials", true],
    ["US", true],
    ["Talks WITH US officials", false],
    ["talks with us officials", false],
    ["talks with Us officials", false],
  ];
  it.each(cases)("%s", (text, expected) => {
    const { letterCase, start } = scanOf(text);
    expect(isAcronym(letterCase, start.indexOf(text.toLowerCase().indexOf("us")))).toBe(expected);
  });
});

describe("a vocabulary", () => {
  it("finds what it was built of, and nothing else", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcé'-"), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (words, other) => {
        const vocabulary = buildVocabulary(words);
        words.forEach((each, id) => {
          expect(wordIdOf(vocabulary, each)).toBe(id);
          expect(wordAt(vocabulary, id)).toBe(each);
        });
        expect(wordIdOf(vocabulary, other)).toBe(words.indexOf(other));
      }),
    );
  });

  it("is extended without a change to the first one", () => {
    const base = buildVocabulary(["a", "b"]);
    const extended = extendVocabulary(base, ["b", "c", "c", "constructor"]);
    expect(extended.size).toBe(4);
    expect(["a", "b", "c", "constructor"].map((word) => wordIdOf(extended, word))).toEqual([0, 1, 2, 3]);
    expect(wordIdOf(base, "c")).toBe(NO_WORD);
    expect(extendVocabulary(base, ["a"])).toBe(base);
  });

  it("holds thousands of words", () => {
    const words = Array.from({ length: 5000 }, (_, i) => `w${i.toString(36)}`);
    const vocabulary = buildVocabulary(words);
    expect(words.every((word, id) => wordIdOf(vocabulary, word) === id)).toBe(true);
    expect(wordIdOf(vocabulary, "w")).toBe(NO_WORD);
  });

  it.each(["__proto__", "constructor", "tostring", "valueof"])("knows %s only if told", (word) => {
    expect(wordIdOf(buildVocabulary(["a"]), word)).toBe(NO_WORD);
    expect(wordIdOf(buildVocabulary([word]), word)).toBe(0);
  });
});
