import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RATE_CLASSES, RateClass, rateClassOf } from "../src/decision/rate-class.js";
import { estimateSpinRate, rateAt, refineSpinRate, type SpinRate } from "../src/decision/spin-rate.js";
import type { Lattice } from "../src/lattice.js";
import { countedPlaces, countedText, evenOdds, latticeOf, type Place } from "./lattice-harness.js";

/** Paragraphs of body, names, quotations and a heading, in which every word may be swapped. */
const TEXT = [
  "# The alpha house by the beta river",
  countedText(6),
  `He said “${countedText(6, 6)}” and the Gamma house in Delta stood.`,
  countedText(6, 12),
].join("\n\n");
const PLACES: readonly Place[] = [
  ...countedPlaces(18),
  ...["alpha", "beta", "Gamma", "Delta"].map((form) => ({ form, originals: ["other"] })),
];
const ALL = latticeOf(TEXT, PLACES);
const SOME = latticeOf(
  TEXT,
  PLACES,
  PLACES.map(({ form }) => form).filter((_, i) => i % 2 === 0),
);
const anyOdds = fc.array(fc.double({ min: -6, max: 5, noNaN: true }), {
  minLength: ALL.candidateCount,
  maxLength: ALL.candidateCount,
});

/** What each class's words amount to, by the definition of the expectation, at rates that have settled. */
function expectation(lattice: Lattice, odds: Float32Array, rate: SpinRate) {
  const sites = new Float64Array(RATE_CLASSES);
  const expected = new Float64Array(RATE_CLASSES);
  for (let token = 0; token < lattice.scan.count; token++) {
    const k = rateClassOf(lattice.scan, token);
    const spun = rate.spunSegments[rate.segmentOf[token]];
    const site = lattice.from.subarray(0, lattice.siteCount).indexOf(token);
    const swappable = lattice.swappable[token] === 1;
    if (site >= 0) {
      const swap = rate.rates[k] * Math.exp(odds[lattice.first[site]]);
      const share = swap / (swap + (swappable ? 1 - rate.rates[k] : 1));
      expected[k] += spun * share;
      if (!swappable) sites[k] += spun * share;
    }
    if (swappable) sites[k] += spun;
  }
  return { sites, expected };
}

describe("the estimate", () => {
  it.each([
    ["all words may be swapped", ALL],
    ["some words may be swapped", SOME],
  ])("has settled where every class's rate follows from its words, if %s", (_, lattice) => {
    fc.assert(
      fc.property(anyOdds, (values) => {
        const odds = Float32Array.from(values);
        // The states of the segments stay what they are, so that only the rates have to settle.
        let rate = estimateSpinRate(lattice, odds);
        for (let round = 0; round < 8; round++) rate = refineSpinRate(lattice, odds, rate);
        const { sites, expected } = expectation(lattice, odds, rate);
        for (let k = 0; k < RATE_CLASSES; k++) {
          expect(rate.expected[k]).toBeCloseTo(expected[k], 2);
          expect(rate.sites[k]).toBeCloseTo(sites[k], 2);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("lies between what the words of a class say and what is taken for granted", () => {
    fc.assert(
      fc.property(anyOdds, (values) => {
        const { rates, sites, expected } = estimateSpinRate(ALL, Float32Array.from(values));
        const body = rates[RateClass.Body];
        expect(Math.abs(body - (expected[0] + 0.05) / (sites[0] + 1))).toBeLessThan(0.01);
        for (let k = 1; k < RATE_CLASSES; k++) {
          const own = (expected[k] + 1e-9) / (sites[k] + 1e-9);
          // A class of which little is seen has a third of the body's rate.
          const usual = body / 3;
          expect(rates[k]).toBeGreaterThan(Math.min(own, usual) - 0.01);
          expect(rates[k]).toBeLessThan(Math.max(own, usual) + 0.01);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("of a class that a text has not is a third of the body's", () => {
    const lattice = latticeOf(countedText(12), countedPlaces(12));
    const { rates } = estimateSpinRate(lattice, evenOdds(lattice, 4));
    expect(rates[RateClass.Quotation]).toBeCloseTo(rates[RateClass.Body] / 3, 6);
  });

  it("counts words at which nothing could have been swapped in against the rate of their class", () => {
    const quoted = `The x0 house.\n\n“${countedText(6)}”`;
    const places = countedPlaces(6);
    const forms = places.map(({ form }) => form);
    const few = latticeOf(quoted, places, forms);
    const many = latticeOf(quoted, places, [...forms, "river", "town", "near"]);
    const rate = (lattice: Lattice) => estimateSpinRate(lattice, evenOdds(lattice, 4)).rates[RateClass.Quotation];
    expect(rate(many)).toBeLessThan(rate(few) * 0.6);
  });
});

describe("overlapping sites", () => {
  const odds = (lattice: Lattice, of: (form: string) => number): Float32Array => {
    const values = new Float32Array(lattice.candidateCount);
    for (let site = 0; site < lattice.siteCount; site++) {
      const { scan, from, to } = lattice;
      values[lattice.first[site]] = of(scan.text.slice(scan.start[from[site]], scan.end[to[site] - 1]));
    }
    return values;
  };

  it("count once, as the stronger one", () => {
    const text = countedText(12);
    const single = latticeOf(text, countedPlaces(12));
    for (const phrase of ["x3 house", "The old x3", "old x3 house stood"]) {
      const both = latticeOf(text, [...countedPlaces(12), { form: phrase, originals: ["another"] }]);
      const weak = odds(both, (form) => (form === phrase ? -3 : 4));
      const alone = estimateSpinRate(single, evenOdds(single, 4));
      const overlapping = estimateSpinRate(both, weak);
      expect(overlapping.evidence).toBeCloseTo(alone.evidence, 9);
      expect([...overlapping.rates]).toEqual([...alone.rates]);
      const instead = latticeOf(text, [
        ...countedPlaces(12).filter(({ form }) => form !== "x3"),
        { form: phrase, originals: ["another"] },
      ]);
      const strength = (form: string): number => (form === phrase ? 6 : form === "x3" ? -3 : 4);
      const strong = estimateSpinRate(both, odds(both, strength));
      expect(strong.evidence).toBeCloseTo(estimateSpinRate(instead, odds(instead, strength)).evidence, 9);
    }
  });
});

describe("the evidence", () => {
  const evidenceOf = (lattice: Lattice, odds: Float32Array): number => estimateSpinRate(lattice, odds).evidence;

  it("is greater in a text that is not so short, for the same swaps", () => {
    // Odds of 0 say nothing either way.
    const evidence = [0, 8, 16, 24, 44, 64].map((neutral) => {
      const places = countedPlaces(6 + neutral);
      const lattice = latticeOf(places.map(({ form }) => form).join(" "), places);
      return evidenceOf(
        lattice,
        evenOdds(lattice, 0).map((_, c) => (c < 6 ? 5 : 0)),
      );
    });
    for (const i of [1, 2, 3]) expect(evidence[i]).toBeGreaterThan(evidence[i - 1] + 0.2);
    expect(evidence[5]).toBeLessThan(evidence[4] + 0.2);
  });

  it("grows less with each repeat of a form, and not at all less with forms that have no name", () => {
    const repeated = (times: number, anonymous: boolean): number => {
      const text = Array.from({ length: 24 }, (_, i) => `The ${i < times ? "old" : `x${i}`} house stood by the river.`);
      const places = Array.from({ length: 24 }, (_, i) =>
        i < times ? { form: "old", nth: i, originals: ["aged"] } : { form: `x${i}`, originals: ["y"] },
      );
      const lattice = latticeOf(text.join(" "), places);
      return evidenceOf(anonymous ? { ...lattice, form: lattice.form.map(() => -1) } : lattice, evenOdds(lattice, 4));
    };
    const steps = [0, 1, 2, 3, 4, 8].map((times) => repeated(times, false));
    expect(steps[1]).toBeCloseTo(steps[0], 6);
    for (let i = 2; i < steps.length; i++) expect(steps[i]).toBeLessThan(steps[i - 1]);
    // The second time is worth more than the third.
    expect(steps[1] - steps[2]).toBeLessThan(steps[2] - steps[3]);
    for (const times of [2, 8]) expect(repeated(times, true)).toBeCloseTo(steps[0], 6);
  });

  it("is the same whichever way round the paragraphs stand, and so are their states", () => {
    const paragraphs = [0, 1, 2, 3, 4].map((i) => ({ text: countedText(5, 5 * i), places: countedPlaces(5, 5 * i) }));
    const strengths = [-4, -2, 4, 1, -4];
    const read = (order: readonly number[]) => {
      const lattice = latticeOf(
        order.map((i) => paragraphs[i].text).join("\n\n"),
        order.flatMap((i) => paragraphs[i].places),
      );
      const odds = evenOdds(lattice, 0).map((_, c) => strengths[order[Math.floor(c / 5)]]);
      return estimateSpinRate(lattice, odds);
    };
    const forth = read([0, 1, 2, 3, 4]);
    const back = read([4, 3, 2, 1, 0]);
    expect(back.evidence).toBeCloseTo(forth.evidence, 6);
    [...back.spunSegments].reverse().forEach((spun, i) => {
      expect(spun).toBeCloseTo(forth.spunSegments[i], 6);
    });
    expect(Math.max(...forth.spunSegments)).toBe(forth.spunSegments[2]);
  });

  it("of a paragraph is helped by those next to it", () => {
    const read = (strengths: readonly number[]) => {
      const count = strengths.length;
      const lattice = latticeOf(
        strengths.map((_, i) => countedText(5, 5 * i)).join("\n\n"),
        countedPlaces(5 * count),
        countedPlaces(5 * count).map(({ form }) => form),
      );
      return estimateSpinRate(
        lattice,
        evenOdds(lattice, 0).map((_, c) => strengths[Math.floor(c / 5)]),
      ).spunSegments;
    };
    const beside = read([4, -0.3, -4, -4])[1];
    const mirrored = read([-4, -4, -0.3, 4])[2];
    const away = read([4, -4, -0.3, -4])[2];
    expect(beside).toBeGreaterThan(away + 0.02);
    expect(mirrored).toBeCloseTo(beside, 6);
  });
});

describe("the rate at a word", () => {
  it("is its class's, where the spinner was at work", () => {
    const rate = estimateSpinRate(
      ALL,
      evenOdds(ALL, 0).map((_, c) => (c % 3 === 0 ? 4 : -4)),
    );
    for (let token = 0; token < ALL.scan.count; token++) {
      const own = rate.rates[rateClassOf(ALL.scan, token)];
      expect(rateAt(rate, ALL, token)).toBeCloseTo(own * rate.spunSegments[rate.segmentOf[token]], 12);
    }
    const none = { ...rate, spunSegments: rate.spunSegments.map(() => 0.5) };
    expect(rateAt(none, ALL, 3)).toBeCloseTo(rate.rates[rateClassOf(ALL.scan, 3)] / 2, 12);
  });
});
