import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseCandidates } from "../src/decision/choose.js";
import { logit } from "../src/decision/confidence-features.js";
import { draftReading, pairHopes } from "../src/decision/draft.js";
import { posteriorOf } from "../src/decision/posterior.js";
import { RateClass } from "../src/decision/rate-class.js";
import type { Lattice } from "../src/lattice.js";
import { spellingOf } from "../src/lattice.js";
import { evenOdds, evenRate, latticeOf } from "./lattice-harness.js";

const TEXT = "a fast spherical of speak reveals";
const OVERLAPPING = latticeOf(TEXT, [
  { form: "speak", originals: ["talk", "say"] },
  { form: "speak reveals", originals: ["talk shows"] },
  { form: "reveals", originals: ["shows"] },
]);

/** Every way through a lattice, and how probable it is, by looking at all of them. */
function byEnumeration(lattice: Lattice, odds: Float32Array, rate: number): Float64Array {
  const { scan, siteCount, from, to, first, candidateCount } = lattice;
  const through = new Float64Array(candidateCount);
  let all = 0;
  const walk = (token: number, weight: number, taken: readonly number[]): void => {
    if (token === scan.count) {
      all += weight;
      for (const c of taken) through[c] += weight;
      return;
    }
    walk(token + 1, weight * (lattice.swappable[token] === 1 ? 1 - rate : 1), taken);
    for (let site = 0; site < siteCount; site++) {
      if (from[site] !== token) continue;
      for (let c = first[site]; c < first[site + 1]; c++)
        walk(to[site], weight * rate * Math.exp(odds[c]), [...taken, c]);
    }
  };
  walk(0, 1, []);
  return through.map((weight) => weight / all);
}

describe("the posterior", () => {
  const odds = Float32Array.from([1, -0.5, 3, 0.7]);
  it.each([0.05, 0.4, 0.9])("is that of all ways through the lattice, at rate %d", (rate) => {
    const { candidate, site } = posteriorOf(OVERLAPPING, odds, evenRate(OVERLAPPING, rate));
    byEnumeration(OVERLAPPING, odds, rate).forEach((expected, c) => {
      expect(candidate[c]).toBeCloseTo(expected, 9);
    });
    expect(site[0]).toBeCloseTo(candidate[0] + candidate[1], 9);
  });

  it("sums to no more than one where sites overlap", () => {
    const { site } = posteriorOf(OVERLAPPING, evenOdds(OVERLAPPING, 12), evenRate(OVERLAPPING, 0.9));
    expect(site[0] + site[1]).toBeLessThanOrEqual(1 + 1e-9);
    expect(site[1] + site[2]).toBeLessThanOrEqual(1 + 1e-9);
  });

  it("goes to nothing with the rate", () => {
    const { candidate } = posteriorOf(OVERLAPPING, odds, evenRate(OVERLAPPING, 1e-9));
    expect(Math.max(...candidate)).toBeLessThan(1e-6);
  });

  it("counts keeping a word that cannot be swapped for nothing", () => {
    const lattice = latticeOf("one two", [{ form: "one", originals: ["uno"] }], []);
    const { candidate } = posteriorOf(lattice, evenOdds(lattice, 0), evenRate(lattice, 0.5));
    expect(candidate[0]).toBeCloseTo(0.5 / 1.5, 9);
  });

  it("bears odds beyond all measure", () => {
    for (const value of [500, -500]) {
      const { candidate } = posteriorOf(OVERLAPPING, evenOdds(OVERLAPPING, value), evenRate(OVERLAPPING, 0.5));
      for (const probability of candidate) expect(probability).toBeGreaterThanOrEqual(0);
      for (const probability of candidate) expect(probability).toBeLessThanOrEqual(1);
    }
  });

  it("of nothing is nothing", () => {
    const empty = latticeOf("", []);
    expect(posteriorOf(empty, evenOdds(empty, 0), evenRate(empty, 0.5)).candidate).toHaveLength(0);
  });
});

describe("choosing", () => {
  const free = (lattice: Lattice): Uint8Array => new Uint8Array(lattice.scan.count);
  const chosen = (lattice: Lattice, probability: readonly number[], threshold: number, blocked = free(lattice)) =>
    chooseCandidates(lattice, Float64Array.from(probability), threshold, blocked, false).map(({ candidate }) =>
      spellingOf(lattice.phrases, lattice.original[candidate]),
    );

  const cases: readonly (readonly [string, readonly number[], number, readonly string[]])[] = [
    ["nothing below the threshold", [0.5, 0.1, 0.3, 0.5], 0.6, []],
    ["the most probable at each place", [0.3, 0.7, 0.1, 0.8], 0.6, ["say", "shows"]],
    ["a phrase instead of its words", [0.7, 0.1, 0.95, 0.1], 0.6, ["talk shows"]],
    ["two words instead of a phrase, if they are worth more", [0.9, 0, 0.95, 0.9], 0.6, ["talk", "shows"]],
    ["one word instead of a phrase that is worth less", [0.99, 0, 0.7, 0.2], 0.6, ["talk"]],
    ["nothing at the threshold itself", [0.6, 0, 0, 0], 0.6, []],
  ];
  it.each(cases)("takes %s", (_, probability, threshold, expected) => {
    expect(chosen(OVERLAPPING, probability, threshold)).toEqual(expected);
  });

  it("is worth as much as any other way to choose", () => {
    const text = "a b c d e f";
    const lattice = latticeOf(text, [
      { form: "a b", originals: ["1", "2"] },
      { form: "b", originals: ["3"] },
      { form: "b c d", originals: ["4"] },
      { form: "c", originals: ["5", "6"] },
      { form: "d e", originals: ["7"] },
      { form: "e f", originals: ["8"] },
      { form: "f", originals: ["9"] },
    ]);
    const worth = (at: number, value: readonly number[], threshold: number): number => {
      if (at >= lattice.scan.count) return 0;
      let best = worth(at + 1, value, threshold);
      for (let site = 0; site < lattice.siteCount; site++) {
        if (lattice.from[site] !== at) continue;
        for (let c = lattice.first[site]; c < lattice.first[site + 1]; c++) {
          if (value[c] > threshold)
            best = Math.max(best, value[c] - threshold + worth(lattice.to[site], value, threshold));
        }
      }
      return best;
    };
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const values = fc.array(share, { minLength: lattice.candidateCount, maxLength: lattice.candidateCount });
    fc.assert(
      fc.property(values, share, (value, threshold) => {
        const choices = chooseCandidates(lattice, Float64Array.from(value), threshold, free(lattice), false);
        let end = 0;
        for (const { site, candidate } of choices) {
          expect(lattice.from[site]).toBeGreaterThanOrEqual(end);
          expect(candidate).toBeGreaterThanOrEqual(lattice.first[site]);
          expect(candidate).toBeLessThan(lattice.first[site + 1]);
          expect(value[candidate]).toBeGreaterThan(threshold);
          end = lattice.to[site];
        }
        const sum = choices.reduce((all, { candidate }) => all + value[candidate] - threshold, 0);
        expect(sum).toBeCloseTo(worth(0, value, threshold), 9);
      }),
    );
  });

  it("takes the first of equal candidates", () => {
    const lattice = latticeOf("one two three", [
      { form: "one two", originals: ["a", "b"] },
      { form: "two three", originals: ["c"] },
    ]);
    expect(chosen(lattice, [0.8, 0.8, 0.1], 0.5)).toEqual(["a"]);
  });

  it("leaves blocked words alone, and whatever reaches into them", () => {
    const blocked = free(OVERLAPPING);
    blocked[5] = 1;
    expect(chosen(OVERLAPPING, [0.9, 0, 0.95, 0.9], 0.6, blocked)).toEqual(["talk"]);
  });

  it("applies nothing that may only be proposed", () => {
    const shy = latticeOf("one two", [{ form: "one", originals: ["uno"], proposedOnly: true }]);
    const probability = Float64Array.from([0.9]);
    expect(chooseCandidates(shy, probability, 0.6, free(shy), false)).toEqual([]);
    expect(chooseCandidates(shy, probability, 0.6, free(shy), true)).toEqual([{ site: 0, candidate: 0 }]);
  });

  it("gives its choices in the order of the text", () => {
    const many = latticeOf("a b c d", [
      { form: "d", originals: ["z"] },
      { form: "a", originals: ["w"] },
      { form: "c", originals: ["y"] },
    ]);
    expect(chosen(many, [0.9, 0.7, 0.8], 0.5)).toEqual(["w", "y", "z"]);
  });
});

describe("a draft", () => {
  it("takes what is more probable than the text as it stands, the strongest first", () => {
    const odds = Float32Array.from([6, 0, 2, 1]);
    const { candidateOf } = draftReading(OVERLAPPING, odds, evenRate(OVERLAPPING, 0.5), []);
    expect([...candidateOf]).toEqual([0, -1, 3]);
  });

  it("keeps what is not", () => {
    const reading = draftReading(OVERLAPPING, evenOdds(OVERLAPPING, -1), evenRate(OVERLAPPING, 0.5), []);
    expect([...reading.candidateOf]).toEqual([-1, -1, -1]);
    expect([...reading.siteAt]).toEqual(Array.from(reading.siteAt, () => -1));
  });

  it("takes two places together that are worth it only together", () => {
    const odds = evenOdds(OVERLAPPING, -4);
    const pair = { left: 0, right: 2, leftOriginal: 0, rightOriginal: 3, odds: 5 };
    const { candidateOf, siteAt } = draftReading(OVERLAPPING, odds, evenRate(OVERLAPPING, 0.5), [pair]);
    expect([...candidateOf]).toEqual([0, -1, 3]);
    expect([...siteAt]).toEqual([-1, -1, -1, -1, 0, 2]);
  });

  it("weighs a swap against keeping the word, where keeping is a choice", () => {
    // At a rate of one half the two cost the same; a word that cannot be swapped costs nothing to keep.
    const text = "one two";
    const place = { form: "one", originals: ["uno"] };
    const taken = (swappable: readonly string[], odds: number): boolean => {
      const lattice = latticeOf(text, [place], swappable);
      return draftReading(lattice, evenOdds(lattice, odds), evenRate(lattice, 0.5), []).candidateOf[0] === 0;
    };
    expect([0.2, 0.4].map((odds) => taken(["one"], odds))).toEqual([false, true]);
    expect([0.9, 1.1].map((odds) => taken([], odds))).toEqual([false, true]);
  });

  it("asks for more where the rate is lower", () => {
    const lattice = latticeOf("one two", [{ form: "one", originals: ["uno"] }]);
    const least = (rate: number): number => {
      for (let odds = -5; odds < 15; odds += 0.1) {
        if (draftReading(lattice, evenOdds(lattice, odds), evenRate(lattice, rate), []).candidateOf[0] === 0)
          return odds;
      }
      return Number.POSITIVE_INFINITY;
    };
    for (const rate of [0.01, 0.1, 0.3, 0.8]) expect(least(rate) - least(0.5)).toBeCloseTo(-logit(rate), 0);
  });

  it("takes the most likely candidate of a site, the first of equal ones", () => {
    const lattice = latticeOf("one two", [{ form: "one", originals: ["a", "b", "c"] }]);
    const best = (...odds: number[]): number =>
      draftReading(lattice, Float32Array.from(odds), evenRate(lattice, 0.5), []).candidateOf[0];
    expect(best(1, 2, 3)).toBe(2);
    expect(best(3, 2, 1)).toBe(0);
    expect(best(1, 3, 3)).toBe(1);
  });

  it("takes the stronger of two that overlap, the earlier of two as strong", () => {
    const lattice = latticeOf("one two three", [
      { form: "one two", originals: ["a"] },
      { form: "two three", originals: ["b"] },
    ]);
    const taken = (...odds: number[]): number[] => [
      ...draftReading(lattice, Float32Array.from(odds), evenRate(lattice, 0.5), []).candidateOf,
    ];
    expect(taken(2, 3)).toEqual([-1, 1]);
    expect(taken(3, 2)).toEqual([0, -1]);
    expect(taken(2, 2)).toEqual([0, -1]);
  });

  it("takes pairs in the order of their strength, too, and none that overlaps what is taken", () => {
    const lattice = latticeOf("one two three", [
      { form: "one", originals: ["a"] },
      { form: "two", originals: ["b"] },
      { form: "three", originals: ["c"] },
    ]);
    const pair = (left: number, odds: number) => ({
      left,
      right: left + 1,
      leftOriginal: left,
      rightOriginal: left + 1,
      odds,
    });
    const taken = (pairs: readonly ReturnType<typeof pair>[], odds = -9): number[] => [
      ...draftReading(lattice, evenOdds(lattice, odds), evenRate(lattice, 0.5), pairs).candidateOf,
    ];
    expect(taken([pair(0, 2), pair(1, 3)])).toEqual([-1, 1, 2]);
    expect(taken([pair(0, 3), pair(1, 2)])).toEqual([0, 1, -1]);
    expect(taken([pair(0, -20)])).toEqual([-1, -1, -1]);
    // A single swap that is stronger stands in the way of either side.
    const strong = Float32Array.from([-9, -9, 20]);
    const { candidateOf } = draftReading(lattice, strong, evenRate(lattice, 0.5), [pair(1, 3)]);
    expect([...candidateOf]).toEqual([-1, -1, 2]);
  });

  it("knows beforehand which pairs can have a place in it", () => {
    const lattice = latticeOf("one two three four", [
      { form: "one", originals: ["a"] },
      { form: "two", originals: ["b"] },
      { form: "four", originals: ["c"] },
    ]);
    for (const rate of [0.02, 0.3, 0.7]) {
      const spun = evenRate(lattice, rate);
      // Sites with rates of their own: a name is swapped less.
      const hopes = pairHopes(lattice, spun);
      for (let odds = -12; odds < 12; odds += 0.25) {
        const pair = { left: 0, right: 1, leftOriginal: 0, rightOriginal: 1, odds };
        const { candidateOf } = draftReading(lattice, evenOdds(lattice, -99), spun, [pair]);
        expect(hopes(0, 1, odds)).toBe(candidateOf[0] === 0);
      }
    }
  });

  it("knows it of sites at different rates as well", () => {
    const lattice = latticeOf("Here the two Three stood by the river.", [
      { form: "two", originals: ["b"] },
      { form: "Three", originals: ["c"] },
    ]);
    const even = evenRate(lattice, 0.5);
    const rates = even.rates.slice();
    rates[RateClass.Capitalised] = 0.01;
    const names = { ...even, rates };
    const least = (of: typeof even): number => {
      const hopes = pairHopes(lattice, of);
      let odds = -20;
      while (!hopes(0, 1, odds)) odds += 0.01;
      return odds;
    };
    expect(least(names) - least(even)).toBeCloseTo(-logit(0.01), 1);
  });
});
