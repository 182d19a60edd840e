import { describe, expect, it } from "vitest";
import { articleFor } from "../src/decision/article.js";
import { toChanges } from "../src/decision/change.js";
import { latticeOf, type Place } from "./lattice-harness.js";

describe("the article before", () => {
  const an =
    "apple office hour honest honour honor heir homage 8 80 11 18 18-year-old MBA FBI X-ray HTML umbrella uncle unimportant urgent onus unidentified unideal unironic unissued usher utter utmost Ulster urban urchin HIV SUV SEC MIT honest heiress FAQ unilluminated ugly";
  const a =
    "house unit uniform user used useful European one-way once ubiquitous NATO UK U.S. 1 100 110 180 UN utility urine USA US UNESCO usable ewe eucalypt unanimous Uranus ubiquitous high-octane sub-unit 1,8 5118 STEP STOP 9 12 1180 chour the11 Ukrainian ukulele Ugandan Uruguayan Utah utopian uterus utensil Uighur urethra urologist U-turn UNICEF union unidirectional unilateral ouija LEDGER SECT hivemind";
  it.each(an.split(" "))("%s is an", (word) => expect(articleFor(word)).toBe("an"));
  it.each(a.split(" "))("%s is a", (word) => expect(articleFor(word)).toBe("a"));
});

describe("what is written for a choice", () => {
  interface Case {
    readonly name: string;
    readonly text: string;
    readonly place: Place;
    readonly written: readonly string[];
  }
  const cases: readonly Case[] = [
    {
      name: "lower case",
      text: "the workplace",
      place: { form: "workplace", originals: ["office"] },
      written: ["office"],
    },
    {
      name: "a capital",
      text: "Workplace news",
      place: { form: "Workplace", originals: ["office"] },
      written: ["Office"],
    },
    {
      name: "capitals",
      text: "THE WORKPLACE",
      place: { form: "WORKPLACE", originals: ["office"] },
      written: ["OFFICE"],
    },
    {
      name: "names",
      text: "on Wall Road",
      place: { form: "Wall Road", originals: ["wall street"] },
      written: ["Wall Street"],
    },
    {
      name: "an article that fits no more",
      text: "a uncommon bird",
      place: { form: "uncommon", originals: ["rare"] },
      written: ["rare"],
    },
    {
      name: "an article to be mended",
      text: "a workplace",
      place: { form: "workplace", originals: ["office"] },
      written: ["an", "office"],
    },
    {
      name: "a capital article",
      text: "An house",
      place: { form: "house", originals: ["home"] },
      written: ["A", "home"],
    },
    {
      name: "curly apostrophes",
      text: "the dog’s as we speak",
      place: { form: "as we speak", originals: ["it's now"] },
      written: ["it’s now"],
    },
    {
      name: "a name in several words",
      text: "the Wall Road Journal",
      place: { form: "Wall Road", originals: ["wall street"] },
      written: ["Wall Street"],
    },
    {
      name: "an article at its end that the word behind wants otherwise",
      text: "it was the apple",
      place: { form: "it was the", originals: ["that was a"] },
      written: ["that was an"],
    },
    {
      name: "a letter at its end that is no article",
      text: "a pie apple",
      place: { form: "pie", originals: ["pizza"] },
      written: ["pizza"],
    },
    {
      name: "an article that is part of a word",
      text: "Sinatra house",
      place: { form: "house", originals: ["apartment"] },
      written: ["apartment"],
    },
    {
      name: "a word that only begins like an article",
      text: "any house",
      place: { form: "house", originals: ["apartment"] },
      written: ["apartment"],
    },
    {
      name: "straight ones",
      text: "the dog's as we speak",
      place: { form: "as we speak", originals: ["it's now"] },
      written: ["it's now"],
    },
  ];
  it.each(cases)("has $name", ({ text, place, written }) => {
    const lattice = latticeOf(text, [place]);
    const changes = toChanges(lattice, [{ site: 0, candidate: 0 }], Float64Array.from([0.9]));
    expect(changes.map((change) => change.text)).toEqual(written);
    for (const { probability } of changes) expect(probability).toBe(0.9);
  });

  it("names the other originals, most probable first", () => {
    const lattice = latticeOf("it might be", [{ form: "might", originals: ["may", "could", "would", "can"] }]);
    const [change] = toChanges(lattice, [{ site: 0, candidate: 1 }], Float64Array.from([0.1, 0.6, 0.25, 0.001]));
    expect(change.alternatives).toEqual([
      { text: "would", probability: 0.25 },
      { text: "may", probability: 0.1 },
    ]);
  });

  it("names five others at most, from one in a hundred on, equal ones as they come", () => {
    const originals = ["a", "b", "c", "d", "e", "f", "g", "h"];
    const lattice = latticeOf("it might be", [{ form: "might", originals }]);
    const probability = Float64Array.from([0.1, 0.3, 0.1, 0.0099, 0.1, 0.1, 0.01, 0.1]);
    const named = (chosen: number) =>
      toChanges(lattice, [{ site: 0, candidate: chosen }], probability)[0].alternatives.map(({ text }) => text);
    expect(named(1)).toEqual(["a", "c", "e", "f", "h"]);
    expect(named(0)).toEqual(["b", "c", "e", "f", "h"]);
    const two = latticeOf("it might be", [{ form: "might", originals: ["a", "b", "c"] }]);
    expect(toChanges(two, [{ site: 0, candidate: 0 }], Float64Array.from([0.9, 0.01, 0.0099]))[0].alternatives).toEqual(
      [{ text: "b", probability: 0.01 }],
    );
  });

  it("says of a mended article that it follows from another change", () => {
    const lattice = latticeOf("a workplace", [{ form: "workplace", originals: ["office"] }]);
    const [article] = toChanges(lattice, [{ site: 0, candidate: 0 }], Float64Array.from([0.9]));
    expect(article).toEqual({ from: 0, to: 1, text: "an", probability: 0.9, candidate: -1, alternatives: [] });
  });

  it("has the article at the end of a change agree with the change behind it", () => {
    const lattice = latticeOf("in one workplace", [
      { form: "in one", originals: ["in a"] },
      { form: "workplace", originals: ["office"] },
    ]);
    const choices = [
      { site: 0, candidate: 0 },
      { site: 1, candidate: 1 },
    ];
    const changes = toChanges(lattice, choices, Float64Array.from([0.9, 0.9]));
    expect(changes.map(({ text }) => text)).toEqual(["in an", "office"]);
  });

  it("makes no change that only takes the right article away", () => {
    const lattice = latticeOf("it was an apple", [{ form: "it was an", originals: ["it was a"] }]);
    expect(toChanges(lattice, [{ site: 0, candidate: 0 }], Float64Array.from([0.9]))).toEqual([]);
  });

  it("leaves an article alone that the change before it covers", () => {
    const lattice = latticeOf("in a workplace", [
      { form: "in a", originals: ["within one"] },
      { form: "workplace", originals: ["office"] },
    ]);
    const choices = [
      { site: 0, candidate: 0 },
      { site: 1, candidate: 1 },
    ];
    const changes = toChanges(lattice, choices, Float64Array.from([0.9, 0.9]));
    expect(changes.map(({ text }) => text)).toEqual(["within one", "office"]);
  });
});
