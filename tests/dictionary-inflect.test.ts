import { describe, expect, it } from "vitest";
import { IRREGULAR } from "../scripts/dictionary/sources.js";
import type { Inflection } from "../src/dictionary/entry.js";
import { formsOf, inflectPair } from "../src/dictionary/inflect.js";

/** Forms by inflection: of a noun singular and plural, of a verb base, -s, -ing, past and participle. */
const FORMS: readonly (readonly [inflection: Inflection, ...forms: string[]])[] = [
  ["n", "workplace", "workplaces"],
  ["n", "city", "cities"],
  ["n", "day", "days"],
  ["n", "box", "boxes"],
  ["n", "church", "churches"],
  ["n", "wife", "wives"],
  ["n", "woman", "women"],
  ["n", "child", "children"],
  ["n", "hero", "heroes"],
  ["n", "video", "videos"],
  ["n", "photo", "photos"],
  ["n", "financial institution", "financial institutions"],
  ["n", "loss of life", "losses of life"],
  ["n", "head of state", "heads of state"],
  ["v", "state", "states", "stating", "stated", "stated"],
  ["v", "say", "says", "saying", "said", "said"],
  ["v", "go", "goes", "going", "went", "gone"],
  ["v", "take", "takes", "taking", "took", "taken"],
  ["v", "stop", "stops", "stopping", "stopped", "stopped"],
  ["v", "carry", "carries", "carrying", "carried", "carried"],
  ["v", "play", "plays", "playing", "played", "played"],
  ["v", "die", "dies", "dying", "died", "died"],
  ["v", "see", "sees", "seeing", "saw", "seen"],
  ["v", "agree", "agrees", "agreeing", "agreed", "agreed"],
  ["v", "be", "is", "being", "was", "been"],
  ["v", "have", "has", "having", "had", "had"],
  ["v", "undergo", "undergoes", "undergoing", "underwent", "undergone"],
  ["v", "rebuild", "rebuilds", "rebuilding", "rebuilt", "rebuilt"],
  ["v", "keep away from", "keeps away from", "keeping away from", "kept away from", "kept away from"],
  ["a", "big", "bigger", "biggest"],
  ["a", "large", "larger", "largest"],
  ["a", "happy", "happier", "happiest"],
  ["a", "good", "better", "best"],
  ["a", "beautiful", "more beautiful", "most beautiful"],
  ["x", "more than"],
];

describe("forms", () => {
  for (const [inflection, ...forms] of FORMS) {
    it(`${inflection}: ${forms.join(", ")}`, () => expect(formsOf(forms[0], inflection, IRREGULAR)).toEqual(forms));
  }
});

const pairs = (spun: string, original: string, inflection: Inflection): string[] =>
  inflectPair(spun, original, inflection, IRREGULAR).map((pair) => `${pair.spun} < ${pair.original}`);

describe("both sides of an entry inflect together", () => {
  it.each<[string, string, Inflection, string[]]>([
    ["workplace", "office", "n", ["workplace < office", "workplaces < offices"]],
    ["fulfill", "meet", "v", ["fulfill < meet", "fulfills < meets", "fulfilling < meeting", "fulfilled < met"]],
    ["go", "move", "v", ["go < move", "goes < moves", "going < moving", "went < moved", "gone < moved"]],
    ["large", "big", "a", ["large < big", "larger < bigger", "largest < biggest"]],
    ["greater than", "more than", "x", ["greater than < more than"]],
    // Forms that fall together are no swap.
    ["fish", "fishes", "n", ["fish < fishes"]],
    ["men", "man", "x", ["men < man"]],
  ])("%s < %s (%s)", (spun, original, inflection, expected) => {
    expect(pairs(spun, original, inflection).slice(0, expected.length)).toEqual(expected);
  });

  it("leaves pairs out whose sides fall together", () => {
    expect(pairs("found", "find", "v")).not.toContain("found < found");
  });
});
