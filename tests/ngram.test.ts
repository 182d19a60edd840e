import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { assembleModel, probability } from "../scripts/build-model/backoff-model.js";
import { ACRONYM, BREAK, CAPITAL, FLAG_BITS } from "../scripts/build-model/corpus.js";
import { countSources } from "../scripts/build-model/count.js";
import { estimateModel } from "../scripts/build-model/discount.js";
import { interpolate } from "../scripts/build-model/interpolate.js";
import { CLASS_WORDS } from "../scripts/build-model/lexicon.js";
import { packModel } from "../scripts/build-model/pack.js";
import { pruneModel } from "../scripts/build-model/prune.js";
import { createWordReader } from "../scripts/build-model/word-reader.js";
import { decodeNgramModel, logProbability, type NgramModel } from "../src/context/ngram.js";
import { laidOut } from "../src/context/ngram-whole.js";
import { ModelError } from "../src/errors.js";
import { wordAt, wordIdOf } from "../src/text/vocabulary.js";

const WORDS = [...CLASS_WORDS, "the", "cat", "sat", "dog", "on", "mat", "'s"];

function tinyCounts() {
  const sentences = ["the cat sat on the mat", "the dog sat", "the cat 's mat", "Zed sat on Zed", "the cat sat on zed"];
  const tokens = sentences.flatMap((sentence) => [
    ...sentence.split(" ").map((word) => {
      const id = WORDS.indexOf(word);
      return id >= 0 ? id << FLAG_BITS : (WORDS.length << FLAG_BITS) | (word === "Zed" ? CAPITAL : 0);
    }),
    BREAK,
  ]);
  const read = createWordReader([...WORDS, "zed"], { words: WORDS, idOf: new Map(WORDS.map((word, i) => [word, i])) });
  const source = { name: "tiny", tokens: Int32Array.from(tokens) };
  return countSources(new Map([[1, [source]]]), read, WORDS.length, -1);
}

function tinyModel(continuation = false) {
  return estimateModel(tinyCounts(), { continuation, leastBigram: 1, leastTrigram: 1 });
}

const id = (word: string): number => WORDS.indexOf(word);

describe("a tiny model", () => {
  for (const [name, model] of [
    ["discounted", tinyModel()],
    ["Kneser-Ney", tinyModel(true)],
    ["pruned", pruneModel(tinyModel(), 0.01)],
    ["mixed with another", interpolate(tinyModel(), pruneModel(tinyModel(true), 0.02), 0.3)],
  ] as const) {
    it(`has probabilities that sum to one: ${name}`, () => {
      for (let h = -1; h < model.size; h++) {
        for (let g = -1; g < (h < 0 ? 0 : model.size); g++) {
          let sum = 0;
          for (let w = 0; w < model.size; w++) sum += probability(model, g, h, w);
          expect(sum).toBeCloseTo(1, 6);
        }
      }
    });
  }

  it("prunes something, and less at a lower threshold", () => {
    const all = tinyModel();
    const some = pruneModel(all, 0.01);
    const few = pruneModel(all, 0.05);
    expect(some.trigramWord.length).toBeLessThan(all.trigramWord.length);
    expect(few.bigramWord.length).toBeLessThanOrEqual(some.bigramWord.length);
  });

  it("prefers what was seen", () => {
    const model = tinyModel();
    expect(probability(model, id("the"), id("cat"), id("sat"))).toBeGreaterThan(
      probability(model, id("the"), id("cat"), id("on")),
    );
  });
});

describe("reading words", () => {
  it("takes acronyms for what they are", () => {
    const words = [...CLASS_WORDS, "us", "it", "u.s.", "nato"];
    const read = createWordReader([...words, "zed"], { words, idOf: new Map(words.map((word, i) => [word, i])) });
    const encoded = (word: string, flags: number): number => ([...words, "zed"].indexOf(word) << FLAG_BITS) | flags;
    expect(read(encoded("us", CAPITAL | ACRONYM))).toBe(words.indexOf("u.s."));
    expect(read(encoded("us", CAPITAL))).toBe(words.indexOf("us"));
    expect(read(encoded("it", CAPITAL | ACRONYM))).toBe(words.indexOf("<name>"));
    expect(read(encoded("zed", CAPITAL))).toBe(words.indexOf("<name>"));
    expect(read(encoded("zed", 0))).toBe(words.indexOf("<unk>"));
  });
});

describe("packing", () => {
  const model = tinyModel();
  const packed = decodeNgramModel(packModel(model, WORDS, 1));

  it("keeps every probability, to the rounding of a level", () => {
    for (let h = -1; h < model.size; h++) {
      for (let g = -1; g < (h < 0 ? 0 : model.size); g++) {
        for (let w = 1; w < model.size; w++) {
          const expected = probability(model, g, h, w);
          if (expected > 0) expect(Math.exp(logProbability(packed, g, h, w))).toBeCloseTo(expected, 1);
        }
      }
    }
  });

  it("keeps the words", () => {
    WORDS.forEach((word, index) => {
      expect(wordAt(packed.vocabulary, index)).toBe(word);
      expect(wordIdOf(packed.vocabulary, word)).toBe(index);
    });
    expect(packed.number).toBe(id("<num>"));
  });

  it("backs off by the weight of the history", () => {
    const hand = assembleModel(
      Float64Array.from(WORDS, (_, w) => (w === 0 ? 0 : 1 / (WORDS.length - 1))),
      { keys: Float64Array.of(5 * 65536 + 6, 6 * 65536 + 7), probabilities: Float64Array.of(0.5, 0.5) },
      { keys: Float64Array.of((5 * 65536 + 6) * 65536 + 7), probabilities: Float64Array.of(0.8) },
    );
    const read = decodeNgramModel(packModel(hand, WORDS, 1));
    const unigram = 1 / (WORDS.length - 1);
    const afterCat = 0.5 / (1 - unigram);
    expect(logProbability(read, 5, 6, 7)).toBeCloseTo(Math.log(0.8), 4);
    expect(logProbability(read, -1, 6, 7)).toBeCloseTo(Math.log(0.5), 4);
    expect(logProbability(read, -1, 6, 8)).toBeCloseTo(Math.log(afterCat * unigram), 4);
    expect(logProbability(read, 9, 6, 8)).toBeCloseTo(Math.log(afterCat * unigram), 4);
    expect(logProbability(read, 5, 6, 8)).toBeCloseTo(Math.log((0.2 / 0.5) * afterCat * unigram), 4);
    expect(logProbability(read, -1, -1, 8)).toBeCloseTo(Math.log(unigram), 4);
  });

  it("gives an unknown word the share of one of its class", () => {
    const shared = decodeNgramModel(packModel(model, WORDS, 1000));
    const difference = logProbability(packed, -1, -1, packed.name) - logProbability(shared, -1, -1, shared.name);
    expect(difference).toBeCloseTo(Math.log(1000), 1);
  });

  it("refuses every damaged byte", () => {
    const bytes = packModel(model, WORDS, 1);
    for (let at = 0; at < bytes.length; at++) {
      const damaged = bytes.slice();
      damaged[at] ^= 1 << (at % 8);
      expect(() => decodeNgramModel(damaged)).toThrow(ModelError);
    }
  });

  it("refuses every other length", () => {
    const bytes = packModel(model, WORDS, 1);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeNgramModel(bytes.subarray(0, length))).toThrow(ModelError);
    }
    expect(() => decodeNgramModel(Uint8Array.of(...bytes, 0))).toThrow(ModelError);
  });

  it("does not depend on where the bytes lie", () => {
    const bytes = packModel(model, WORDS, 1);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    const { trigrams } = laidOut(decodeNgramModel(shifted.subarray(3)).tables);
    const { trigrams: expected } = laidOut(packed.tables);
    expect(trigrams.every((slot, place) => slot === expected[place])).toBe(true);
  });

  it("gives the same whether all stretches are laid out before or each when it is looked into", () => {
    const [late, early] = [decodeNgramModel(packModel(model, WORDS, 1)), decodeNgramModel(packModel(model, WORDS, 1))];
    const all = { ...early, tables: laidOut(early.tables) };
    for (let g = -1; g < model.size; g++) {
      for (let h = 0; h < model.size; h++) {
        for (let w = 0; w < model.size; w++) {
          expect(logProbability(late, g, h, w)).toBe(logProbability(all, g, h, w));
        }
      }
    }
  });
});

describe("the shipped model", () => {
  const path = new URL("../src/data/language-model.bin.gz", import.meta.url);
  const model: NgramModel = decodeNgramModel(gunzipSync(readFileSync(path)));
  const score = (text: string): number => {
    const words = text.split(" ").map((word) => (word === "|" ? -1 : wordIdOf(model.vocabulary, word)));
    let sum = 0;
    for (let i = words.indexOf(-1) + 1; i < words.length; i++) {
      const before = words.slice(0, i).filter((word) => word >= 0);
      sum += logProbability(model, before.at(-2) ?? -1, before.at(-1) ?? -1, words[i]);
    }
    return sum;
  };

  for (const [better, worse] of [
    ["in | eastern ukraine", "in | japanese ukraine"],
    ["the president 's | office said", "the president 's | workplace said"],
    ["on the | talk shows", "on the | speak reveals"],
    ["to | take place in", "to | take region in"],
    ["the | stock market", "the | inventory market"],
    ["i | don't know", "i | don't recognise"],
    ["the united | states of", "the united | nation-states of"],
    ["<s> | it's not", "<s> | it's never"],
    ["it will | be held", "it will | be hold"],
  ]) {
    it(`prefers "${better}" to "${worse}"`, () => {
      expect(score(better)).toBeGreaterThan(score(worse));
    });
  }

  it("sums to about one after some histories", () => {
    for (const [g, h] of [
      ["of", "the"],
      ["the", "company"],
      ["company", "'s"],
      ["<s>", "it"],
    ]) {
      let sum = 0;
      for (let w = 0; w < model.vocabulary.size; w++) {
        sum += Math.exp(logProbability(model, wordIdOf(model.vocabulary, g), wordIdOf(model.vocabulary, h), w));
      }
      expect(sum).toBeGreaterThan(0.85);
      expect(sum).toBeLessThan(1.15);
    }
  });
});
