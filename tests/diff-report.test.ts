import { describe, expect, it } from "vitest";
import { htmlReport } from "../src/diff.js";
import { applyEdits } from "../src/edits/apply.js";
import type { Detection, Edit, RegionName, RegionRate } from "../src/types.js";
import { editOf } from "./edit-cases.js";

const NONE: RegionRate = { rate: 0.01, spun: 0, sites: 0.4 };
const REGIONS: Readonly<Record<RegionName, RegionRate>> = {
  body: { rate: 0.256, spun: 5.54, sites: 22 },
  quotation: { rate: 0.004, spun: 0.04, sites: 1 },
  capitalised: NONE,
  sentenceStart: { rate: 1, spun: 3, sites: 3 },
  heading: NONE,
};

function report(text: string, edits: readonly Edit[], suggestions: readonly Edit[] = [], spun = true): string {
  const detection: Detection = {
    spun,
    probability: 0.75,
    rate: 0.2,
    evidence: { logLikelihoodRatio: 4.25, regions: REGIONS, segments: [] },
  };
  return htmlReport(text, { text: applyEdits(text, edits), edits, suggestions, detection });
}

/** What a reader sees of HTML. */
function shown(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&gt;", ">")
    .replaceAll("&#39;", "'");
}

interface Table {
  readonly label: string;
  readonly caption: string;
  readonly rows: readonly (readonly string[])[];
  readonly html: string;
}

/** The tables of a report, head first. */
function tablesOf(html: string): Table[] {
  const sections = html.matchAll(
    /<section class="wide" tabindex="0" aria-label="([^"]*)">(<table>.*?<\/table>)<\/section>/gs,
  );
  return [...sections].map(([, label, table]) => ({
    label,
    caption: /<caption>(.*?)<\/caption>/.exec(table)?.[1] ?? "",
    rows: [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => shown(cell)),
    ),
    html: table,
  }));
}

/** The rows of the view side by side, as text: line, original, restored. */
function sidesOf(html: string): string[][] {
  const sides = /<table class="sides">.*?<\/table>/s.exec(html)?.[0] ?? "";
  return [...sides.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
    .slice(1)
    .map(([, row]) => [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => shown(cell)));
}

const text = "The workplace stated that it's open.\nShe stated so.\n";
const edits = [
  editOf(text, "workplace", "office", 0, {
    confidence: 0.984,
    alternatives: [
      { text: "desk", confidence: 0.04 },
      { text: "job", confidence: 0.02 },
    ],
  }),
  editOf(text, "stated", "said", 1),
];

describe("the report's tables", () => {
  const tables = (): Table[] => tablesOf(report(text, edits, [editOf(text, "open", "free")]));

  it("give the rate of every kind of place that the text has", () => {
    const [regions] = tables();
    expect(regions.caption).toBe("Share of the words that a spinner would have found something to swap for, by place.");
    expect(regions.label).toBe(regions.caption);
    expect(regions.rows).toEqual([
      ["Place", "Words looked at", "Probably swapped", "Spin rate", ""],
      ["Body", "22", "5.5", "25.6 %", "25.6 %"],
      ["Quotations", "1", "0.0", "0.4 %", "0.4 %"],
      ["Sentence starts", "3", "3.0", "100.0 %", "100.0 %"],
    ]);
    expect(regions.html).toContain('<meter min="0" max="1" value="0.2560" aria-label="Body: 25.6 %">');
  });

  it("name the places that are rarer", () => {
    const detection: Detection = {
      spun: true,
      probability: 0.9,
      rate: 0.1,
      evidence: {
        logLikelihoodRatio: 9,
        regions: { ...REGIONS, capitalised: REGIONS.body, heading: REGIONS.body },
        segments: [],
      },
    };
    const [table] = tablesOf(htmlReport("", { text: "", edits: [], suggestions: [], detection }));
    expect(table.rows.map(([place]) => place).slice(1)).toEqual([
      "Body",
      "Quotations",
      "Capitalised words",
      "Sentence starts",
      "Headings",
    ]);
  });

  it("give every edit with all that is said of it", () => {
    const [, made] = tables();
    expect(made.caption).toBe("Edits, in the order of the text.");
    const reason = "fits its context 40 times better";
    expect(made.rows).toEqual([
      ["No.", "Line", "As it stands", "Restored", "Confidence", "Alternatives", "Dictionary entry", "Reason"],
      ["1", "1:5", "workplace", "office", "0.98", "desk 0.04, job 0.02", "test: workplace > office", reason],
      ["2", "2:5", "stated", "said", "0.90", "", "test: stated > said", reason],
    ]);
  });

  it("give every suggestion", () => {
    const [, , proposed] = tables();
    expect(proposed.caption).toBe("Not applied: less sure than asked for.");
    expect(proposed.rows.slice(1).map((row) => row.slice(0, 5))).toEqual([["1", "1:32", "open", "free", "0.90"]]);
  });

  it("have heads that say what they are the head of, and figures that stand under each other", () => {
    const [regions, made] = tables();
    expect(
      [...made.html.matchAll(/<th scope="(\w+)"( class="number")?>/g)].map(([, scope, number]) => [scope, !!number]),
    ).toEqual([
      ...[true, true, false, false, true, false, false, false].map((number) => ["col", number]),
      ...edits.map(() => ["row", true]),
    ]);
    expect(regions.html).toContain("<td></td></tr></thead>");
  });
});

describe("the report in words", () => {
  it("says what was found and what was done", () => {
    const html = report(text, edits);
    expect(html).toContain("<title>Restored: text</title>");
    expect(html).toContain(
      '<strong class="bad">Spun.</strong> About 20.0 % of its swappable words were swapped (probability 0.750, evidence 4.3 nats).',
    );
    expect(html).toContain("2 edits, 0 suggestions.");
    expect(html).toContain("<p>None.</p>");
    expect(html).not.toContain("Nothing was changed.");
    expect(tablesOf(html)).toHaveLength(2);
  });

  it("says so when there is nothing", () => {
    const html = report(text, [], [], false);
    expect(html).toContain(
      '<strong class="good">Not spun</strong>, as far as the words tell (probability 0.750, evidence 4.3 nats).',
    );
    expect(html).toContain("<p>Nothing was changed.</p>");
    expect(html).toContain("0 edits, 0 suggestions.");
    expect(tablesOf(html)).toHaveLength(1);
  });

  it("marks suggestions in both views", () => {
    const html = report(text, edits, [editOf(text, "open", "free")]);
    expect(html.match(/<mark [^>]*>open<\/mark>/g)).toHaveLength(3);
  });
});

describe("the view side by side", () => {
  const same = (count: number): string => "same\n".repeat(count);
  const edited = (before: number, after: string): string[][] => {
    const whole = `${same(before)}she stated\n${after}`;
    return sidesOf(report(whole, [editOf(whole, "stated", "said")]));
  };
  const line = (number: number): string[] => [String(number), "same", "same"];
  const CHANGED = (number: number): string[] => [String(number), "she stated", "she said"];

  it("shows every line with its number", () => {
    expect(edited(2, "same\nsame\n")).toEqual([line(1), line(2), CHANGED(3), line(4), line(5)]);
    expect(edited(0, "")).toEqual([CHANGED(1)]);
    expect(edited(0, "same")).toEqual([CHANGED(1), line(2)]);
    expect(edited(0, "same\nsame")).toEqual([CHANGED(1), line(2), line(3)]);
    expect(edited(0, "\n")).toEqual([CHANGED(1), ["2", "", ""]]);
  });

  it("counts more than six unchanged lines instead of showing them", () => {
    expect(edited(6, "")).toEqual([...[1, 2, 3, 4, 5, 6].map(line), CHANGED(7)]);
    expect(edited(7, "")).toEqual([["7 unchanged lines"], CHANGED(8)]);
    expect(edited(1, same(6))).toHaveLength(8);
    expect(edited(1, same(7)).slice(2)).toEqual([["7 unchanged lines"]]);
    expect(edited(1, `${same(7)}same`).slice(2)).toEqual([["8 unchanged lines"]]);
    const twice = `${same(9)}she stated\n${same(9)}she stated\n`;
    const both = [editOf(twice, "stated", "said"), editOf(twice, "stated", "said", 1)];
    expect(sidesOf(report(twice, both))).toEqual([
      ["9 unchanged lines"],
      CHANGED(10),
      ["9 unchanged lines"],
      CHANGED(20),
    ]);
  });

  it("keeps the lines together that an edit joins", () => {
    const whole = "one\ntwo\nthree\n";
    expect(sidesOf(report(whole, [editOf(whole, "one\ntwo", "one, two")]))).toEqual([
      ["1", "one\ntwo", "one, two"],
      ["3", "three", "three"],
    ]);
  });

  it("of nothing has no lines", () => {
    expect(sidesOf(report("", []))).toEqual([]);
    expect(sidesOf(report("\n", []))).toEqual([["1", "", ""]]);
  });
});
