import { describe, expect, it } from "vitest";
import { coverageReport, holdingOf } from "../scripts/dictionary/coverage.js";
import { checkBothKinds, checkDecidable, frequencyOf } from "../scripts/dictionary/decidable.js";
import { checkExamples, readExample } from "../scripts/dictionary/examples.js";
import { rankByInterchange } from "../scripts/dictionary/interchange.js";
import { formatKinds, holdsExamples, kindsOfExamples } from "../scripts/dictionary/most-met.js";
import { parseObserved } from "../scripts/dictionary/observed.js";
import { originsOf } from "../scripts/dictionary/origins.js";
import { routeTo } from "../scripts/dictionary/readings.js";
import { checkEntries, formatFinding } from "../scripts/dictionary/rules.js";
import { sortSource } from "../scripts/dictionary/sort.js";
import { readEntries, readTranslation } from "../scripts/dictionary/sources.js";
import { withStatistics } from "../scripts/dictionary/stats.js";
import { loadResources } from "../src/load.js";
import { dictionaryOf, entriesOf } from "./dictionary-harness.js";

const { language } = loadResources();
const messages = (...lines: string[]): string[] =>
  checkEntries(entriesOf("general", ...lines)).map((finding) => formatFinding(finding));

describe("rules", () => {
  it.each<[what: string, lines: string[], findings: RegExp[]]>([
    ["good lines", ["bad | poor | x", "fine | good | x"], []],
    [
      "a duplicate",
      ["fine | good | x", "fine | good | x | typical"],
      [/general.tsv:2: fine < good: stands in .*:1 already/],
    ],
    ["a pair that runs both ways", ["fine | good | x", "good | fine | x | both"], [/:1: .*lacks the mark "both"/]],
    ["a mark without its pair", ["fine | good | x | both"], [/:1: .*wrong mark "both"/]],
    ["lines out of order", ["fine | good | x", "bad | poor | x"], [/:2: bad < poor: not in order/]],
  ])("%s", (_, lines, findings) => {
    const found = messages(...lines);
    expect(found).toHaveLength(findings.length);
    findings.forEach((pattern, index) => {
      expect(found[index]).toMatch(pattern);
    });
  });

  it.each<[line: string, both: number, neverRight: number, missing: string]>([
    ["work | job | n | + He lost his _work_. | - They _work_ hard.", 1, 0, ""],
    ["work | job | n | + He lost his _work_.", 0, 0, "stays"],
    ["work | job | n | - They _work_ hard.", 0, 0, "fires"],
    ["work | job | n | typical | + He lost his _work_.", 0, 0, "stays"],
    ["once more | again | x | typical | + Sing it _once more_.", 0, 1, ""],
    ["once more | again | x | + Sing it _once more_.", 0, 0, "stays"],
    ["play | game | n | + They won the _play_. | - They _play_ well.", 0, 0, "no such entry"],
  ])("%s: kinds of examples", (line, both, neverRight, missing) => {
    const list = ["work\tjob\tn", "once more\tagain\tx"];
    const [key = ""] = list.filter((each) => line.startsWith(each.split("\t")[0])).concat(list);
    const kinds = kindsOfExamples(language, entriesOf("general", line), [key]);
    expect([kinds.both, kinds.neverRight]).toEqual([both, neverRight]);
    expect(kinds.missing.join()).toContain(missing);
    expect(kinds.missing.length).toBe(missing === "" ? 0 : 1);
  });

  it("the entries that are met most have examples of both kinds, or need only one", () => {
    const kinds = kindsOfExamples(language, readEntries());
    expect(kinds.missing.filter((line) => line.includes("no such entry"))).toEqual([]);
    expect(holdsExamples(kinds)).toBe(true);
    expect(formatKinds(kinds)).toContain(`${kinds.both} of the 500`);
    expect(holdsExamples({ ...kinds, both: 300 })).toBe(false);
  });

  it("word swaps of science run one way", () => {
    const entries = [...entriesOf("general", "good | fine | x"), ...entriesOf("science-words", "fine | good | x")];
    expect(checkEntries(entries)).toEqual([]);
  });

  it.each<[line: string, undecidable: boolean]>([
    ["work | frobnicatorate | x", true],
    ["work | frobnicatorate | x | after: the", false],
    ["work | frobnicatorate | x | suggest", false],
    ["frobnicatorate | grommetise | x", false],
    ["work | job | x", false],
    ["the house of | the frobnicatorate of | x", true],
  ])("%s: nothing decides it: %s", (line, undecidable) => {
    expect(checkDecidable(language, entriesOf("general", line)).length > 0).toBe(undecidable);
  });

  it.each<[line: string, onesided: boolean]>([
    ["work | job | n | + He lost his _work_.", true],
    ["work | job | n | + He lost his _work_. | - They _work_ hard.", false],
    ["work | job | n | - They _work_ hard.", false],
    ["work | job | n | requires: pay | + He lost his _work_.", false],
    ["frobnicatorate | job | n | + He lost his _frobnicatorate_.", false],
    ["the work | the job | n | + He lost _the work_.", false],
  ])("%s: says only where it fires: %s", (line, onesided) => {
    expect(checkBothKinds(language, entriesOf("general", line)).length > 0).toBe(onesided);
  });

  it("hold for the package's dictionaries", () => {
    expect(checkEntries(readEntries()).map((finding) => formatFinding(finding))).toEqual([]);
    expect(checkEntries(readTranslation()).map((finding) => formatFinding(finding))).toEqual([]);
  });
});

describe("examples", () => {
  it("mark one stretch", () => {
    expect(readExample("The _work place_ is here.")).toEqual({ text: "The work place is here.", start: 4, end: 14 });
    for (const sentence of ["none", "one _mark", "_a_ and _b_", "__"]) expect(readExample(sentence)).toBeUndefined();
  });

  const [entry] = entriesOf("general", "place | office | n | + His _places_ are good. | - The _place_ is good.");
  const check = (text: string): string[] =>
    checkExamples([entry], () => [{ start: 4, end: 10, text }]).map(({ message }) => message);

  it("must fire and must stay", () => {
    expect(check("offices")).toEqual([]);
    expect(check("post")).toEqual(['wanted "offices", got "post" in "His _places_ are good."']);
    expect(check("office")).toEqual([
      'wanted "offices", got "office" in "His _places_ are good."',
      'did not want "office", got "office" in "The _place_ is good."',
    ]);
  });

  it("must hold a form of their entry", () => {
    const wrong = entriesOf("general", "place | office | n | + His _house_ is good.");
    expect(checkExamples(wrong, () => []).map(({ message }) => message)).toEqual([
      '"house" is no form of this entry in "His _house_ is good."',
    ]);
  });
});

describe("sort", () => {
  it("orders lines, keeps the head, moves comments with their lines, sets the marks", () => {
    const source = "# head\n\n# about good\ngood\tfine\tx\n\nbad\tpoor\tx\tboth\n# about apt\napt\tfit\tx\n# end";
    expect(sortSource(source, "general", ({ spun }) => spun === "good")).toBe(
      "# head\n\n# about apt\napt\tfit\tx\nbad\tpoor\tx\n# about good\ngood\tfine\tx\tboth\n# end\n",
    );
  });

  it("leaves a sorted file as it is", () => {
    const source = "# head\n\napt\tfit\tx\nbad\tpoor\tx\n";
    expect(sortSource(source, "general", () => false)).toBe(source);
  });
});

describe("coverage", () => {
  const entries = [
    ...entriesOf(
      "general",
      "workplace | office | n",
      "stated | said | x",
      "depth | deep learning | x | requires: perceptron",
    ),
    ...entriesOf("science-words", "counterfeit | artificial | x", "consciousness | intelligence | n"),
  ];
  const dictionary = dictionaryOf(entries, ["artificial intelligence"]);

  it.each<[spun: string, original: string, route: string | undefined]>([
    ["workplaces", "offices", "entry"],
    ["counterfeit consciousness", "artificial intelligence", "term"],
    ["workplace stated", "office said", "parts"],
    ["the workplace", "the office", "parts"],
    ["{the workplace}", "the office", "parts"],
    ["workplace", "workplace", undefined],
    ["workplace", "bureau", undefined],
    ["workplace stated", "office", undefined],
  ])("%s < %s: %s", (spun, original, route) => {
    expect(routeTo(dictionary, spun, 0, spun.length, original)).toBe(route);
  });

  it("reads lists with and without conditions", () => {
    const list = "# seen\nspun\toriginal\tcount\tcontext\nfine\tgood\t7\ta _ day; so _\nbad\tpoor\t\t";
    expect(parseObserved(list)).toEqual([
      { spun: "fine", original: "good", count: 7, context: "a _ day", requires: [], unless: [] },
      { spun: "bad", original: "poor", count: 1, context: "", requires: [], unless: [] },
    ]);
    const [pair] = parseObserved(
      "spun\toriginal\tpapers\trequires\tunless\ndepth\tdeep learning\t4\tperceptron | net\tsea",
    );
    expect(pair).toMatchObject({ count: 4, requires: ["perceptron", "net"], unless: ["sea"] });
    expect(() => parseObserved("a\tb\nfine\tgood")).toThrow(/no column "spun"/);
  });

  it("honours conditions both ways", () => {
    const [pair] = parseObserved("spun\toriginal\tpapers\trequires\ndepth\tdeep learning\t4\tperceptron");
    const holding = holdingOf(dictionary, originsOf(entries), pair);
    expect(holding).toMatchObject({ route: "entry", silent: true });
  });

  it("counts by pairs and by sightings, and lists what is missing", () => {
    const pairs = parseObserved("spun\toriginal\tcount\nworkplace\toffice\t9\nfine\tgood\t1");
    const report = coverageReport(pairs.map((pair) => holdingOf(dictionary, originsOf(entries), pair)));
    expect(report).toMatch(/held +1 of 2 pairs \(50\.0 %\) +by count 90\.0 %/);
    expect(report).toMatch(/1 missing:\n1\tfine\tgood$/);
  });
});

describe("the language model in the workshop", () => {
  it("knows how frequent a phrase is", () => {
    expect(frequencyOf(language, "the")).toBeGreaterThan(frequencyOf(language, "house"));
    expect(frequencyOf(language, "frobnicatorate")).toBe(Number.NEGATIVE_INFINITY);
  });

  it("ranks what can take a word's place before what cannot", () => {
    const ranked = rankByInterchange(language, "quickly", ["of", "rapidly", "frobnicatorate"]).map(
      ({ phrase }) => phrase,
    );
    expect(ranked).toEqual(["rapidly", "of"]);
  });
});

describe("statistics", () => {
  it("are written between their markers", () => {
    const begin = "<!-- statistics: begin, written by `npm run dictionary -- stats --write` -->";
    const end = "<!-- statistics: end -->";
    expect(withStatistics(`a\n${begin}\nold\n${end}\nb`, "new")).toBe(`a\n${begin}\n\nnew\n\n${end}\nb`);
    expect(() => withStatistics(`a ${begin}`, "new")).toThrow(/statistics: end/);
  });
});
