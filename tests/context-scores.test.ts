import { describe, expect, it } from "vitest";
import { buildSymbols, featureLens } from "../src/context/feature-lens.js";
import { formHash, pairHash, phraseHash, SiteDescriber } from "../src/context/features.js";
import { modelLens, modelWordsOf, scoreFluency } from "../src/context/fluency.js";
import { logProbability } from "../src/context/ngram.js";
import { NgramBatch } from "../src/context/ngram-batch.js";
import { evidenceOdds, firstOdds, pairOdds } from "../src/context/odds.js";
import { scorePairs } from "../src/context/pairs.js";
import { plainReading } from "../src/context/reading.js";
import { documentSupport } from "../src/context/support.js";
import { layOutVectors, topicFit } from "../src/context/topic.js";
import type { Lattice } from "../src/lattice.js";
import { loadResources } from "../src/load.js";
import { buildVocabulary, wordIdOf } from "../src/text/vocabulary.js";
import { evenOdds, latticeOf, type Place } from "./lattice-harness.js";

const { language } = loadResources();
const modelLattice = (text: string, places: readonly Place[]): Lattice =>
  latticeOf(text, places, undefined, language.vocabulary);
const lensFor = (lattice: Lattice) =>
  modelLens(language, modelWordsOf(language, lattice.phrases.vocabulary), lattice.scan);
const fluencyOf = (lattice: Lattice) =>
  scoreFluency(new NgramBatch(language), lensFor(lattice), lattice, plainReading(lattice));
const idOf = (word: string): number => wordIdOf(language.vocabulary, word);

describe("fluency", () => {
  it("is the difference of the log-probabilities of the words and the two behind them", () => {
    const lattice = modelLattice("Our office stated that it was late.", [{ form: "stated", originals: ["said"] }]);
    const { kept, gain } = fluencyOf(lattice);
    const score = (word: string): number => {
      const words = ["our", "office", word, "that", "it"].map(idOf);
      return [2, 3, 4].reduce((sum, i) => sum + logProbability(language, words[i - 2], words[i - 1], words[i]), 0);
    };
    expect(kept[0]).toBeCloseTo(score("stated"), 4);
    expect(gain[0]).toBeCloseTo(score("said") - score("stated"), 4);
  });

  const cases: readonly (readonly [text: string, form: string, original: string])[] = [
    ["a ceasefire in japanese Ukraine was agreed", "japanese", "eastern"],
    ["they had misplaced their homes in the fire", "misplaced", "lost"],
    ["in keeping with native media the road is closed", "native", "local"],
    ["many individuals came to the meeting", "individuals", "people"],
    ["he may come as we speak or tomorrow", "as we speak", "today"],
  ];
  it.each(cases)("of “%s” grows without “%s”", (text, form, original) => {
    const lattice = modelLattice(text, [{ form, originals: [original] }]);
    expect(fluencyOf(lattice).gain[0]).toBeGreaterThan(1);
  });

  it("does not look across sentences", () => {
    const place = { form: "stated", originals: ["said"] };
    const alone = fluencyOf(modelLattice("Our office stated.", [place]));
    const followed = fluencyOf(modelLattice("Late at night. Our office stated. The dog ran.", [place]));
    expect(followed.gain[0]).toBeCloseTo(alone.gain[0], 5);
  });

  it("of a word that nobody knows is a number all the same", () => {
    const lattice = modelLattice("the xqzzt of Xqzzt 12", [{ form: "xqzzt", originals: ["qqxx", "3"] }]);
    for (const gain of fluencyOf(lattice).gain) expect(Number.isFinite(gain)).toBe(true);
  });
});

describe("two places side by side", () => {
  const lattice = modelLattice("a round of US speak reveals on Sunday", [
    { form: "speak", originals: ["talk"] },
    { form: "reveals", originals: ["shows"] },
  ]);

  it("gain more together than each by itself", () => {
    const [pair, ...others] = scorePairs(
      new NgramBatch(language),
      lensFor(lattice),
      lattice,
      plainReading(lattice),
      evenOdds(lattice, 0),
    );
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ left: 0, right: 1, leftOriginal: 0, rightOriginal: 1 });
    const { gain } = fluencyOf(lattice);
    expect(pair.gain).toBeGreaterThan(Math.max(gain[0], gain[1]));
  });

  it("are none where a sentence lies between", () => {
    const apart = modelLattice("We speak. Reveals follow.", [
      { form: "speak", originals: ["talk"] },
      { form: "Reveals", originals: ["shows"] },
    ]);
    expect(
      scorePairs(new NgramBatch(language), lensFor(apart), apart, plainReading(apart), evenOdds(apart, 0)),
    ).toEqual([]);
  });
});

describe("odds", () => {
  const lattice = latticeOf("one two", [{ form: "one", originals: ["uno", "eins"], channel: -2 }]);

  it("rise with fluency and with the channel", () => {
    const odds = (gain: number): number =>
      firstOdds(lattice, { kept: new Float32Array(1), gain: Float32Array.of(gain, 0) })[0];
    expect(odds(4)).toBeGreaterThan(odds(2));
    expect(odds(2) - odds(0)).toBeLessThanOrEqual(2);
    const likelier = latticeOf("one two", [{ form: "one", originals: ["uno"], channel: -1 }]);
    expect(pairOdds(likelier, 3, 0, 0)).toBeGreaterThan(pairOdds(lattice, 3, 0, 0));
  });

  it("count as evidence only where both judges agree", () => {
    const agreed = evidenceOdds(Float32Array.of(4), Float32Array.of(4))[0];
    const doubted = evidenceOdds(Float32Array.of(-4), Float32Array.of(4))[0];
    expect(agreed).toBeGreaterThan(2);
    expect(agreed).toBeLessThan(4);
    expect(doubted).toBeLessThan(0.5);
  });
});

describe("the rest of the document", () => {
  const lattice = latticeOf("the crisis and a disaster, a catastrophe, a disaster.", [
    { form: "disaster", originals: ["crisis"] },
    { form: "catastrophe", originals: ["crisis", "mess"] },
    { form: "disaster", nth: 1, originals: ["crisis"] },
  ]);
  const expected = Float64Array.of(0.5, 0.2, 0.1, 0.9);
  const { recurring, behindOthers, behindSame, visible, standing } = documentSupport(lattice, expected);

  it("says how often a form recurs", () => {
    expect([...recurring].map((value) => Math.round(Math.exp(value)))).toEqual([2, 1, 2]);
  });

  it("says how often an original is expected behind other forms and behind the same one", () => {
    expect(behindOthers[0]).toBeCloseTo(Math.log1p(0.2), 5);
    expect(behindOthers[1]).toBeCloseTo(Math.log1p(1.4), 5);
    expect(behindSame[0]).toBeCloseTo(Math.log1p(0.9), 5);
    expect(behindSame[2]).toBeCloseTo(0, 5);
  });

  it("says whether an original stands there unspun", () => {
    expect([...visible].map((value) => value > 0)).toEqual([true, true, false, true]);
  });

  it("says how often it stands where a spinner would have swapped it", () => {
    expect([...standing]).toEqual([Math.log(2), Math.log(2), 0, Math.log(2)].map(Math.fround));
    const quoted = latticeOf("the “crisis” and the Crisis, a disaster.", [{ form: "disaster", originals: ["crisis"] }]);
    const support = documentSupport(quoted, Float64Array.of(0.5));
    expect(support.visible[0]).toBeCloseTo(Math.log(3), 5);
    expect(support.standing[0]).toBe(0);
  });
});

describe("the topic", () => {
  it("draws to the original that is about the same", () => {
    const words = ["bank", "shore", "money", "loan", "river", "boat"];
    const base = buildVocabulary(words);
    const filler = Array.from({ length: 200 }, (_, i) => words.length + i);
    // Finance is one direction, water the other; the first rows are too frequent to say anything.
    const directions = [
      [1, 1],
      [0, 9],
      [9, 0],
      [9, 1],
      [0, 9],
      [1, 9],
    ];
    const packed = {
      dimensions: 2,
      words: Int32Array.from([...filler, ...words.keys()]),
      levels: Int8Array.from([...filler.flatMap(() => [0, 0]), ...directions.flat()]),
    };
    const vectors = layOutVectors(packed, words.length + filler.length);
    const places = [{ form: "bank", originals: ["shore", "money"] }];
    const near = (text: string): Float32Array => topicFit(vectors, latticeOf(text, places, undefined, base));
    const [shoreByRiver, moneyByRiver] = near("river boat bank boat");
    const [shoreByLoan, moneyByLoan] = near("loan bank loan");
    expect(shoreByRiver).toBeGreaterThan(moneyByRiver);
    expect(moneyByLoan).toBeGreaterThan(shoreByLoan);
  });
});

describe("features", () => {
  const TEXT = "The old house, as we speak, stood. “A fast spherical of talks” it was.";
  const PLACES = [
    { form: "as we speak", originals: ["now", "today"] },
    { form: "spherical", originals: ["round"] },
  ];
  const describeIn = (base: readonly string[]) => {
    const lattice = latticeOf(TEXT, PLACES, undefined, buildVocabulary(base));
    const { size } = lattice.phrases.vocabulary;
    const classes = { fine: new Uint8Array(size), coarse: new Uint8Array(size) };
    const symbols = buildSymbols(lattice.phrases.vocabulary, classes);
    const lens = featureLens(symbols, lattice.scan);
    const describer = new SiteDescriber(lattice, symbols, lens);
    return [0, 1].map((site) => {
      describer.read(site, plainReading(lattice));
      describer.describe(site);
      const form = formHash(lattice, lens, symbols, site);
      const reading = phraseHash(lattice, symbols, lattice.original[lattice.first[site]]);
      return {
        atoms: [...describer.atoms],
        pair: [...describer.pairAtoms],
        form,
        reading,
        both: pairHash(form, reading),
      };
    });
  };

  it("depend on the letters of words, not on their ids: weights survive a change of the dictionary", () => {
    const other = ["zebra", "speak", "round", "the", "now"];
    expect(describeIn(other)).toEqual(describeIn([]));
  });

  it("differ from place to place", () => {
    const [first, second] = describeIn([]);
    const same = first.atoms.filter((atom, k) => atom === second.atoms[k]);
    expect(same.length).toBeLessThan(first.atoms.length / 3);
    expect(first.form).not.toBe(second.form);
  });
});
