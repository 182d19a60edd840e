import { describe, expect, it } from "vitest";
import { findEquivalents, poolEquivalents } from "../src/decision/equivalents.js";
import { latticeOf, type Place } from "./lattice-harness.js";

/** Which candidates of which places come to the same, by what is done: lists of "form > original". */
const CASES: readonly { name: string; text: string; places: readonly Place[]; groups: readonly string[][] }[] = [
  {
    name: "a word, and a phrase that keeps the word behind it",
    text: "they are greater than that",
    places: [
      { form: "greater", originals: ["more", "better"] },
      { form: "greater than", originals: ["more than", "above"] },
    ],
    groups: [["greater > more", "greater than > more than"]],
  },
  {
    name: "a word, and a phrase that keeps the word before it",
    text: "they are in the workplace of that",
    places: [
      { form: "the workplace", originals: ["the office", "an office"] },
      { form: "workplace", originals: ["office"] },
    ],
    groups: [["the workplace > the office", "workplace > office"]],
  },
  {
    name: "a phrase that keeps words on both sides, and another one",
    text: "in the big workplace of today",
    places: [
      { form: "the big workplace", originals: ["the large workplace", "the large office"] },
      { form: "big workplace of", originals: ["large workplace of", "large office of"] },
      { form: "big workplace", originals: ["large office"] },
    ],
    groups: [
      ["the big workplace > the large workplace", "big workplace of > large workplace of"],
      ["the big workplace > the large office", "big workplace of > large office of", "big workplace > large office"],
    ],
  },
  {
    name: "words that go, and words that come",
    text: "he went right there and right there he stayed",
    places: [
      { form: "right there", originals: ["there", "right there now"] },
      { form: "right", originals: ["just"] },
      { form: "right there", nth: 1, originals: ["there"] },
    ],
    groups: [],
  },
  {
    name: "a word that is said twice, and the same with what follows",
    text: "it was so so good",
    places: [
      { form: "so so", originals: ["so"] },
      { form: "so so good", originals: ["so good", "so so so good"] },
    ],
    groups: [["so so > so", "so so good > so good"]],
  },
  {
    name: "different words that are the same letters",
    text: "the ice cream van",
    places: [{ form: "ice cream", originals: ["a b", "ab"] }],
    groups: [],
  },
  {
    name: "the same word in two places",
    text: "old house and old house",
    places: [
      { form: "old", originals: ["aged"] },
      { form: "old", nth: 1, originals: ["aged"] },
    ],
    groups: [],
  },
];

/** By candidate, in the order of the text: what it does. */
function namesOf(text: string, places: readonly Place[]): string[] {
  const order = places.map((place) => ({ ...place, at: startOf(text, place) }));
  order.sort((a, b) => a.at - b.at || a.form.length - b.form.length);
  return order.flatMap(({ form, originals }) => originals.map((original) => `${form} > ${original}`));
}

const inOrder = (groups: readonly string[][]): string[] => groups.map((group) => [...group].sort().join(", ")).sort();

function startOf(text: string, { form, nth = 0 }: Place): number {
  let at = -1;
  for (let left = nth; left >= 0; left--) at = text.indexOf(form, at + 1);
  return at;
}

describe("candidates that come to the same text", () => {
  it.each(CASES)("are found: $name", ({ text, places, groups }) => {
    const lattice = latticeOf(text, places);
    const names = namesOf(text, places);
    const found = findEquivalents(lattice, () => true);
    const byGroup = Array.from({ length: found.groups }, (_, group) =>
      names.filter((_, candidate) => found.groupOf[candidate] === group),
    );
    expect(inOrder(byGroup)).toEqual(inOrder(groups));
    expect([...found.groupOf].filter((group) => group < 0)).toHaveLength(names.length - groups.flat().length);
  });

  it("are looked for among those that are worth it", () => {
    const { text, places } = CASES[0];
    const lattice = latticeOf(text, places);
    expect(findEquivalents(lattice, (candidate) => candidate !== 2)).toEqual({
      groupOf: Int32Array.of(-1, -1, -1, -1),
      groups: 0,
    });
  });

  it("have their probabilities together, at most 1; others keep theirs", () => {
    const equivalents = { groupOf: Int32Array.of(0, -1, 1, 0, 1, -1), groups: 2 };
    const pooled = poolEquivalents(equivalents, Float64Array.of(0.25, 0.9, 0.75, 0.5, 0.5, 0));
    expect([...pooled]).toEqual([0.75, 0.9, 1, 0.75, 1, 0]);
  });
});
