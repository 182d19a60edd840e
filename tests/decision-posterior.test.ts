import { describe, expect, it } from "vitest";
import { chooseCandidates } from "../src/decision/choose.js";
import { confidenceOf, logit } from "../src/decision/confidence.js";
import { draftReading } from "../src/decision/draft.js";
import { posteriorOf } from "../src/decision/posterior.js";
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

describe("confidence", () => {
  it("keeps the order of the posterior, between 0 and 1", () => {
    const odds = Float32Array.from([3, -0.5, -2, 0.7]);
    const rate = evenRate(OVERLAPPING, 0.3);
    const { candidate } = posteriorOf(OVERLAPPING, odds, rate);
    const confidence = confidenceOf(OVERLAPPING, odds, rate);
    const order = [0, 1, 2, 3].sort((a, b) => candidate[a] - candidate[b]);
    expect([0, 1, 2, 3].sort((a, b) => confidence[a] - confidence[b])).toEqual(order);
    for (const value of confidence) expect(value).toBeGreaterThan(0);
    for (const value of confidence) expect(value).toBeLessThan(1);
  });

  it("is computed from logits that stay finite", () => {
    expect(logit(0.5)).toBe(0);
    expect(logit(0.9)).toBeCloseTo(-logit(0.1), 9);
    for (const edge of [0, 1]) expect(Number.isFinite(logit(edge))).toBe(true);
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
});
