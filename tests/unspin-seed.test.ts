import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { goldCaseOf, type WrittenCase } from "../scripts/eval/scoring/gold.js";
import { scoreDocument } from "../scripts/eval/scoring/score.js";
import { totalsOf } from "../scripts/eval/scoring/totals.js";
import { unspin } from "../src/index.js";

const text = readFileSync(new URL("../demo/seed-article.txt", import.meta.url), "utf8");
const reference: Omit<WrittenCase, "text"> = JSON.parse(
  readFileSync(new URL("fixtures/eval/seed-reference.json", import.meta.url), "utf8"),
);
const restoration = unspin(text);
const quotations = (of: string): string[] => of.match(/“[^”]*”/g) ?? [];

describe("the seed article", () => {
  it("is taken for spun, in its body and not in its quotations", () => {
    const { spun, probability, evidence } = restoration.detection;
    expect(spun).toBe(true);
    expect(probability).toBeGreaterThan(0.99);
    expect(evidence.regions.body.rate).toBeGreaterThan(0.3);
    expect(evidence.regions.quotation.rate).toBeLessThan(0.1);
  });

  it("is restored at 0.97 precision, and six in seven of the swaps that a reader sees", () => {
    const seed = goldCaseOf({ ...reference, text });
    const { precision, recall } = totalsOf([scoreDocument(seed, restoration.text)]);
    expect(seed.gold.length).toBeGreaterThan(80);
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(6 / 7);
  });

  it("has its quotations left as they are", () => {
    expect(quotations(text).length).toBeGreaterThan(10);
    expect(quotations(restoration.text)).toEqual(quotations(text));
  });

  it("has no name, number or capitalised word changed", () => {
    expect(restoration.edits.filter(({ before }) => /[\p{Lu}\p{N}]/u.test(before))).toEqual([]);
    const capitals = (of: string): string[] => of.match(/[\p{Lu}\p{N}][\p{L}\p{N},]*/gu) ?? [];
    expect(capitals(restoration.text)).toEqual(capitals(text));
  });

  const restored: readonly (readonly [spun: string, original: string | RegExp])[] = [
    ["japanese Ukraine", "eastern Ukraine"],
    ["Macron’s workplace stated", "Macron’s office said"],
    ["telephone dialog", /(?:tele)?phone (?:conversation|call|talk)/],
    ["in addition they agreed", "they also agreed"],
    ["the place authorities troops", "where government troops"],
    ["known as for a ceasefire", "called for a ceasefire"],
    ["prepared to fulfill Russia’s", "to meet Russia’s"],
    ["in keeping with his high diplomat", "according to his top diplomat"],
    ["spherical of US speak reveals", "round of US talk shows"],
    ["instructed CNN", "told CNN"],
    ["navy motion", "military action"],
    ["in and round Ukraine", "in and around Ukraine"],
    ["two leaders final spoke", "two leaders last spoke"],
    ["in a single day", "overnight"],
    ["each Russia and Ukraine", "both Russia and Ukraine"],
    ["navy workout routines", "military exercises"],
    [
      "considered one of a number of indicators",
      /one of (?:several|many|a number of) (?:signs|indicators|indications)/,
    ],
    ["internet hosting a uncommon", "hosting a rare"],
    ["Ukraine disaster", "Ukraine crisis"],
    ["ought to they invade", "should they invade"],
  ];
  it.each(restored)("has %s restored", (spun, original) => {
    expect(text).toContain(spun);
    expect(restoration.text).not.toContain(spun);
    expect(restoration.text).toMatch(original);
  });

  it("has both halves of “can be prepared to fulfill” restored", () => {
    expect(restoration.text).toContain("would be prepared to meet");
  });

  const right = [
    "The Japanese government said on Monday that it would send a second ship.",
    "The flood was the worst natural disaster in the island's history.",
    "He went there to fulfill a promise that he had made to his father.",
  ];
  it.each(right)("has company that is right as it is: %s", (sentence) => {
    for (const company of [`${text}\n\n${sentence}`, `${sentence}\n\n${text}`]) {
      const from = company.indexOf(sentence);
      const to = from + sentence.length;
      expect(unspin(company).edits.filter(({ start, end }) => start < to && end > from)).toEqual([]);
    }
  });

  const alone = [
    ...right,
    "The navy deployed a frigate and two smaller ships to the strait.",
    "A new bridge is only one of a number of options, she said.",
    "The prize goes to each country and city that takes part.",
  ];
  it.each(alone)("has phrases that are right by themselves: %s", (sentence) => {
    expect(unspin(sentence).edits).toEqual([]);
    expect(unspin(sentence, { preset: "eager" }).edits).toEqual([]);
  });

  it("is explained: every edit names its entry, its reason and how sure it is", () => {
    for (const { entry, reason, confidence, before, after } of restoration.edits) {
      expect(entry, before).toMatch(/^article$|^[a-z-]+: .+ > .+$/);
      expect(reason).toMatch(/^\S.{8,}$/);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(after).not.toBe(before);
    }
  });

  it("changes no more when it is restored again", () => {
    const again = unspin(restoration.text);
    expect(again.edits).toEqual([]);
    expect(again.text).toBe(restoration.text);
    expect(again.detection.spun).toBe(false);
  });

  it("is left alone where it is ignored", () => {
    const from = text.indexOf("In a rapid-fire");
    const to = text.indexOf("Aggressive navy");
    const { edits } = unspin(text, { ignore: ["Workplace", /japanese \w+/g, { start: from, end: to }] });
    expect(edits.length).toBeGreaterThan(20);
    expect(edits.filter(({ start, end }) => start < to && end > from)).toEqual([]);
    expect(edits.filter(({ before }) => /workplace|japanese/.test(before))).toEqual([]);
  });
});
