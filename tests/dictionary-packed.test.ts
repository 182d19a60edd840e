import { describe, expect, it } from "vitest";
import { WORD_LISTS } from "../scripts/dictionary/sources.js";
import { compile } from "../src/dictionary/compile.js";
import { bindWords, layOut } from "../src/dictionary/lay-out.js";
import { decodeDictionary, decodeTranslation, encodeDictionary } from "../src/dictionary/packed.js";
import { piecesOf } from "../src/dictionary/pieces.js";
import { ModelError } from "../src/errors.js";
import { loadResources } from "../src/load.js";
import { decodePlanes, encodePlanes } from "../src/packed-file.js";
import { tellingEntries } from "../src/screening/telling-entries.js";
import { buildVocabulary, extendVocabulary } from "../src/text/vocabulary.js";
import { entriesOf, KNOWN, sitesOf } from "./dictionary-harness.js";

const ENTRIES = [
  ...entriesOf("news", "workplace | office | n", "japanese | eastern | x | unless: tokyo", "as we speak | today | x"),
  ...entriesOf("science-words", "profound | deep | a", "organization | network | n"),
  ...entriesOf(
    "science",
    "irregular backwoods | random forest | n",
    "counterfeit neural | artificial neural | x | after: an",
  ),
  ...entriesOf("dialects", "arsenic | as | x | rare"),
];
const TERMS = ["deep network", "deep-network", "artificial neural network", "= profound organization chart"];
const TEXT =
  "The workplace is profound-organization as we speak, a profound organization of japanese irregular backwoods and arsenic.";

describe("a packed dictionary", () => {
  const columns = layOut(ENTRIES, TERMS, WORD_LISTS);
  const compiled = compile(columns, KNOWN);
  const { first, piece } = compiled.composition.pieces;
  const prepared = { ...bindWords(columns, KNOWN), settled: { ...compiled.settled, pieces: { first, piece } } };

  it("is the one that was laid out", () => {
    expect(decodeDictionary(encodeDictionary(columns))).toEqual(columns);
    expect(decodeTranslation(encodeDictionary(columns, columns))).toEqual(columns);
  });

  it("compiles to the same with all that was found out before", () => {
    const again = compile(decodeDictionary(encodeDictionary(prepared)), KNOWN);
    expect({ ...again, settled: undefined }).toEqual({ ...compiled, settled: undefined });
    expect(again.settled).toMatchObject(compiled.settled);
    expect(sitesOf(again, TEXT)).toEqual(sitesOf(compiled, TEXT));
    expect(sitesOf(again, TEXT).length).toBeGreaterThan(4);
  });

  it("is refused with a vocabulary that it was not packed for", () => {
    const packed = decodeDictionary(encodeDictionary(prepared));
    for (const other of [extendVocabulary(KNOWN, ["further"]), buildVocabulary(["the", "a"])])
      expect(() => compile(packed, other)).toThrow(ModelError);
  });

  it("of the package knows what would be found out now", () => {
    const { dictionary, language, modelWords } = loadResources();
    const { telling, pieces, ...settled } = dictionary.settled;
    const { first, piece } = piecesOf(dictionary.phrases.vocabulary);
    const found = tellingEntries({ ...dictionary, settled }, language, modelWords);
    for (const [known, now] of [
      [telling, found],
      [pieces?.first, first],
      [pieces?.piece, piece],
    ]) {
      expect(now?.length).toBeGreaterThan(1000);
      expect(known?.length).toBe(now?.length);
      expect(known?.findIndex((value, at) => value !== now?.[at])).toBe(-1);
    }
  });
});

describe("numbers in planes", () => {
  it.each([[[]], [[0, 0]], [[255]], [[256, 3]], [[70_000, 0, 1]], [[2 ** 31 - 1, 5]]])(
    "%j come back",
    (numbers: number[]) => {
      expect([...decodePlanes(encodePlanes(numbers), numbers.length)]).toEqual(numbers);
    },
  );

  it("are as many as announced", () => {
    expect(() => decodePlanes(encodePlanes([1, 2, 3]), 2)).toThrow(ModelError);
    expect(() => decodePlanes(new Uint8Array(0), 2)).toThrow(ModelError);
    expect(() => decodePlanes(encodePlanes([1, 2, 3]), 0)).toThrow(ModelError);
  });
});
