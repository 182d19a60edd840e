import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logAdd } from "../src/decision/log-sum.js";
import { byFallingValue } from "../src/decision/order.js";

describe("a sum of logarithms", () => {
  const logarithm = fc.double({ min: -600, max: 600, noNaN: true });

  it("is the logarithm of the sum", () => {
    fc.assert(
      fc.property(logarithm, fc.double({ min: -30, max: 30, noNaN: true }), (a, distance) => {
        const b = a + distance;
        const sum = logAdd(a, b);
        expect(sum).toBeCloseTo(a + Math.log(1 + Math.exp(b - a)), 9);
        expect(logAdd(b, a)).toBeCloseTo(sum, 9);
      }),
    );
  });

  it("bears what no number can hold", () => {
    expect(logAdd(5000, 5000)).toBeCloseTo(5000 + Math.LN2, 9);
    expect(logAdd(-5000, 5000)).toBe(5000);
    expect(logAdd(5000, -5000)).toBe(5000);
  });

  it("of nothing and something is that", () => {
    const nothing = Number.NEGATIVE_INFINITY;
    expect(logAdd(nothing, 3)).toBe(3);
    expect(logAdd(3, nothing)).toBe(3);
    expect(logAdd(nothing, nothing)).toBe(nothing);
  });
});

describe("the order of falling values", () => {
  /** The definition: equal is what single precision makes equal. */
  const sorted = (values: readonly number[]): number[] =>
    values
      .map((_, index) => index)
      .sort(
        (a, b) =>
          Number(single(values[b]) > single(values[a])) - Number(single(values[b]) < single(values[a])) || a - b,
      );
  const single = Math.fround;
  const close = fc.constantFrom(0, 1, 2, 2 ** -30, 1 + 2 ** -30, 1 + 2 ** -29, 1 + 2 ** -24, 1e300, 255, 256, 65_536);
  const any = fc.double({ min: 0, max: 1e9, noNaN: true });

  it.each([0, 1, 2, 39, 40, 41, 300])("is that of %i values, equal ones as they come", (count) => {
    for (const value of [close, any, fc.nat(5).map((n) => n / 3)]) {
      fc.assert(
        fc.property(fc.array(value, { minLength: count, maxLength: count }), (values) => {
          expect([...byFallingValue(Float64Array.from(values))]).toEqual(sorted(values));
        }),
        { numRuns: 40 },
      );
    }
  });
});
