import { describe, expect, it } from "vitest";
import { labelledWords } from "../scripts/build-glance/labelled-words.js";
import { GlanceTrainer } from "../scripts/build-glance/trainer.js";
import { ModelError } from "../src/errors.js";
import { loadResources } from "../src/load.js";
import { Glance } from "../src/screening/glance.js";
import { decodeGlance, encodeGlance, type GlanceWeights } from "../src/screening/glance-weights.js";
import { NO_HASH, QuickReader } from "../src/screening/quick-reader.js";
import { buildWordTable } from "../src/screening/word-table.js";

const { language, dictionary, glance } = loadResources();
const { vocabulary } = dictionary.phrases;

function read(text: string): QuickReader {
  const reader = new QuickReader(buildWordTable(vocabulary), language);
  reader.read(text);
  return reader;
}

function evidenceOf(weights: GlanceWeights | undefined, text: string): number {
  if (!weights) throw new Error("there are no weights");
  return new Glance(weights).evidenceOf(read(text), Number.POSITIVE_INFINITY);
}

const CLEAN =
  "The office said on Sunday that the talks will go on next week, and that more than 300 people were killed. ";
const SPUN =
  "The workplace stated on Sunday that the talks will cross on subsequent week, and that greater than 300 folks have been killed. ";

describe("a glance", () => {
  it("takes swapped words for evidence, and clean ones for none", () => {
    expect(evidenceOf(glance, SPUN)).toBeGreaterThan(4);
    expect(evidenceOf(glance, CLEAN)).toBeLessThan(2);
    expect(evidenceOf(glance, "")).toBe(0);
  });

  it("sees a spun sentence in a long clean text", () => {
    const around = CLEAN.repeat(40);
    const inside = evidenceOf(glance, around + SPUN + around);
    expect(inside).toBeGreaterThan(evidenceOf(glance, SPUN) / 2);
    expect(inside).toBeGreaterThan(evidenceOf(glance, around) + 3);
  });

  it("finds the same again less surprising each time", () => {
    const once = evidenceOf(glance, SPUN);
    expect(evidenceOf(glance, SPUN.repeat(10))).toBeLessThan(5 * once);
  });

  it("stops where it has enough", () => {
    const enough = new Glance(glance as GlanceWeights).evidenceOf(read(SPUN.repeat(20)), 2);
    expect(enough).toBeGreaterThanOrEqual(2);
    expect(enough).toBeLessThan(6);
  });
});

describe("packed weights", () => {
  const weights = { levels: Int8Array.of(0, 3, -15, 15), step: 0.25, bias: -0.5 };

  it("come back as they were", () => expect(decodeGlance(encodeGlance(weights))).toEqual(weights));

  it("are refused if a byte of them has changed", () => {
    const packed = encodeGlance(weights);
    packed[packed.length - 1] ^= 1;
    expect(() => decodeGlance(packed)).toThrow(ModelError);
  });
});

describe("what a glance learns", () => {
  it("has the words that are read when texts are screened", () => {
    const text = "The well-known cat didn't bark, in 1990. Dogs’ owners did so; it's fine. So it goes.";
    const { hash, count } = read(text);
    const learnt = labelledWords({ text, gold: [] }, vocabulary).hash.filter((each) => each !== NO_HASH);
    expect(learnt).toEqual([...hash.subarray(0, count)]);
  });

  it("knows which words were swapped in", () => {
    const text = "The big workplace stated it.";
    const gold = [{ start: 8, end: 17, spun: "workplace", original: "office", pair: 0 }];
    expect(labelledWords({ text, gold }, vocabulary).swapped).toEqual([0, 0, 1, 0, 0, 0]);
  });

  it("tells swapped words from those that stand in clean texts", () => {
    const trainer = new GlanceTrainer(12);
    const gold = [
      { start: 4, end: 13, spun: "workplace", original: "office", pair: 0 },
      { start: 14, end: 20, spun: "stated", original: "said", pair: 1 },
    ];
    for (let round = 0; round < 200; round++) {
      trainer.learn(labelledWords({ text: "The workplace stated it then.", gold }, vocabulary), true);
      trainer.learn(labelledWords({ text: "The office said it then.", gold: [] }, vocabulary), false);
    }
    const weights = trainer.quantised();
    expect(evidenceOf(weights, "The workplace stated it then.")).toBeGreaterThan(1);
    expect(evidenceOf(weights, "The office said it then.")).toBe(0);
  });
});
