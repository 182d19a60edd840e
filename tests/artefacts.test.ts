import { describe, expect, it } from "vitest";
import { mendArticles } from "../src/artefacts/articles.js";
import { mendBraces } from "../src/artefacts/braces.js";
import { mendDoubled, type Rewritten } from "../src/artefacts/doubled.js";
import { type Mend, withoutOverlaps } from "../src/artefacts/mend.js";
import type { Fluent } from "../src/artefacts/plausibility.js";
import { mendSymbols } from "../src/artefacts/symbols.js";
import { modelLens } from "../src/context/fluency.js";
import { unspin } from "../src/index.js";
import { loadResources } from "../src/load.js";
import { type Scan, scan } from "../src/text/scan.js";
import { readCaseFile } from "./case-files.js";
import { rewritten } from "./mend-harness.js";

interface ArtefactCase {
  readonly id: string;
  /** Whether the text is taken to be spun. */
  readonly spun: boolean;
  readonly text: string;
}

const { dictionary, language, modelWords } = loadResources();

function read(text: string): { tokens: Scan; fluent: Fluent } {
  const { vocabulary } = dictionary.phrases;
  const tokens = scan(text, vocabulary);
  return { tokens, fluent: { model: language, vocabulary, lens: modelLens(language, modelWords, tokens) } };
}

function mendsOf({ text, spun }: Pick<ArtefactCase, "text" | "spun">, changes: readonly Rewritten[] = []): Mend[] {
  const { tokens, fluent } = read(text);
  const braces = mendBraces({ scan: tokens, dictionary, fluent, spun });
  const symbols = mendSymbols(tokens, dictionary.wordLists, () => fluent, spun);
  const doubled = spun ? mendDoubled(tokens, fluent, dictionary.wordLists, changes) : [];
  return withoutOverlaps([...braces, ...symbols, ...doubled]).filter(({ probability }) => probability > 0.5);
}

describe("artefacts that are mended", () => {
  for (const each of readCaseFile<ArtefactCase & { reference: string }>("artefacts/restored.jsonl")) {
    it(each.id, () => expect(rewritten(each.text, mendsOf(each))).toBe(each.reference));
  }
});

describe("what looks like an artefact and stays", () => {
  for (const each of readCaseFile<ArtefactCase>("artefacts/stays.jsonl")) {
    it(each.id, () => expect(mendsOf(each)).toEqual([]));
  }
});

describe("names of symbols", () => {
  it.each([
    ["it is arsenic good arsenic new", "it is as good as new"],
    ["She asked maine if iodine could come.", "She asked me if I could come."],
    ["we moved from indiana to oregon last spring", "we moved from indiana to oregon last spring"],
  ])("are found in a text that shows nothing else: %s", (text, restored) => {
    expect(unspin(text).text).toBe(restored);
    expect(unspin(text, { thorough: true }).text).toBe(restored);
  });
});

describe("a choice", () => {
  it("names the other words with their probabilities", () => {
    const [mend] = mendsOf({ text: "The firm paid two million {dollars|bucks} for the site last year.", spun: false });
    expect(mend.alternatives.map(({ text }) => text)).toEqual(["bucks"]);
    expect(mend.alternatives[0].probability).toBeLessThan(mend.probability);
  });

  it("waits for a spun text where its words are no swaps of each other", () => {
    const text = "The {elephant|carburettor} stood in the yard for the whole of the day.";
    expect(mendsOf({ text, spun: true })).toHaveLength(1);
  });

  it("costs linear time in braces that never close", () => {
    expect(mendsOf({ text: "so {a|b ".repeat(20_000), spun: true }).length).toBeLessThanOrEqual(20_000);
  });
});

describe("doubled words", () => {
  it("are compared as they will stand", () => {
    const text = "It might well be so.";
    const [from, to] = [1, 2];
    const mends = mendsOf({ text, spun: true }, [{ from, to, text: "may well" }]);
    expect(rewritten(text, mends)).toBe("It might be so.");
  });

  it("stay where a restored span covers both", () => {
    const text = "It may be that the the man is right.";
    expect(mendsOf({ text, spun: true }, [{ from: 4, to: 6, text: "the" }])).toEqual([]);
  });
});

describe("articles", () => {
  const articles = (text: string, changes: readonly Rewritten[] = []): string => {
    const { tokens, fluent } = read(text);
    return rewritten(text, mendArticles(tokens, fluent, dictionary, changes));
  };

  it.each([
    ["He bought an car and a automobile.", "He bought a car and an automobile."],
    ["An big house stood there.", "A big house stood there."],
    ["an hour, a year, an honest man, a European city", "an hour, a year, an honest man, a European city"],
    ['vitamin a is good, and so is a "open" door', 'vitamin a is good, and so is a "open" door'],
  ])("%s", (text, reference) => expect(articles(text)).toBe(reference));

  it("are not their business before a restored word", () => {
    expect(articles("a automobile", [{ from: 1, to: 2, text: "car" }])).toBe("a automobile");
  });

  it.each([
    ["an car", 0.5],
    ["a ambulance", 0.85],
  ])("%s: the article is at fault with probability %d", (text, probability) => {
    const { tokens, fluent } = read(`He saw ${text}.`);
    expect(mendArticles(tokens, fluent, dictionary, []).map((mend) => mend.probability)).toEqual([probability]);
  });
});
