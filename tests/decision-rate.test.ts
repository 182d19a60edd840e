import { describe, expect, it } from "vitest";
import { dialectShares, weighDialects } from "../src/decision/dialects.js";
import { RateClass, rateClassOf } from "../src/decision/rate-class.js";
import { segmentsOf } from "../src/decision/segments.js";
import { estimateSpinRate, rateAt, refineSpinRate, type SpinRate } from "../src/decision/spin-rate.js";
import { Dialect, type Lattice } from "../src/lattice.js";
import { countedPlaces, countedText, evenOdds, latticeOf } from "./lattice-harness.js";
import { scanOf } from "./text-harness.js";

/** The words that a spinner would have found something to swap for. */
const FORMS = countedPlaces(24).map(({ form }) => form);

/** Twenty places in 200 words, of which `spun`, here and there, fit much better when they go back and the rest much worse. */
function mixture(spun: number, swappable: readonly string[] = FORMS): { lattice: Lattice; odds: Float32Array } {
  const lattice = latticeOf(countedText(20), countedPlaces(20), swappable);
  return { lattice, odds: evenOdds(lattice, 0).map((_, c) => ((c * 7) % 20 < spun ? 4 : -4)) };
}

describe("the spin rate", () => {
  it("is the share that was swapped", () => {
    for (const spun of [4, 8, 12, 16]) {
      const { lattice, odds } = mixture(spun);
      const { rates, expected, sites } = estimateSpinRate(lattice, odds);
      expect(rates[RateClass.Body]).toBeGreaterThan(spun / 20 - 0.1);
      expect(rates[RateClass.Body]).toBeLessThan(spun / 20 + 0.1);
      expect(expected[RateClass.Body]).toBeCloseTo(spun, 0);
      expect(sites[RateClass.Body]).toBeCloseTo(20, -1);
    }
  });

  it("of clean text goes to nothing, and there is no evidence", () => {
    const { lattice, odds } = mixture(0);
    const rate = estimateSpinRate(lattice, odds);
    expect(rate.rates[RateClass.Body]).toBeLessThan(0.05);
    expect(rate.evidence).toBeLessThan(0.5);
    expect(rateAt(rate, lattice, 5)).toBeLessThan(0.05);
  });

  it("has the more evidence the more was swapped", () => {
    const evidence = [0, 2, 5, 10, 20].map((spun) => {
      const { lattice, odds } = mixture(spun);
      return estimateSpinRate(lattice, odds).evidence;
    });
    expect(evidence).toEqual([...evidence].sort((a, b) => a - b));
    expect(evidence[4]).toBeGreaterThan(20);
  });

  it("is convicted by no single word, however odd", () => {
    const lattice = latticeOf(countedText(20), countedPlaces(1));
    expect(estimateSpinRate(lattice, evenOdds(lattice, 1000)).evidence).toBeLessThan(6);
  });

  it("counts a form less each time that it is seen", () => {
    const text = "The old house stood by the river. ".repeat(12);
    const places = (originals: (nth: number) => string) =>
      Array.from({ length: 12 }, (_, nth) => ({ form: "old", nth, originals: [originals(nth)] }));
    const repeated = latticeOf(
      text,
      places(() => "aged"),
    );
    const twelve = mixture(12);
    const once = estimateSpinRate(twelve.lattice, twelve.odds).evidence;
    expect(estimateSpinRate(repeated, evenOdds(repeated, 4)).evidence).toBeLessThan(once / 2);
  });

  it("is another one in quotations and names", () => {
    const body = countedText(10);
    const quoted = `“${countedText(10, 10)}”`;
    const lattice = latticeOf(`${body}\n\n${quoted}`, countedPlaces(20));
    const odds = evenOdds(lattice, 0).map((_, c) => (c < 10 ? 4 : -4));
    const { rates } = estimateSpinRate(lattice, odds);
    expect(rates[RateClass.Body]).toBeGreaterThan(3 * rates[RateClass.Quotation]);
    expect(rates[RateClass.Capitalised]).toBeLessThan(rates[RateClass.Body]);
  });

  it("is that of the paragraphs at which the spinner was at work", () => {
    const paragraphs = [countedText(8), countedText(8, 8), countedText(8, 16)];
    const lattice = latticeOf(paragraphs.join("\n\n"), countedPlaces(24), FORMS);
    const odds = evenOdds(lattice, 0).map((_, c) => (c >= 8 && c < 16 ? 4 : -4));
    const { spunSegments } = estimateSpinRate(lattice, odds);
    expect([...spunSegments].map(Math.round)).toEqual([0, 1, 0]);
  });

  it("of nothing is nothing", () => {
    for (const text of ["", "The river."]) {
      const lattice = latticeOf(text, []);
      const { evidence, rates } = estimateSpinRate(lattice, evenOdds(lattice, 0));
      expect(evidence).toBeLessThanOrEqual(0);
      for (const rate of rates) expect(rate).toBeLessThan(0.5);
    }
  });

  it("is refined by other odds, where the spinner was staying what it was", () => {
    const { lattice, odds } = mixture(10);
    const rate = estimateSpinRate(lattice, odds);
    const refined = refineSpinRate(
      lattice,
      odds.map((_, c) => ((c * 7) % 20 < 15 ? 4 : -4)),
      rate,
    );
    expect(refined.rates[RateClass.Body]).toBeGreaterThan(rate.rates[RateClass.Body] + 0.1);
    expect<Partial<SpinRate>>(refined).toMatchObject({ evidence: rate.evidence, spunSegments: rate.spunSegments });
  });
});

describe("rate classes", () => {
  const cases: readonly (readonly [string, string, RateClass])[] = [
    ["a word", "The old house stood.", RateClass.Body],
    ["a quotation", "He said “the old house”.", RateClass.Quotation],
    ["a name", "The Old house stood.", RateClass.Capitalised],
    ["a sentence's first word", "Here. Old houses stood.", RateClass.SentenceStart],
    ["a heading", "# The old house\n\nStood.", RateClass.Heading],
    ["an item of a list", "- the old house;", RateClass.Heading],
    ["a name in a quotation", "He said “the Old house”.", RateClass.Quotation],
  ];
  it.each(cases)("of %s", (_, text, expected) => {
    const scan = scanOf(text);
    const at = text.toLowerCase().indexOf("old");
    expect(rateClassOf(scan, scan.start.indexOf(at))).toBe(expected);
  });
});

describe("segments", () => {
  const paragraph = countedText(6);
  const count = (text: string): number => {
    const segments = segmentsOf(scanOf(text));
    return segments.length === 0 ? 0 : segments[segments.length - 1] + 1;
  };

  it("are paragraphs", () => expect(count([paragraph, paragraph, paragraph].join("\n\n"))).toBe(3));
  it("join short paragraphs", () => expect(count("A few words.\n\n".repeat(6))).toBe(1));
  it("split long paragraphs between sentences", () => {
    const text = countedText(60);
    const scan = scanOf(text);
    const segments = segmentsOf(scan);
    expect(count(text)).toBeGreaterThan(2);
    for (let i = 1; i < scan.count; i++) if (segments[i] !== segments[i - 1]) expect(scan.sentenceStart[i]).toBe(1);
  });
  it("are none in nothing", () => expect(count("")).toBe(0));
});

describe("dialects", () => {
  const shareOf = (spoken: Dialect): Float64Array => {
    const places = countedPlaces(20).map((place, i) => ({ ...place, dialect: i < 4 ? Dialect.General : spoken }));
    const lattice = latticeOf(countedText(20), places);
    return dialectShares(lattice, evenOdds(lattice, 6));
  };

  it.each([Dialect.General, Dialect.Science, Dialect.Other])("are heard in what they swapped: %i", (spoken) => {
    const shares = shareOf(spoken);
    expect(shares[spoken]).toBe(Math.max(...shares));
    expect(shares.reduce((sum, share) => sum + Math.exp(share), 0)).toBeCloseTo(1, 9);
  });

  it("lower the odds of what only another one does", () => {
    const lattice = latticeOf("as in or", [
      { form: "as", originals: ["x"], dialect: Dialect.General },
      { form: "or", originals: ["y"], dialect: Dialect.Other },
    ]);
    const [general, other] = weighDialects(lattice, evenOdds(lattice, 1));
    expect(other).toBeLessThan(general - 1);
  });

  it("count a swap by how likely it is, up to a bound, and nothing that was more likely kept", () => {
    const places = (dialect: Dialect) => countedPlaces(10).map((place, i) => (i < 3 ? { ...place, dialect } : place));
    const shareAt = (odds: number): number => {
      const lattice = latticeOf(countedText(10), places(Dialect.Other));
      const values = evenOdds(lattice, -9).map((value, c) => (c < 3 ? odds : value));
      return Math.exp(dialectShares(lattice, values)[Dialect.Other]);
    };
    const quiet = shareAt(-9);
    expect(shareAt(-2)).toBe(quiet);
    expect(shareAt(1.2)).toBe(quiet);
    expect(shareAt(6)).toBeGreaterThan(5 * quiet);
    expect(shareAt(600)).toBe(shareAt(6));
    expect(shareAt(5)).toBeLessThan(shareAt(6));
  });

  it("count a site from where it is likelier swapped than kept, when one word in five is swapped", () => {
    const single = latticeOf("x0 stood", countedPlaces(1));
    const double = latticeOf("x0 stood", [{ form: "x0", originals: ["y0", "z0"] }]);
    for (const [lattice, candidates] of [
      [single, 1],
      [double, 2],
    ] as const) {
      const quiet = dialectShares(lattice, evenOdds(lattice, -9));
      const even = Math.log(4 / candidates) - quiet[Dialect.General];
      expect(dialectShares(lattice, evenOdds(lattice, even - 0.01))).toEqual(quiet);
      const heard = dialectShares(lattice, evenOdds(lattice, even + 0.01));
      expect(heard[Dialect.General]).toBeGreaterThan(quiet[Dialect.General]);
    }
  });

  it("share a site among its candidates", () => {
    const both = latticeOf("x0 x1 x2 x3", countedPlaces(4));
    const dialects = (lattice: Lattice, of: readonly Dialect[]): Lattice => ({
      ...lattice,
      dialect: Uint8Array.from(of),
    });
    const heard = (of: readonly Dialect[]) => dialectShares(dialects(both, of), evenOdds(both, 6));
    const science = heard([Dialect.Science, Dialect.Science, Dialect.Science, Dialect.Science]);
    const mixed = heard([Dialect.Science, Dialect.Science, Dialect.General, Dialect.General]);
    expect(mixed[Dialect.Science]).toBeLessThan(science[Dialect.Science]);
    expect(mixed[Dialect.General]).toBeGreaterThan(science[Dialect.General]);
  });

  it("say nothing in a text without sites, and are what is taken for granted", () => {
    const lattice = latticeOf("nothing here", []);
    const shares = dialectShares(lattice, evenOdds(lattice, 0));
    expect(shares.reduce((sum, share) => sum + Math.exp(share), 0)).toBeCloseTo(1, 9);
    expect([...shares]).toEqual([...shares].sort((a, b) => b - a));
    const kept = latticeOf(countedText(5), countedPlaces(5));
    expect([...dialectShares(kept, evenOdds(kept, -3))]).toEqual([...shares]);
  });

  it("are added to the odds of their candidates, and to nothing else", () => {
    const lattice = latticeOf("as in or", [
      { form: "as", originals: ["x", "z"], dialect: Dialect.Science },
      { form: "or", originals: ["y"], dialect: Dialect.Other },
    ]);
    const odds = Float32Array.from([1, -2, 0.5]);
    const shares = dialectShares(lattice, odds);
    const weighed = weighDialects(lattice, odds);
    [Dialect.Science, Dialect.Science, Dialect.Other].forEach((dialect, c) => {
      expect(weighed[c]).toBeCloseTo(odds[c] + shares[dialect], 5);
    });
    expect([...odds]).toEqual([1, -2, 0.5]);
  });
});
