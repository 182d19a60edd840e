import { describe, expect, it } from "vitest";
import { type Grounds, groundsOf, LEAST_HOPE, spunOdds } from "../src/decision/verdict.js";
import { evenRate, latticeOf } from "./lattice-harness.js";

const LATTICE = latticeOf("a fast spherical of speak reveals", [
  { form: "speak", originals: ["talk"] },
  { form: "speak reveals", originals: ["talk shows"] },
  { form: "reveals", originals: ["shows"] },
]);

describe("the grounds of a verdict", () => {
  const rate = { ...evenRate(LATTICE, 0.25), evidence: 4 };

  it("are the evidence, the body's rate, and what edits that do not overlap tell", () => {
    const [evidence, body, edits] = groundsOf(LATTICE, rate, Float64Array.from([0.75, 0.6, 0.9]));
    expect(evidence).toBe(4);
    expect(body).toBeCloseTo(Math.log(0.25), 9);
    expect(edits).toBeCloseTo(-Math.log(1.02 - 0.75) - Math.log(1.02 - 0.9), 9);
  });

  it("have no edits where nothing is likely, or nobody looked", () => {
    expect(groundsOf(LATTICE, rate, new Float64Array(3).fill(0.4))[2]).toBe(0);
    expect(groundsOf(LATTICE, rate, undefined)[2]).toBe(0);
  });

  it("are bounded", () => {
    const [most] = groundsOf(LATTICE, { ...rate, evidence: 1e9 }, undefined);
    const [least, nothing] = groundsOf(LATTICE, { ...evenRate(LATTICE, 0), evidence: -1e9 }, undefined);
    expect(most).toBeLessThan(100);
    expect(least).toBeGreaterThan(-100);
    expect(Number.isFinite(nothing)).toBe(true);
    expect(spunOdds([least, nothing, 0, 0])).toBeLessThan(LEAST_HOPE);
  });
});

describe("the verdict", () => {
  const grounds: Grounds = [1, Math.log(0.1), 4, 0.5];

  it.each([0, 1, 2])("is surer with more of ground %d", (index) => {
    const more = grounds.map((value, k) => (k === index ? value + 1 : value)) as unknown as Grounds;
    expect(spunOdds(more)).toBeGreaterThan(spunOdds(grounds));
  });

  it("is less sure of a shorter text", () => {
    const [evidence, rate, edits] = grounds;
    expect(spunOdds([evidence, rate, edits, 0.9])).toBeLessThan(spunOdds(grounds));
    const shortness = (text: string): number => {
      const lattice = latticeOf(text, []);
      return groundsOf(lattice, evenRate(lattice, 0.25), undefined)[3];
    };
    expect(shortness("one two three")).toBeGreaterThan(shortness("one two three four five six"));
    expect(shortness("word ".repeat(200))).toBe(0);
  });
});
