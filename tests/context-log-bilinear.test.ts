import { describe, expect, it } from "vitest";
import { modelLens, modelWordsOf } from "../src/context/fluency.js";
import { bilinearFit, type LogBilinearModel } from "../src/context/log-bilinear.js";
import { BIAS_STEP, decodeLogBilinear, encodeLogBilinear } from "../src/context/log-bilinear-pack.js";
import { plainReading, type Reading } from "../src/context/reading.js";
import { encodeVectors } from "../src/context/vectors-pack.js";
import { ModelError } from "../src/errors.js";
import type { Lattice } from "../src/lattice.js";
import { loadResources } from "../src/load.js";
import { wordIdOf } from "../src/text/vocabulary.js";
import { latticeOf, type Place } from "./lattice-harness.js";

const { language, bilinear } = loadResources();
const lensFor = (lattice: Lattice) =>
  modelLens(language, modelWordsOf(language, lattice.phrases.vocabulary), lattice.scan);
const modelLattice = (text: string, places: readonly Place[]): Lattice =>
  latticeOf(text, places, undefined, language.vocabulary);
const fitOf = (model: LogBilinearModel, lattice: Lattice, reading: Reading = plainReading(lattice)) =>
  bilinearFit(model, lensFor(lattice), lattice, reading);
/** How many words to each side the small models here look at. */
const DEPTH = 3;
const idOf = (word: string): number => wordIdOf(language.vocabulary, word);

/** Of two dimensions: a word's vectors are its place in the vocabulary, cut to what a level can be. */
function countingModel(words: number): LogBilinearModel {
  const level = (at: number): number => ((at * 7) % 16) - 8;
  return {
    dimensions: 2,
    inputs: Int8Array.from({ length: 2 * words }, (_, at) => level(at)),
    outputOf: Int32Array.from({ length: language.vocabulary.size }, (_, word) => (word < words ? word : 0)),
    outputs: Int8Array.from({ length: 2 * words }, (_, at) => level(at + 3)),
    bias: Float32Array.from({ length: words }, (_, row) => (row % 5) / 4),
    weights: Float32Array.from({ length: 4 * DEPTH }, (_, at) => (at + 1) / 64),
  };
}

describe("what the log-bilinear model expects", () => {
  const SPREAD = 50_000;
  const model = countingModel(SPREAD);
  const text = "Rain fell. In the old town by the river stood a house, and the bridge.";
  const lattice = modelLattice(text, [{ form: "river", originals: ["water", "old water"] }]);
  const left = ["the", "by", "town"];
  const right = ["stood", "a", "house"];

  const expectedBy = (before: readonly string[], after: readonly string[]): number[] =>
    [0, 1].map((d) => {
      const side = (words: readonly string[], slot: number): number =>
        words.reduce((sum, word, k) => sum + model.weights[2 * (slot + k) + d] * model.inputs[2 * idOf(word) + d], 0);
      return side(before, 0) + side(after, DEPTH);
    });
  const scoreOf = (words: readonly string[], expected: readonly number[]): number =>
    words.reduce((sum, word) => {
      const row = idOf(word);
      return sum + model.bias[row] + expected[0] * model.outputs[2 * row] + expected[1] * model.outputs[2 * row + 1];
    }, 0);

  it("adds the neighbours up by their distance, and compares each word of a phrase with that", () => {
    const expected = expectedBy(left, right);
    const { kept, gain } = fitOf(model, lattice);
    expect(kept[0]).toBeCloseTo(scoreOf(["river"], expected), 3);
    expect(gain[0]).toBeCloseTo(scoreOf(["water"], expected) - kept[0], 3);
    expect(gain[1]).toBeCloseTo(scoreOf(["old", "water"], expected) - kept[0], 3);
  });

  it("reads the neighbours through a draft", () => {
    const drafted = modelLattice(text, [
      { form: "river", originals: ["water"] },
      { form: "stood", originals: ["was built"] },
    ]);
    const reading = plainReading(drafted);
    reading.siteAt[drafted.from[1]] = 1;
    reading.candidateOf[1] = 1;
    const expected = expectedBy(left, ["was", "built", "a"]);
    expect(fitOf(model, drafted, reading).kept[0]).toBeCloseTo(scoreOf(["river"], expected), 3);
  });

  it("takes neighbours behind its last input for the unknown word", () => {
    const place = { form: "river", originals: ["water"] };
    const few = { ...model, inputs: model.inputs.subarray(0, 2 * idOf("river")) };
    const unknown = fitOf(few, modelLattice("a xqzzt river", [place]));
    const rare = fitOf(few, modelLattice("a spherical river", [place]));
    expect(idOf("spherical")).toBeGreaterThan(idOf("river"));
    expect(rare.gain[0]).toBe(unknown.gain[0]);
  });
});

describe("the log-bilinear model that comes with the package", () => {
  const cases: readonly (readonly [text: string, form: string, original: string])[] = [
    ["the minister's workplace said on Sunday that talks would go on", "workplace", "office"],
    ["a new rule will come into drive next year", "drive", "force"],
    ["the company reported that its gross sales rose this zone", "zone", "quarter"],
    ["many individuals came to the meeting", "individuals", "people"],
    ["he may come as we speak or tomorrow", "as we speak", "today"],
  ];
  it.each(cases)("finds that “%s” fits better without “%s”", (text, form, original) => {
    const lattice = modelLattice(text, [{ form, originals: [original] }]);
    expect(fitOf(bilinear, lattice).gain[0]).toBeGreaterThan(0.5);
  });

  it.each(cases)("finds the opposite where what stands there belongs: “%s”", (text, form, original) => {
    const lattice = modelLattice(text.replace(form, original), [{ form: original, originals: [form] }]);
    expect(fitOf(bilinear, lattice).gain[0]).toBeLessThan(-0.5);
  });

  it("has a number for words that nobody knows, and for a text of nothing else", () => {
    const lattice = modelLattice("xqzzt", [{ form: "xqzzt", originals: ["qqxx", "3"] }]);
    for (const gain of fitOf(bilinear, lattice).gain) expect(Number.isFinite(gain)).toBe(true);
  });
});

describe("a packed log-bilinear model", () => {
  const model = {
    outputs: {
      dimensions: 2,
      words: Int32Array.of(2, 5, 700),
      levels: Int8Array.of(-8, 7, 0, 1, 2, -3),
    },
    bias: Int8Array.of(-128, 0, 127),
    inputs: Int8Array.of(1, 2, 3, 4),
    weights: Float32Array.from({ length: 4 * DEPTH }, (_, at) => at / 8),
  };

  it("is unpacked as it was, and a word without an output has the first", () => {
    const unpacked = decodeLogBilinear(encodeLogBilinear(model), 800);
    expect(unpacked.dimensions).toBe(2);
    expect(unpacked.inputs).toEqual(model.inputs);
    expect(unpacked.outputs).toEqual(model.outputs.levels);
    expect(unpacked.weights).toEqual(model.weights);
    expect([...unpacked.bias]).toEqual([...model.bias].map((level) => Math.fround(level * BIAS_STEP)));
    expect([2, 5, 700, 699].map((word) => unpacked.outputOf[word])).toEqual([0, 1, 2, 0]);
  });

  it("is refused if it is another kind of file", () => {
    expect(() => decodeLogBilinear(encodeVectors(model.outputs), 800)).toThrow(ModelError);
  });
});
