import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { calibrationOf } from "../scripts/eval/calibration.js";
import { judgeEdits } from "../scripts/eval/edit-judge.js";
import { excerptsOf, sample } from "../scripts/eval/excerpts.js";
import { everyOtherParagraph, halfOfSentences } from "../scripts/eval/half-spun.js";
import { holdOut, surfaceKey, surfaceKeys } from "../scripts/eval/library.js";
import { reliabilitySvg } from "../scripts/eval/reliability-svg.js";
import { areaUnderCurve, foundAt, type RankedScore } from "../scripts/eval/roc.js";
import { goldCaseOf } from "../scripts/eval/scoring/gold.js";
import { SilenceJudge } from "../scripts/eval/silent.js";
import { shareText, toMarkdown, toTerminal } from "../scripts/eval/table.js";
import { countWords, readCommitted, readShared } from "../scripts/eval/texts.js";
import { readSeedCase } from "../scripts/eval/written-cases.js";
import { parseEntries } from "../src/dictionary/entry.js";
import { loadResources } from "../src/load.js";
import type { Edit, Restoration } from "../src/types.js";

const scores = (...values: number[]): RankedScore[] => values.map((value) => [value, 0]);

describe("the area under the curve", () => {
  it.each([
    { name: "apart", spun: scores(3, 4), clean: scores(1, 2), area: 1 },
    { name: "upside down", spun: scores(1, 2), clean: scores(3, 4), area: 0 },
    { name: "all alike", spun: scores(1, 1, 1), clean: scores(1, 1), area: 0.5 },
    { name: "mixed", spun: scores(2, 4), clean: scores(1, 3), area: 0.75 },
    {
      name: "told apart by the second number",
      spun: [[1, 2]] as RankedScore[],
      clean: [[1, 1]] as RankedScore[],
      area: 1,
    },
  ])("$name", ({ spun, clean, area }) => {
    expect(areaUnderCurve(spun, clean)).toBe(area);
  });
});

describe("the share found at few false alarms", () => {
  const clean = scores(...Array.from({ length: 1000 }, (_, i) => i));
  it("allows one alarm in a thousand", () => {
    expect(foundAt(scores(998, 999, 1000, 5), clean, 0.001)).toBe(0.5);
  });
  it("allows none of fewer", () => {
    expect(foundAt(scores(998, 999, 1000, 5), clean.slice(0, 999), 0.001)).toBe(0.5);
    expect(foundAt(scores(998, 997), clean.slice(0, 999), 0.001)).toBe(0);
  });
});

describe("calibration", () => {
  const sure = (confidence: number, right: number, wrong: number) => [
    ...Array.from({ length: right }, () => ({ confidence, right: true })),
    ...Array.from({ length: wrong }, () => ({ confidence, right: false })),
  ];
  it("has no error where nine in ten of 0.9 are right", () => {
    const { expectedError, bins, count } = calibrationOf([...sure(0.95, 19, 1), ...sure(0.25, 1, 3)]);
    expect(expectedError).toBeCloseTo(0, 10);
    expect(count).toBe(24);
    expect(bins[9]).toMatchObject({ count: 20, accuracy: 0.95 });
    expect(bins[2]).toMatchObject({ count: 4, accuracy: 0.25 });
  });
  it("weighs the distance by how many there are", () => {
    expect(calibrationOf([...sure(1, 0, 3), ...sure(0, 0, 1)]).expectedError).toBeCloseTo(0.75, 10);
  });
  it("counts weights", () => {
    const calibration = calibrationOf([
      { confidence: 0.5, right: true, weight: 3 },
      { confidence: 0.5, right: false, weight: 1 },
    ]);
    expect(calibration.bins[5].accuracy).toBe(0.75);
  });
  it("is drawn", () => {
    const svg = reliabilitySvg("edits", calibrationOf(sure(0.85, 4, 1)));
    expect(svg).toMatch(/^<svg [^>]+>/);
    expect(svg).toContain("expected calibration error 0.050, n = 5");
    expect(svg.match(/<circle/g)).toHaveLength(1);
  });
});

describe("edits judged one by one", () => {
  const text = "In addition they stated it was a spherical of speak reveals.";
  const reference = "They also said it was a round of talk shows.";
  const gold = [
    [0, 16, "They also"],
    [17, 23, "said"],
    [33, 42, "round"],
    [46, 51, "talk"],
    [52, 59, "shows"],
  ] as const;
  const example = goldCaseOf({
    id: "1",
    text,
    gold: gold.map(([start, end, original]) => ({ start, end, spun: text.slice(start, end), original })),
  });
  const edit = (start: number, end: number, after: string): Edit => ({
    ...{ start, end, after, before: text.slice(start, end), confidence: 0.9 },
    ...{ kind: "word", entry: "", reason: "", alternatives: [] },
  });
  const judged = (edits: readonly Edit[], suggestions: readonly Edit[] = []): boolean[] => {
    const restoration = { text: "", edits, suggestions } as unknown as Restoration;
    return judgeEdits(example, restoration, true).map(({ right }) => right);
  };

  it("gives the reference with all gold edits", () => {
    const restored = example.gold.reduceRight(
      (left, { start, end, original }) => left.slice(0, start) + original + left.slice(end),
      text,
    );
    expect(restored).toBe(reference);
  });
  it.each([
    { name: "right", edits: [edit(17, 23, "said")], right: [true] },
    { name: "another word", edits: [edit(17, 23, "told")], right: [false] },
    { name: "nothing to do there", edits: [edit(24, 26, "that")], right: [false] },
    { name: "wider than the gold", edits: [edit(24, 42, "it was a round")], right: [true] },
    { name: "two that make one", edits: [edit(0, 11, "They"), edit(12, 16, "also")], right: [true, true] },
    { name: "half of it", edits: [edit(0, 11, "They")], right: [false] },
    { name: "one for two", edits: [edit(46, 59, "talk shows")], right: [true] },
    { name: "one for two, half wrong", edits: [edit(46, 59, "talk displays")], right: [false] },
  ])("$name", ({ edits, right }) => {
    expect(judged(edits)).toEqual(right);
  });
  it("judges suggestions beside the edits", () => {
    expect(judged([edit(0, 11, "They")], [edit(12, 16, "also"), edit(33, 42, "ball")])).toEqual([false, true, false]);
  });
});

describe("excerpts", () => {
  const paragraph = `${"This is a plain sentence of text. ".repeat(7).trim()}\n\n`;
  const documents = [{ source: "a", id: "a-1", text: paragraph.repeat(30) }];
  it("are cut between paragraphs and keep to their bounds", () => {
    const excerpts = excerptsOf(documents, 100, 300);
    expect(excerpts.length).toBeGreaterThan(3);
    for (const { text } of excerpts) {
      expect(countWords(text)).toBeGreaterThanOrEqual(100);
      expect(countWords(text)).toBeLessThanOrEqual(300);
      expect(text.startsWith("This is") && text.endsWith(".")).toBe(true);
    }
  });
  it("leave tables out", () => {
    expect(excerptsOf([{ source: "a", id: "a", text: "12 14 19 20\n".repeat(60) }], 100, 300)).toEqual([]);
  });
  it("are drawn from each source alike, whatever the order", () => {
    const texts = ["a", "b"].flatMap((source) =>
      Array.from({ length: source === "a" ? 50 : 5 }, (_, i) => ({ source, id: `${source}${i}`, text: "" })),
    );
    const drawn = sample(texts, 8, "seed");
    expect(drawn.filter(({ source }) => source === "b")).toHaveLength(4);
    expect(new Set(sample(texts.toReversed(), 8, "seed"))).toEqual(new Set(drawn));
  });
});

describe("half-spun plans", () => {
  const body = "One two three four five six seven eight nine ten eleven twelve thirteen.";
  it("take every other paragraph, a heading with the one behind it", () => {
    const text = `Title\n\n${body}\n\n${body}\n\nTwo\n\n${body}`;
    const works = everyOtherParagraph(text);
    const starts = [...text.matchAll(/One two/g)].map((match) => match.index);
    expect(starts.map(works)).toEqual([true, false, true]);
  });
  it("take about half of the sentences, whole ones", () => {
    const text = `${body} `.repeat(200);
    const works = halfOfSentences(text, "seed");
    const starts = Array.from({ length: 200 }, (_, i) => i * (body.length + 1));
    const share = starts.filter(works).length / 200;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
    for (const start of starts) expect(works(start + body.length - 1)).toBe(works(start));
  });
});

describe("held-out entries", () => {
  const source = Array.from({ length: 400 }, (_, i) => `spun${i}\toriginal${i}\tn`).join("\n");
  const entries = [
    ...parseEntries(source, "general"),
    ...parseEntries(source.replaceAll(/(\d)\t(\w+)\tn/g, "$1s\t$2s\tx"), "news"),
    ...parseEntries(source, "science-words"),
  ];
  it("lose their inflected forms in every dictionary and leave terms of science alone", () => {
    const kept = holdOut(entries, 0.2);
    const known = surfaceKeys(kept);
    const general = kept.filter(({ domain }) => domain === "general");
    expect(general.length).toBeGreaterThan(220);
    expect(general.length).toBeLessThan(300);
    expect(kept.filter(({ domain }) => domain === "science-words")).toHaveLength(400);
    for (let i = 0; i < 400; i++) {
      expect(known.has(surfaceKey(`spun${i}`, `original${i}`))).toBe(
        known.has(surfaceKey(`spun${i}s`, `original${i}s`)),
      );
    }
  });
  it("are the same each time", () => {
    expect(holdOut(entries, 0.2)).toEqual(holdOut(entries, 0.2));
  });
});

describe("silent swaps", () => {
  const text = "The president said on Monday that talks would begin in the spring.";
  const isSilent = (original: string, form: string): boolean => {
    const judge = new SilenceJudge(loadResources().language, text);
    const start = text.indexOf(original);
    return judge.isSilent(start, start + original.length, form);
  };
  it("read as well as the original", () => {
    expect(isSilent("would", "will")).toBe(true);
    expect(isSilent("begin", "start")).toBe(true);
  });
  it("are told from those that a reader sees", () => {
    expect(isSilent("talks", "speaks")).toBe(false);
    expect(isSilent("in the", "within the")).toBe(false);
    expect(isSilent("said", "zzgx")).toBe(false);
  });
});

describe("tables", () => {
  const table = {
    title: "T",
    note: "N",
    columns: ["a|b", "c"],
    rows: [
      ["x", "10"],
      ["long", "9"],
    ],
  };
  it("are set for the terminal and as Markdown", () => {
    expect(toTerminal(table)).toBe("\nT\nN\na|b    c\nx     10\nlong   9");
    expect(toMarkdown(table)).toBe("### T\n\nN\n\n| a\\|b | c |\n|---|---:|\n| x | 10 |\n| long | 9 |\n");
    expect([0, 0.25, 1].map(shareText)).toEqual([".000", ".250", "1.000"]);
  });
});

describe("the committed articles", () => {
  it("are a dozen of an article's length", () => {
    const texts = readCommitted();
    expect(texts).toHaveLength(12);
    for (const { text } of texts) {
      expect(countWords(text)).toBeGreaterThanOrEqual(120);
      expect(countWords(text)).toBeLessThanOrEqual(300);
    }
  });
});

describe("the seed article's reference", () => {
  const reference = JSON.parse(readFileSync(new URL("fixtures/eval/seed-reference.json", import.meta.url), "utf8")) as {
    readonly length: number;
    readonly gold: readonly {
      readonly start: number;
      readonly end: number;
      readonly spun: string;
      readonly silent: boolean;
    }[];
  };
  it("is sorted, and every span is as long as its words", () => {
    reference.gold.forEach(({ start, end, spun }, index) => {
      expect(end - start).toBe(spun.length);
      expect(start).toBeGreaterThanOrEqual(reference.gold[index - 1]?.end ?? 0);
    });
    expect(reference.gold.filter(({ silent }) => !silent).length).toBeGreaterThan(70);
  });
  it.skipIf(readSeedCase() === undefined)("fits the article", () => {
    const text = readShared("seed/article.txt") ?? "";
    expect(text).toHaveLength(reference.length);
    for (const { start, end, spun } of reference.gold) expect(text.slice(start, end)).toBe(spun);
  });
});
