import { describe, expect, it } from "vitest";
import { logit } from "../src/decision/confidence-features.js";
import { weighTerms, withTerms } from "../src/decision/strong-terms.js";
import { Dialect, type Lattice } from "../src/lattice.js";
import { evenOdds, latticeOf, type Place } from "./lattice-harness.js";

/** Odds that are usual, and a surprise that leaves no doubt. */
const USUAL = 4;
const GREAT = 24;

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

function weigh(lattice: Lattice, surprise: readonly number[], odds = evenOdds(lattice, USUAL)) {
  return weighTerms(lattice, odds, Float32Array.from(surprise));
}

/** The certainty of a text's only term, as log-odds. */
function sureness(lattice: Lattice, surprise: number, odds = evenOdds(lattice, USUAL)): number {
  return logit(weigh(lattice, [surprise], odds).certainty.reduce((sum, value) => sum + value, 0));
}

describe("a term by itself", () => {
  const lattice = terms("the irregular woodland grew", [FOREST]);

  it("is nothing unless it is overwhelming", () => {
    for (const surprise of [0, 1, 12])
      expect(weigh(lattice, [surprise])).toEqual({ certainty: new Float64Array(0), bonus: 0 });
  });

  it("needs a surprise, whatever the odds", () => {
    expect(weigh(lattice, [0], evenOdds(lattice, 1000)).certainty).toHaveLength(0);
  });

  it("is surer by a nat for every nat of surprise", () => {
    expect(sureness(lattice, GREAT)).toBeGreaterThan(0);
    expect(sureness(lattice, GREAT - 6.5)).toBeLessThan(0);
    expect(sureness(lattice, GREAT) - sureness(lattice, GREAT - 6.5)).toBeCloseTo(6.5, 4);
  });

  it("is surer by a part of every nat of its odds, up to a bound", () => {
    const step = sureness(lattice, GREAT, evenOdds(lattice, 5)) - sureness(lattice, GREAT, evenOdds(lattice, 4));
    expect(step).toBeGreaterThan(0.3);
    expect(step).toBeLessThan(1);
    const fall = sureness(lattice, GREAT, evenOdds(lattice, 4)) - sureness(lattice, GREAT, evenOdds(lattice, 1));
    expect(fall).toBeCloseTo(3 * step, 4);
    expect(sureness(lattice, GREAT, evenOdds(lattice, 30))).toBe(sureness(lattice, GREAT, evenOdds(lattice, 20)));
  });

  it("is surer by a nat for every nat of its channel", () => {
    const rare = terms("the irregular woodland grew", [{ ...FOREST, channel: -3 }]);
    expect(sureness(lattice, GREAT) - sureness(rare, GREAT)).toBeCloseTo(2, 4);
  });

  it("is less sure as a name, but not at the beginning of a sentence", () => {
    const name = terms("the Irregular woodland grew", [{ ...FOREST, form: "Irregular woodland" }]);
    const second = terms("the irregular Woodland grew", [{ ...FOREST, form: "irregular Woodland" }]);
    const beginning = terms("Irregular woodland grew", [{ ...FOREST, form: "Irregular woodland" }]);
    expect(sureness(beginning, GREAT)).toBe(sureness(lattice, GREAT));
    expect(sureness(name, GREAT)).toBeLessThan(sureness(lattice, GREAT) - 1);
    expect(sureness(second, GREAT)).toBe(sureness(name, GREAT));
  });

  it("adds nothing to the evidence", () => {
    expect(weigh(lattice, [60]).bonus).toBe(0);
  });
});

describe("a term's certainty", () => {
  const ORIGINALS = ["random forest", "arbitrary forest", "random wood"];

  it("is divided among the candidates of science as their odds are", () => {
    const lattice = terms("the irregular woodland grew", [{ ...FOREST, originals: ORIGINALS }]);
    lattice.dialect[0] = Dialect.General;
    const { certainty } = weigh(lattice, [60], Float32Array.from([7, 3, 2]));
    expect(certainty[0]).toBe(0);
    expect(certainty[1] + certainty[2]).toBeCloseTo(1, 9);
    expect(certainty[1] / certainty[2]).toBeCloseTo(Math.E, 6);
  });

  it("bears odds that no number can hold", () => {
    const lattice = terms("the irregular woodland grew", [{ ...FOREST, originals: ORIGINALS }]);
    expect([...weigh(lattice, [60], Float32Array.from([2000, 1000, 2000])).certainty]).toEqual([0.5, 0, 0.5]);
  });

  it("comes from its best candidate of science, not from another dialect's", () => {
    const lattice = terms("the irregular woodland grew", [{ ...FOREST, originals: ORIGINALS }]);
    lattice.dialect[2] = Dialect.Other;
    lattice.channel.set([-5, -2, 9]);
    const best = terms("the irregular woodland grew", [{ ...FOREST, channel: -2 }]);
    expect(sureness(lattice, GREAT)).toBeCloseTo(sureness(best, GREAT), 6);
  });

  it("goes to the stronger of two that overlap", () => {
    const longer = { form: "the irregular woodland", originals: ["the random forest"] };
    const lattice = terms("see the irregular woodland of neural organization", [longer, FOREST, NETWORK]);
    const { certainty } = weigh(lattice, [30, 40, 30]);
    expect(certainty[0]).toBe(0);
    expect(certainty[1]).toBeGreaterThan(0.9);
    expect(certainty[2]).toBeGreaterThan(0.9);
    expect([...weigh(lattice, [40, 30, 30]).certainty].map((value) => value > 0.9)).toEqual([true, false, true]);
  });

  it("is nothing where there is no surprise, though there is another term", () => {
    const lattice = terms("irregular woodland and neural organization", [FOREST, NETWORK]);
    const { certainty } = weigh(lattice, [0, 40]);
    expect(certainty[0]).toBe(0);
    expect(certainty[1]).toBeGreaterThan(0.9);
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
    const two = terms(text, places.slice(0, 2));
    expect(weigh(two, [GREAT, GREAT]).bonus).toBe(0);
    const { certainty, bonus } = weigh(three, [GREAT, GREAT, GREAT]);
    expect(bonus).toBeGreaterThan(3);
    expect(certainty[0]).toBeGreaterThan(weigh(two, [GREAT, GREAT]).certainty[0]);
    // A term that is nothing by itself is one among others.
    expect(weigh(three, [GREAT, GREAT, 21]).certainty[2]).toBeGreaterThan(0.8);
  });

  it("are different ones: the same term again and again is not several", () => {
    expect(weigh(repeated, [40, 40, 40]).bonus).toBe(0);
    const originals = ["random wood", "random forest"];
    const forms = ["irregular woodland", "arbitrary woods", "haphazard timberland"];
    const same = terms(
      forms.join(", "),
      forms.map((form) => ({ form, originals })),
    );
    const odds = (best: readonly number[]): Float32Array =>
      Float32Array.from({ length: 6 }, (_, c) => (best[Math.floor(c / 2)] === c % 2 ? 6 : 2));
    expect(weigh(same, [40, 40, 40], odds([1, 1, 1])).bonus).toBe(0);
    expect(weigh(same, [40, 40, 40], odds([0, 1, 1])).bonus).toBe(0);
    expect(weigh(three, [40, 40, 40]).bonus).toBeGreaterThan(0);
  });

  it("are told apart by their best candidates of science", () => {
    const lattice = terms(
      text,
      places.map((place) => ({ ...place, originals: ["random wood", ...place.originals] })),
    );
    const odds = Float32Array.from([9, 4, 9, 4, 9, 4]);
    expect(weigh(lattice, [40, 40, 40], odds).bonus).toBe(0);
    for (const c of [0, 2, 4]) lattice.dialect[c] = Dialect.General;
    expect(weigh(lattice, [40, 40, 40], odds).bonus).toBeGreaterThan(0);
  });

  it("count by what they exceed the bound by, none of them for all", () => {
    const bonus = (last: number): number => weigh(three, [GREAT, GREAT, last]).bonus;
    expect(bonus(GREAT + 1) - bonus(GREAT)).toBeCloseTo(0, 1);
    expect(bonus(19) - bonus(18)).toBeCloseTo(1, 4);
    expect(bonus(200)).toBe(bonus(100));
    const four = terms(`${text}, signal to commotion`, [...places, RATIO]);
    expect(weigh(four, [GREAT, GREAT, GREAT, GREAT]).bonus).toBeGreaterThan(bonus(GREAT) + 3);
  });

  it("count less in a long text, and never against it", () => {
    const longer = (words: number): number =>
      weigh(terms(`${text}${" word".repeat(words)}`, places), [GREAT, GREAT, GREAT]).bonus;
    const perWord = (longer(0) - longer(500)) / 500;
    expect(perWord).toBeGreaterThan(0.0005);
    expect(longer(500) - longer(1000)).toBeCloseTo(500 * perWord, 4);
    expect(longer(20_000)).toBe(0);
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
    expect(first).toBeGreaterThan(0.4);
    expect(first).toBeLessThan(0.5);
    expect(others).toEqual([0.95, 0.3, 0]);
  });

  it("are what they were where nothing is certain", () => {
    expect(withTerms(probability, { certainty: new Float64Array(0), bonus: 0 }, true)).toBe(probability);
  });
});
