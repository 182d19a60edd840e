import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withinErrors } from "../src/decision/expected-errors.js";

/** Choices at sites of their own, candidate `i` at site `i`. */
const choicesOf = (probabilities: readonly number[]) => probabilities.map((_, i) => ({ site: i, candidate: i }));
const kept = (probabilities: readonly number[], share: number): number[] =>
  withinErrors(choicesOf(probabilities), Float64Array.from(probabilities), share).map(({ candidate }) => candidate);

describe("what stays within a share of errors", () => {
  it.each<[name: string, probabilities: readonly number[], share: number, stay: readonly number[]]>([
    ["nothing of nothing", [], 0.1, []],
    ["all that is sure", [1, 1, 1], 0, [0, 1, 2]],
    ["all, if all may be wrong", [0.6, 0.1, 0.5], 1, [0, 1, 2]],
    ["two likely ones that stand alone", [0.6, 0.7], 0.1, [0, 1]],
    ["no further one that is less likely", [0.6, 0.5, 0.6, 0.6, 0.6, 0.6], 0.05, [0, 2, 3, 4, 5]],
    ["the surest, in the order of the text", [0.7, 0.99, 0.1, 0.2, 0.5, 0.9, 0.3], 0.1, [0, 1, 3, 4, 5, 6]],
    ["doubtful ones among many that are sure", [0.3, ...Array<number>(9).fill(1), 0.2], 0.1, [...Array(11).keys()]],
    ["the first of those that are alike", [0.2, 0.2, 0.2], 0.05, [0, 1]],
  ])("is %s", (_, probabilities, share, stay) => expect(kept(probabilities, share)).toEqual(stay));

  it("is never more than expected, and as much as can be", () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(probability, { maxLength: 30 }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (all, share) => {
          const stay = kept(all, share);
          const wrong = (of: readonly number[]): number => of.reduce((sum, i) => sum + 1 - all[i], 0);
          expect(wrong(stay)).toBeLessThanOrEqual(share * stay.length + 2 + 1e-9);
          const rest = all.map((_, i) => i).filter((i) => !stay.includes(i));
          for (const i of rest) {
            expect(all[i]).toBeLessThanOrEqual(Math.min(1, ...stay.map((each) => all[each])));
            const best = rest.reduce((most, each) => (all[each] > all[most] ? each : most));
            expect(wrong([...stay, best])).toBeGreaterThan(share * (stay.length + 1) + 2 - 1e-9);
          }
        },
      ),
    );
  });
});
