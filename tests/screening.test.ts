import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadResources } from "../src/load.js";
import { PRESETS } from "../src/options.js";
import { hasOddShape } from "../src/screening/foreign-habits.js";
import { APART, CAPITAL, FIXED, NUMBER, QuickReader } from "../src/screening/quick-reader.js";
import { Screen } from "../src/screening/screen.js";
import { buildWordTable } from "../src/screening/word-table.js";
import { scan } from "../src/text/scan.js";
import { assembleUnspinner } from "../src/unspin.js";

const resources = loadResources();
const { language, dictionary } = resources;
const { vocabulary } = dictionary.phrases;
const screen = new Screen(resources);
/** The gate of the balanced preset. */
const GATE = PRESETS.balanced.evidence;

const CLEAN = new URL("fixtures/eval/clean/", import.meta.url);
const articles = readdirSync(CLEAN).map((file) => readFileSync(new URL(file, CLEAN), "utf8"));

const SPUN =
  "The office stated that a ceasefire withinside the capital become viable, and officers delivered that the talks could " +
  "cross on withinside the subsequent week. The president’s workplace introduced a fast spherical of speak, and the " +
  "opposition birthday party known as the assembly a brand new danger. Heaps of humans took to the streets to call for an " +
  "cease to the battle, police stated, and as a minimum seven had been damage. The high minister informed newshounds that " +
  "the united states could now no longer take delivery of the phrases, in step with a declaration released on his internet site. ";

describe("a text at first glance", () => {
  const read = (text: string): QuickReader => {
    const reader = new QuickReader(buildWordTable(vocabulary), language);
    reader.read(text);
    return reader;
  };

  it("has the words that the tokeniser finds", () => {
    const text = "Dr. Grey’s dog didn't bark in the U.S. on Monday, did it? No. The well-known cat did.";
    const { word, count } = read(text);
    const tokens = scan(text, vocabulary);
    const words = Array.from(tokens.word.subarray(0, tokens.count)).filter((_, at) => tokens.kind[at] <= 2);
    expect(Array.from(word.subarray(0, count))).toEqual(words);
  });

  it("has its sentences", () => {
    const { walls, count } = read("One two. Three four, five? six\n\nseven 8.5 nine.");
    expect(Array.from(walls.subarray(0, count))).toEqual([1, 0, 1, 0, 0, 0, 1, 0, 0]);
  });

  it.each([
    ["the dog, the cat", [0, 0, APART, 0]],
    ["the Dog and NATO", [0, CAPITAL, 0, CAPITAL | FIXED]],
    ["in 1990 iPhones", [0, NUMBER, FIXED]],
    ["see https://example.org/a-b now", [0, FIXED, 0]],
  ])("knows what its words are: %s", (text, flags) => {
    const reader = read(text);
    expect(Array.from(reader.flags.subarray(0, reader.count))).toEqual(flags);
  });

  it.each([
    ["it cost {dollars|bucks} then", true],
    ["it cost dollars|bucks} then", true],
    ["a set {a, b} and a pipe | here", false],
  ])("shows a spinner's open choice: %s", (text, expected) => {
    expect(read(`${text} ${"word ".repeat(90)}`).hasChoice).toBe(expected);
  });

  it("is read alike whatever was read before", () => {
    const reader = new QuickReader(buildWordTable(vocabulary), language);
    reader.read(SPUN.repeat(40));
    reader.read("It was {a|b}, « so » it was.");
    reader.read("The dog.");
    expect([reader.count, reader.hasChoice, reader.foreignMarks]).toEqual([2, false, 0]);
  });
});

describe("a number", () => {
  it.each(["3,5", "1.200.000", "12h", "14h30", "0,75"])("is written as in another language: %s", (text) => {
    expect(hasOddShape(text, 0, text.length)).toBe(true);
  });

  it.each(["3.5", "1,200,000", "1990s", "2nd", "1.200", "12"])("is written as in English: %s", (text) => {
    expect(hasOddShape(text, 0, text.length)).toBe(false);
  });
});

describe("screening", () => {
  it("lets spun text pass, and one spun paragraph in a clean text", () => {
    expect(screen.suspect(SPUN, GATE).spun).toBe(true);
    const [first, ...rest] = articles;
    expect(screen.suspect([first, SPUN, ...rest].join("\n\n"), GATE).spun).toBe(true);
  });

  it("dismisses most clean articles", () => {
    const passed = articles.filter((text) => screen.suspect(text, GATE).spun);
    expect(passed.length).toBeLessThanOrEqual(articles.length / 6);
  });

  it("asks for less evidence where the full analysis does", () => {
    const passing = (gate: number): number => articles.filter((text) => screen.suspect(text, gate).spun).length;
    expect(passing(1)).toBeGreaterThanOrEqual(passing(3));
    expect(passing(3)).toBeGreaterThanOrEqual(passing(6));
  });

  it("sees where a text may have been translated", () => {
    const text = "He is here since three years and has 5 millions of dollars. The price rose by 3,5 million. ";
    expect(screen.suspect(text, GATE)).toEqual({ spun: false, translated: true });
    expect(screen.suspect("He has been here for three years. The price rose by 3.5 million.", GATE).translated).toBe(
      false,
    );
  });

  it.each(["", " ", "\n\n", "😀", "\u0301", "{", "<a", "word"])("dismisses %j", (text) => {
    expect(screen.suspect(text, GATE).spun).toBe(false);
  });
});

describe("a restorer", () => {
  const quick = assembleUnspinner(resources);
  const thorough = assembleUnspinner(resources, { thorough: true });
  const edits = (texts: readonly string[], { unspin }: typeof quick): unknown[] =>
    texts.map((text) => {
      const { edits, suggestions, detection } = unspin(text);
      return [edits, suggestions, detection.spun];
    });

  it("makes the same edits whether it screens or not", () => {
    const texts = [...articles, SPUN, `${articles[0]}\n\n${SPUN}`, "It is {good|great} news.", ""];
    expect(edits(texts, quick)).toEqual(edits(texts, thorough));
  });

  it("gives a summary verdict on what it dismisses", () => {
    const dismissed = articles.find((text) => !screen.suspect(text, GATE).spun) ?? "";
    const { text, edits, suggestions, detection } = quick.unspin(dismissed);
    expect([text, edits, suggestions]).toEqual([dismissed, [], []]);
    expect(detection).toEqual(quick.detect(dismissed));
    expect(detection.spun).toBe(false);
    expect(detection.probability).toBeLessThan(0.05);
    expect(detection.evidence.segments).toEqual([{ start: 0, end: dismissed.length, probability: 0 }]);
    expect(detection.evidence.regions.body).toEqual({ rate: 0, spun: 0, sites: 0 });
  });
});
