import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ansiDiff, htmlDiff, htmlReport, jsonDiff } from "../src/diff.js";
import {
  applyEdits,
  createUnspinner,
  type Edit,
  type EditKind,
  InputError,
  type Restoration,
  revertEdits,
} from "../src/index.js";
import { hostileText, SPANNERS, SPUN_SENTENCES } from "./hostile-text.js";

/** How many texts a property is tried on; `npm run fuzz` takes more. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 120);

/** Finds something to do nearly everywhere. */
const zealous = createUnspinner({ preset: "eager", minConfidence: 0.02, thorough: true });
const balanced = createUnspinner();

/** What a machine left in a text is mended whether or not its words were swapped; some terms are certain by themselves. */
const NEEDS_NO_SPINNER: readonly EditKind[] = ["artefact", "translation", "term"];

/** The names of all tags in a page, whoever put them there. */
function tagsOf(html: string): string[] {
  return [...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name]) => name.toLowerCase());
}

/** The tags that HTML views are made of. */
const OWN_TAGS = new Set(tagsOf(htmlReport(SPUN_SENTENCES.join(" "), zealous.unspin(SPUN_SENTENCES.join(" ")))));

/** What a terminal, or the eye, would be led astray by; line breaks and tabs are what a text is made of. */
const CONTROLS = /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** What holds of every restoration of every string. */
function expectSound(text: string, { text: restored, edits, suggestions, detection }: Restoration): void {
  for (const list of [edits, suggestions, [...edits, ...suggestions].sort((a, b) => a.start - b.start)]) {
    expectApart(text, list);
  }
  expect(applyEdits(text, edits)).toBe(restored);
  expect(revertEdits(restored, edits)).toBe(text);
  if (!detection.spun) expect(edits.filter(({ kind }) => !NEEDS_NO_SPINNER.includes(kind))).toEqual([]);
  for (const value of [detection.probability, detection.rate]) expectShare(value);
  expect(Number.isFinite(detection.evidence.logLikelihoodRatio)).toBe(true);
  for (const { rate, spun, sites } of Object.values(detection.evidence.regions)) {
    expectShare(rate);
    expect(spun).toBeLessThanOrEqual(sites + 1e-6);
  }
  let free = 0;
  for (const { start, end, probability } of detection.evidence.segments) {
    expect(start).toBeGreaterThanOrEqual(free);
    expect(end).toBeLessThanOrEqual(text.length);
    expectShare(probability);
    free = end;
  }
}

function expectApart(text: string, edits: readonly Edit[]): void {
  let free = 0;
  for (const { start, end, before, after, confidence, alternatives } of edits) {
    expect(start).toBeGreaterThanOrEqual(free);
    expect(text.slice(start, end)).toBe(before);
    expect(after).not.toBe(before);
    expectShare(confidence);
    for (const other of alternatives) {
      expectShare(other.confidence);
      expect(other.text).not.toBe(after);
    }
    free = end;
  }
}

function expectShare(value: number): void {
  expect(value).toBeGreaterThanOrEqual(0);
  expect(value).toBeLessThanOrEqual(1);
}

describe("any string at all", () => {
  it("is restored without loss", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expectSound(text, zealous.unspin(text));
        expectSound(text, balanced.unspin(text));
      }),
      { numRuns: RUNS },
    );
  });

  it("is restored without loss if it is noise", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => expectSound(text, zealous.unspin(text))),
      { numRuns: RUNS },
    );
  });

  it("is restored in the same way every time, whatever was restored in between", () => {
    fc.assert(
      fc.property(hostileText, hostileText, (text, other) => {
        const first = zealous.unspin(text);
        zealous.unspin(other);
        expect(zealous.unspin(text)).toEqual(first);
        expect(createUnspinner({ preset: "eager", minConfidence: 0.02, thorough: true }).unspin(text)).toEqual(first);
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });

  it("is judged alike by detect and unspin", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(balanced.detect(text)).toEqual(balanced.unspin(text).detection);
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });

  it("is shown without anything in it taking effect", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const restoration = zealous.unspin(text);
        const { edits, suggestions } = restoration;
        for (const html of [htmlDiff(text, edits, { suggestions }), htmlReport(text, restoration, { title: text })]) {
          expect(tagsOf(html).filter((tag) => !OWN_TAGS.has(tag))).toEqual([]);
          expect(html).not.toMatch(/<[^>]*\son\w+=/i);
        }
        expect(ansiDiff(text, edits, { color: false, suggestions })).not.toMatch(CONTROLS);
        expect(applyEdits(text, jsonDiff(text, edits).edits)).toBe(restoration.text);
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });

  it.each(SPANNERS)("may hold %j", (spanner) => {
    const words = SPUN_SENTENCES.slice(0, 6).join(" ").split(" ");
    for (const glue of [spanner, ` ${spanner} `, `${spanner}${spanner}`]) {
      const text = words.map((word, index) => (index % 7 === 3 ? word + glue : `${word} `)).join("");
      expectSound(text, zealous.unspin(text));
    }
    expectSound(spanner, zealous.unspin(spanner));
  });
});

describe("stricter", () => {
  it("presets and confidences apply fewer edits", () => {
    const text = SPUN_SENTENCES.join(" ");
    const counts = [0.3, 0.5, 0.7, 0.9, 0.99].map(
      (minConfidence) => createUnspinner({ minConfidence }).unspin(text).edits.length,
    );
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[0]).toBeGreaterThan(counts[4]);
    for (const minConfidence of [0.5, 0.9]) {
      const { edits } = createUnspinner({ minConfidence }).unspin(text);
      const least = Math.min(...edits.map(({ confidence }) => confidence));
      expect(least).toBeGreaterThanOrEqual(minConfidence);
    }
  });
});

describe("long texts", () => {
  const sentence = "The council will meet on Monday to discuss the new bridge, which opened in May. ";
  const long: readonly (readonly [name: string, text: string])[] = [
    ["10 MB of clean text on one line", sentence.repeat(Math.ceil(10_000_000 / sentence.length))],
    ["10 MB without a space", "a".repeat(10_000_000)],
    ["a megabyte of spun text on one line", `${SPUN_SENTENCES.join(" ")} `.repeat(250)],
    ["a megabyte of unclosed markup", "<a “`<!-- {a|b ".repeat(66_000)],
    ["a megabyte of halves of characters", "\ud83d".repeat(1_000_000)],
    ["a quotation mark before a megabyte of spaces", `${sentence}“${" ".repeat(1_000_000)}${sentence}`],
    ["a megabyte of quotations in foreign marks", "He said « the bridge is open » there. ".repeat(26_000)],
    ["a megabyte of quotations that are never closed", `${sentence}${"“ a ".repeat(250_000)}`],
    ["a megabyte of carriage returns", `${"\r".repeat(1_000_000)}${sentence}`],
    ["a megabyte of empty lines", "\r\n".repeat(500_000)],
  ];
  it.each(long)("go through: %s", { timeout: 600_000 }, (_, text) => {
    const { text: restored, edits } = balanced.unspin(text);
    expect(applyEdits(text, edits)).toBe(restored);
    expect(revertEdits(restored, edits) === text).toBe(true);
  });
});

describe("what is no text, and options that are none", () => {
  const values: readonly unknown[] = [undefined, null, 0, {}, [], new String("a"), Symbol("a"), () => "a"];
  it.each(values)("%s is refused", (value) => {
    expect(() => balanced.unspin(value as string)).toThrow(InputError);
    expect(() => balanced.detect(value as string)).toThrow(InputError);
  });

  const options: readonly (readonly [name: string, options: object])[] = [
    ["an unknown preset", { preset: "reckless" }],
    ["a preset that every object has", { preset: "constructor" }],
    ["a confidence above 1", { minConfidence: 1.1 }],
    ["a confidence below 0", { minConfidence: -0.1 }],
    ["a confidence that is no number", { minConfidence: Number.NaN }],
    ["a confidence in words", { minConfidence: "0.5" }],
    ["a dictionary that is none", { dictionary: { workplace: "office" } }],
  ];
  it.each(options)("%s is refused", (_, wrong) => {
    expect(() => createUnspinner(wrong)).toThrow(InputError);
    expect(() => createUnspinner(wrong)).toThrow(expect.objectContaining({ code: "input" }));
  });

  it.each([[{}], [{ start: 1 }], [7], [null]])("%j cannot be ignored", (item) => {
    const text = SPUN_SENTENCES.join(" ");
    expect(() => createUnspinner({ ignore: [item as never] }).unspin(text)).toThrow(InputError);
  });
});
