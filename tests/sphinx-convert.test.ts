import { describe, expect, it } from "vitest";
import { probability } from "../scripts/build-model/backoff-model.js";
import { CLASS_WORDS } from "../scripts/build-model/lexicon.js";
import { convertSphinx } from "../scripts/build-model/sphinx-convert.js";
import { sphinxBigram, sphinxTrigram } from "../scripts/build-model/sphinx-query.js";
import type { SphinxModel } from "../scripts/build-model/sphinx-reader.js";
import { readForm } from "../scripts/build-model/sphinx-words.js";

const NAMES = ["<s>", "</s>", "the", "company", "company's", "city's", "city", "shares", "it's"];
const UNIGRAM = [0, 0.1, 0.25, 0.1, 0.1, 0.1, 0.1, 0.15, 0.1];
const sphinxId = (name: string): number => NAMES.indexOf(name);

/** Bigrams as "h w", trigrams as "g h w", with what is left over by each history given to the lower order. */
function makeSphinx(
  bigrams: Readonly<Record<string, number>>,
  trigrams: Readonly<Record<string, number>>,
): SphinxModel {
  const listed = Object.entries(bigrams)
    .map(([key, p]) => ({ ids: key.split(" ").map(sphinxId), p }))
    .sort((a, b) => a.ids[1] - b.ids[1] || a.ids[0] - b.ids[0]);
  const leaves = Object.entries(trigrams).map(([key, p]) => ({ ids: key.split(" ").map(sphinxId), p }));
  const bigramStart = new Uint32Array(NAMES.length + 1);
  for (const { ids } of listed) for (let w = ids[1]; w < NAMES.length; w++) bigramStart[w + 1]++;
  const ordered = listed.map(({ ids }) =>
    leaves.filter((leaf) => leaf.ids[1] === ids[0] && leaf.ids[2] === ids[1]).sort((a, b) => a.ids[0] - b.ids[0]),
  );
  const trigramStart = new Uint32Array(listed.length + 1);
  ordered.forEach((group, row) => {
    trigramStart[row + 1] = trigramStart[row] + group.length;
  });
  const model = {
    words: NAMES,
    unigram: Float64Array.from(UNIGRAM),
    unigramBackoff: new Float64Array(NAMES.length),
    bigramStart,
    bigramLeft: Uint32Array.from(listed, ({ ids }) => ids[0]),
    bigram: Float64Array.from(listed, ({ p }) => p),
    bigramBackoff: new Float64Array(listed.length).fill(1),
    trigramStart,
    trigramLeft: Uint32Array.from(ordered.flat(), ({ ids }) => ids[0]),
    trigram: Float64Array.from(ordered.flat(), ({ p }) => p),
  };
  NAMES.forEach((_, h) => {
    const after = listed.filter(({ ids }) => ids[0] === h);
    const left = 1 - after.reduce((sum, { p }) => sum + p, 0);
    model.unigramBackoff[h] = left / (1 - after.reduce((sum, { ids }) => sum + UNIGRAM[ids[1]], 0));
  });
  listed.forEach(({ ids: [g, h] }, row) => {
    const after = leaves.filter((leaf) => leaf.ids[0] === g && leaf.ids[1] === h);
    const left = 1 - after.reduce((sum, { p }) => sum + p, 0);
    model.bigramBackoff[row] = left / (1 - after.reduce((sum, { ids }) => sum + sphinxBigram(model, h, ids[2]), 0));
  });
  return model;
}

const sphinx = makeSphinx(
  {
    "the company": 0.3,
    "the company's": 0.2,
    "the shares": 0.1,
    "company's shares": 0.6,
    "city's shares": 0.2,
    "company shares": 0.3,
    "shares the": 0.4,
    "<s> the": 0.5,
  },
  { "<s> the company": 0.4, "<s> the company's": 0.1, "the company shares": 0.5, "company's shares the": 0.9 },
);
const words = [...CLASS_WORDS, "the", "company", "city", "shares", "it's", "'s"];
const model = convertSphinx(sphinx, { words, idOf: new Map(words.map((word, id) => [word, id])) });
const p = (g: string, h: string, w: string): number =>
  probability(model, words.indexOf(g), words.indexOf(h), words.indexOf(w));

describe("the conversion of possessives", () => {
  it("adds a word's possessive to the word", () => {
    expect(p("", "the", "company")).toBeCloseTo(0.3 + 0.2, 9);
    expect(p("<s>", "the", "company")).toBeCloseTo(0.4 + 0.1, 9);
  });

  it("makes the possessive follow by its share", () => {
    expect(p("the", "company", "'s")).toBeCloseTo(0.2 / (0.3 + 0.2), 9);
    expect(p("", "company", "'s")).toBeCloseTo(0.1 / (0.1 + 0.1), 9);
  });

  it("leaves the rest of the mass to what follows the bare word", () => {
    expect(p("the", "company", "shares")).toBeCloseTo((1 - 0.2 / 0.5) * 0.5, 9);
    expect(p("", "company", "shares")).toBeCloseTo((1 - 0.1 / 0.2) * 0.3, 9);
  });

  it("follows a possessive as the one word did", () => {
    expect(p("company", "'s", "shares")).toBeCloseTo(0.6, 9);
    expect(p("city", "'s", "shares")).toBeCloseTo(0.2, 9);
  });

  it("averages over possessives where the stem is out of sight", () => {
    expect(p("", "'s", "shares")).toBeCloseTo((0.1 * 0.6 + 0.1 * 0.2) / 0.2, 9);
    const fromCompany = 0.1 * 0.6;
    const fromCity = 0.1 * 0.2;
    const expected =
      (fromCompany * 0.9 + fromCity * sphinxTrigram(sphinx, sphinxId("city's"), sphinxId("shares"), sphinxId("the"))) /
      (fromCompany + fromCity);
    expect(p("'s", "shares", "the")).toBeCloseTo(expected, 9);
  });

  it("sums to one after every history", () => {
    for (let h = 0; h < words.length; h++) {
      for (let g = -1; g < words.length; g++) {
        let sum = 0;
        for (let w = 0; w < words.length; w++) sum += probability(model, g, h, w);
        expect(sum).toBeCloseTo(1, 9);
      }
    }
  });
});

describe("the words of the sphinx model", () => {
  it("are read as the tokeniser reads them", () => {
    expect(readForm("company's").word).toBe("company");
    expect(readForm("it's").word).toBe("it's");
    expect(readForm("parents'").word).toBe("parents");
    expect(readForm("mr").word).toBe("mr.");
    expect(readForm("don't").word).toBe("don't");
  });
});
