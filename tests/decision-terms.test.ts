import { describe, expect, it } from "vitest";
import { type TermFindings, termOddsOf } from "../src/context/term-strength.js";
import { weighTerms, withTerms } from "../src/decision/strong-terms.js";
import { Dialect, type Lattice } from "../src/lattice.js";
import { evenOdds, latticeOf, type Place } from "./lattice-harness.js";

/** Log-odds that leave no doubt, that are even among others, and that nothing can help. */
const GREAT = 8;
const SOME = -0.5;
const POOR = -5;
const HOPELESS = -9;

const FOREST = { form: "irregular woodland", originals: ["random forest"] };
const NETWORK = { form: "neural organization", originals: ["neural network"] };
const MACHINE = { form: "bolster vector machine", originals: ["support vector machine"] };
const RATIO = { form: "signal to commotion", originals: ["signal to noise"] };

function terms(text: string, places: readonly Place[]): Lattice {
  return latticeOf(
    text,
    places.map((place) => ({ dialect: Dialect.Science, ...place })),
  );
}

const weigh = (lattice: Lattice, odds: readonly number[]) => weighTerms(lattice, Float32Array.from(odds));

describe("the odds of a term", () => {
  const alone = terms("the irregular woodland grew", [FOREST]);
  const SURPRISE = 20;

  function oddsOf(lattice: Lattice, change: Partial<TermFindings> = {}, surprise = SURPRISE): number[] {
    const even = evenOdds(lattice, 0);
    const findings = { rarity: evenOdds(lattice, 12), first: even, odds: even, topic: even, ...change };
    return [...termOddsOf(lattice, { surprise: new Float32Array(lattice.siteCount).fill(surprise), ...findings })];
  }

  it("are none where no term is, or no surprise", () => {
    expect(oddsOf(alone, {}, 0)).toEqual([Number.NEGATIVE_INFINITY]);
    const other = terms("the irregular woodland grew", [{ ...FOREST, dialect: Dialect.General }]);
    expect(oddsOf(other)).toEqual([Number.NEGATIVE_INFINITY]);
  });

  it.each(["rarity", "first", "odds", "topic"] as const)("rise with what speaks for it: %s", (name) => {
    const low = oddsOf(alone, { [name]: evenOdds(alone, 1) })[0];
    expect(oddsOf(alone, { [name]: evenOdds(alone, 2) })[0]).toBeGreaterThan(low);
  });

  it("rise with the surprise of what stands there", () => {
    expect(oddsOf(alone, {}, SURPRISE + 5)[0]).toBeGreaterThan(oddsOf(alone)[0] + 0.5);
  });

  it("rise with the ways it was seen swapped in", () => {
    const seen = { ...alone, lists: { ...alone.lists, asTerm: alone.lists.asTerm.map(() => 9) } };
    expect(oddsOf(seen)[0]).toBeGreaterThan(oddsOf(alone)[0] + 1);
  });

  it("rise with other odds up to a bound", () => {
    for (const name of ["first", "odds"] as const) {
      expect(oddsOf(alone, { [name]: evenOdds(alone, 30) })).toEqual(oddsOf(alone, { [name]: evenOdds(alone, 20) }));
    }
    expect(oddsOf(alone, { first: evenOdds(alone, -30) })).toEqual(oddsOf(alone, { first: evenOdds(alone, -20) }));
  });

  it("are lower for a name, but not at the beginning of a sentence", () => {
    const name = terms("the Irregular woodland grew", [{ ...FOREST, form: "Irregular woodland" }]);
    const second = terms("the irregular Woodland grew", [{ ...FOREST, form: "irregular Woodland" }]);
    const beginning = terms("Irregular woodland grew", [{ ...FOREST, form: "Irregular woodland" }]);
    expect(oddsOf(beginning)).toEqual(oddsOf(alone));
    expect(oddsOf(name)[0]).toBeLessThan(oddsOf(alone)[0] - 1);
    expect(oddsOf(second)).toEqual(oddsOf(name));
  });
});

describe("a term by itself", () => {
  const lattice = terms("the irregular woodland grew", [FOREST]);

  it("is nothing if it is faint", () => {
    for (const odds of [Number.NEGATIVE_INFINITY, HOPELESS, POOR])
      expect(weigh(lattice, [odds])).toEqual({ certainty: new Float64Array(0), bonus: 0 });
  });

  it("is sure if it is strong, and tells nothing of the text", () => {
    const { certainty, bonus } = weigh(lattice, [GREAT]);
    expect(certainty[0]).toBeGreaterThan(0.9);
    expect(weigh(lattice, [GREAT - 4]).certainty[0]).toBeLessThan(certainty[0]);
    expect(bonus).toBe(0);
  });
});

describe("a term's certainty", () => {
  const ORIGINALS = ["random forest", "arbitrary forest", "random wood"];
  const three = terms("the irregular woodland grew", [{ ...FOREST, originals: ORIGINALS }]);

  it("is divided among its candidates as their odds are", () => {
    const { certainty } = weigh(three, [Number.NEGATIVE_INFINITY, 20, 19]);
    expect(certainty[0]).toBe(0);
    expect(certainty[1] + certainty[2]).toBeCloseTo(1, 6);
    expect(certainty[1] / certainty[2]).toBeCloseTo(Math.E, 6);
  });

  it("is enough to propose the best of many, and not to apply it", () => {
    const many = terms("the irregular woodland grew", [{ ...FOREST, originals: [...ORIGINALS, "chance forest"] }]);
    const { certainty } = weigh(many, [19, 19.2, 19.1, 19]);
    expect(certainty[1]).toBeGreaterThan(0.3);
    expect(certainty[1]).toBeLessThan(0.4);
    expect(certainty[2]).toBeLessThan(0.3);
  });

  it("goes to the stronger of two that overlap", () => {
    const longer = { form: "the irregular woodland", originals: ["the random forest"] };
    const lattice = terms("see the irregular woodland of neural organization", [longer, FOREST, NETWORK]);
    const sure = (odds: readonly number[]): boolean[] =>
      [...weigh(lattice, odds).certainty].map((value) => value > 0.9);
    expect(sure([GREAT, GREAT + 1, GREAT])).toEqual([false, true, true]);
    expect(sure([GREAT + 1, GREAT, GREAT])).toEqual([true, false, true]);
  });
});

describe("several terms", () => {
  const places = [FOREST, NETWORK, MACHINE];
  const text = "irregular woodland, neural organization, bolster vector machine";
  const three = terms(text, places);
  const repeated = terms("irregular woodland, irregular woodland, irregular woodland", [
    FOREST,
    { ...FOREST, nth: 1 },
    { ...FOREST, nth: 2 },
  ]);

  it("make each other sure, and tell of a spinner", () => {
    const two = weigh(three, [GREAT, GREAT, Number.NEGATIVE_INFINITY]);
    expect(two.bonus).toBe(0);
    const { certainty, bonus } = weigh(three, [GREAT, GREAT, SOME]);
    expect(bonus).toBeGreaterThan(3);
    // A term that is little by itself is one among others.
    expect(weigh(three, [HOPELESS, HOPELESS, SOME]).certainty[2]).toBeLessThan(0.5);
    expect(certainty[2]).toBeGreaterThan(0.6);
  });

  it("are not several if they are the same", () => {
    expect(weigh(repeated, [GREAT, GREAT, GREAT]).bonus).toBe(0);
    const same = terms(
      text,
      places.map((place) => ({ ...place, originals: ["random wood", ...place.originals] })),
    );
    expect(weigh(same, [9, 4, 9, 4, 9, 4]).bonus).toBe(0);
    expect(weigh(same, [4, 9, 4, 9, 4, 9]).bonus).toBeGreaterThan(0);
  });

  it("tell more the more there are, none of them for all", () => {
    const bonus = (last: number): number => weigh(three, [GREAT, GREAT, last]).bonus;
    expect(bonus(6)).toBeGreaterThan(bonus(3));
    expect(bonus(200)).toBeCloseTo(bonus(100), 6);
    const four = terms(`${text}, signal to commotion`, [...places, RATIO]);
    expect(weigh(four, [GREAT, GREAT, GREAT, GREAT]).bonus).toBeGreaterThan(bonus(GREAT) + 3);
  });

  it("tell less among places where nothing was swapped", () => {
    const forms = Array.from({ length: 20 }, (_, at) => `common word${at}`);
    const others = forms.map((form, at) => ({ form, originals: [`usual term${at}`] }));
    const among = terms(`${text}, ${forms.join(", ")}`, [...places, ...others]);
    const odds = [GREAT, GREAT, GREAT, ...forms.map(() => POOR)];
    expect(weigh(among, odds).bonus).toBeLessThan(weigh(three, [GREAT, GREAT, GREAT]).bonus - 3);
    expect(weigh(among, [4, 4, 4, ...forms.map(() => POOR)]).bonus).toBeGreaterThanOrEqual(0);
  });
});

describe("probabilities with what is certain of terms", () => {
  const probability = Float64Array.from([0.2, 0.95, 0.3, 0]);
  const evidence = { certainty: Float64Array.from([0.9, 0.9, 0.1, 0]), bonus: 0 };

  it("are raised to it in a text that was spun", () => {
    expect([...withTerms(probability, evidence, true)]).toEqual([0.9, 0.95, 0.3, 0]);
  });

  it("are raised to what no preset applies in another one", () => {
    const [first, ...others] = withTerms(probability, evidence, false);
    expect(first).toBeGreaterThan(0.39);
    expect(first).toBeLessThan(0.5);
    expect(others).toEqual([0.95, 0.3, 0]);
  });

  it.each([true, false])("are enough for a proposal long before they are for an edit, spun: %s", (spun) => {
    const doubtful = { certainty: Float64Array.from([0.1, 0.1, 0.01, 0.001]), bonus: 0 };
    const [first, second, third, last] = withTerms(probability, doubtful, spun);
    expect([second, third]).toEqual([0.95, 0.3]);
    expect(first).toBeGreaterThan(0.25);
    expect(first).toBeLessThan(0.4);
    expect(last).toBeLessThan(0.05);
  });

  it("are what they were where nothing is certain", () => {
    expect(withTerms(probability, { certainty: new Float64Array(0), bonus: 0 }, true)).toBe(probability);
  });
});
