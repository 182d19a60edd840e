import { describe, expect, it } from "vitest";
import { extendDictionary } from "../src/dictionary/extend.js";
import {
  createUnspinner,
  DictionaryError,
  type DictionarySource,
  defineDictionary,
  InputError,
  type UserDictionary,
} from "../src/index.js";
import { loadResources } from "../src/load.js";
import { withDictionaries } from "../src/resources.js";
import { dictionaryOf, entriesOf, sitesOf } from "./dictionary-harness.js";

const SPUN =
  "The ministers met on Monday. Macron’s workplace stated that the talks have been going nicely, in keeping with an aide. " +
  "Additionally they agreed to fulfill once more within the coming days to debate the grommet stage, his workplace stated. " +
  "The grommet stage is considered one of a number of points, and authorities officers have been requested to assist.";

function errorOf(make: () => unknown): DictionaryError {
  try {
    make();
  } catch (error) {
    if (error instanceof DictionaryError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("defineDictionary", () => {
  it("reads the format of the package's own", () => {
    const dictionary = defineDictionary("workplace\toffice\tn\ttypical\nas we speak\ttoday");
    expect(dictionary).toMatchObject({ name: "user", replace: false });
    expect(dictionary.entries.map(({ spun, original, domain }) => [spun, original, domain])).toEqual([
      ["workplace", "office", "user"],
      ["as we speak", "today", "user"],
    ]);
  });

  it("reads originals by spun form, and names of properties are words", () => {
    const source = JSON.parse('{"as we speak": ["today", "now"], "constructor": "builder", "toString": "valueOf"}');
    expect(defineDictionary(source).entries.map(({ spun, original, line }) => [spun, original, line])).toEqual([
      ["as we speak", "today", 1],
      ["as we speak", "now", 2],
      ["constructor", "builder", 3],
      ["toString", "valueOf", 4],
    ]);
  });

  it("reads a list of entries", () => {
    const source: DictionarySource = [
      { spun: "depth", original: "deep learning", requires: ["neural network"], suggest: true },
    ];
    expect(defineDictionary(source, { name: "mine", replace: true })).toMatchObject({
      name: "mine",
      replace: true,
      entries: [{ spun: "depth", inflection: "x", frequency: "usual", suggest: true, requires: ["neural network"] }],
    });
  });

  it("is plain data", () => {
    const dictionary = defineDictionary({ workplace: "office" });
    expect(structuredClone(dictionary)).toEqual(dictionary);
  });

  it.each<[what: string, source: unknown, line: number, column: number, message: RegExp]>([
    ["a line without a tab", "fine\tgood\nworkplace office", 2, 1, /separated by a tab/],
    ["a duplicate", "fine\tgood\n\nFine\tGood", 3, 1, /stands in line 1 already/],
    ["a self-map", { fine: ["good", "fine"] }, 2, 1, /maps to itself/],
    ["no word", { "": "good" }, 1, 1, /not a word or phrase/],
    ["a prototype's name that is no word", JSON.parse('{"__proto__": "good"}'), 1, 1, /not a word or phrase/],
    ["an unknown field", [{ spun: "a", original: "b", weight: 3 }], 1, 1, /unknown field "weight"/],
    ["an unknown frequency", [{ spun: "a", original: "b", frequency: "often" }], 1, 1, /unknown frequency/],
    ["an unknown inflection", [{ spun: "a", original: "b", inflection: "q" }], 1, 1, /unknown inflection/],
    ["a list that is none", [{ spun: "a", original: "b", unless: "sea" }], 1, 1, /unless must be an array/],
    ["a flag that is none", [{ spun: "a", original: "b", seen: 1 }], 1, 1, /seen must be true or false/],
    ["a side that is none", [{ spun: "a", original: "b" }, { spun: "a" }], 2, 1, /needs a spun form and an original/],
    ["an entry that is none", [null], 1, 1, /not an entry/],
  ])("refuses %s", (_, source, line, column, message) => {
    const error = errorOf(() => defineDictionary(source as DictionarySource, { name: "mine" }));
    expect({ line: error.line, column: error.column, dictionary: error.dictionary }).toEqual({
      line,
      column,
      dictionary: "mine",
    });
    expect(error.message).toMatch(message);
  });

  it.each<[unknown, string?]>([[null], [7], [undefined], ["a\tb", ""], ["a\tb", "science-words"]])(
    "refuses %j called %j",
    (source, name) => {
      const options = name === undefined ? {} : { name };
      expect(() => defineDictionary(source as DictionarySource, options)).toThrow(InputError);
    },
  );
});

describe("a dictionary that is added", () => {
  const base = entriesOf("general", "workplace | office | n", "stated | said | x", "greater than | more than | x");
  const added = entriesOf("mine", "grommet stage | frobnicator | n", "greater than it | more | x", "stated | told | x");
  const text = "The grommet stages stated greater than it, the workplace stated.";

  it("finds what the two compiled together find", () => {
    const extended = extendDictionary(dictionaryOf(base), added);
    expect(sitesOf(extended, text)).toEqual(sitesOf(dictionaryOf([...base, ...added]), text));
  });

  it("weighs an original's forms as if compiled together", () => {
    const extended = extendDictionary(dictionaryOf(base), entriesOf("mine", "declared | said | x | typical"));
    const whole = dictionaryOf([...base, ...entriesOf("mine", "declared | said | x | typical")]);
    const sums = [extended, whole].map(({ entryChannel }) => [...entryChannel].sort().map((value) => value.toFixed(4)));
    expect(sums[0]).toEqual(sums[1]);
  });

  it("takes the place of a pair that is there", () => {
    const extended = extendDictionary(
      dictionaryOf(base),
      entriesOf("mine", "stated | said | x | requires: parliament"),
    );
    expect(sitesOf(extended, "it stated")).toEqual([]);
    expect(sitesOf(extended, "it stated\n\nParliament")).toEqual(["stated > said"]);
  });

  it("may be added to what was added to", () => {
    const once = extendDictionary(dictionaryOf(base), added);
    const twice = extendDictionary(once, entriesOf("more", "grommet stage | widget | n", "zzz | workplace | n"));
    expect(sitesOf(twice, "zzz of a grommet stage")).toEqual([
      "zzz > workplace",
      "grommet stage > frobnicator, widget",
    ]);
  });

  it("leaves the one it is added to as it was", () => {
    const plain = dictionaryOf(base);
    const before = sitesOf(plain, text);
    extendDictionary(plain, added);
    expect(sitesOf(plain, text)).toEqual(before);
  });

  it("may be empty", () => {
    expect(sitesOf(extendDictionary(dictionaryOf(base), []), text)).toEqual(sitesOf(dictionaryOf(base), text));
  });
});

describe("UnspinOptions.dictionary", () => {
  const mine = defineDictionary("grommet stage\tfrobnicator\tn\ttypical", { name: "mine" });
  const entriesFrom = (dictionary: UserDictionary | UserDictionary[]): string[] =>
    createUnspinner({ dictionary, preset: "eager" })
      .unspin(SPUN)
      .edits.map(({ entry }) => entry);

  it("adds to the package's", () => {
    const entries = entriesFrom(mine);
    expect(entries).toContain("mine: grommet stage > frobnicator");
    expect(entries.some((entry) => entry.endsWith("workplace > office"))).toBe(true);
  });

  it("takes the package's place", () => {
    const entries = entriesFrom({ ...mine, replace: true });
    expect(entries.filter((entry) => !entry.startsWith("mine: "))).toEqual([]);
  });

  it("takes several", () => {
    const other = defineDictionary({ aide: "helper" }, { name: "other" });
    const resources = withDictionaries(loadResources(), [mine, other]);
    expect(resources.dictionary.domains.slice(-2)).toEqual(["mine", "other"]);
  });

  it("does its work once for one dictionary", () => {
    expect(withDictionaries(loadResources(), [mine])).toBe(withDictionaries(loadResources(), [mine]));
    expect(withDictionaries(loadResources(), [])).toBe(loadResources());
  });

  it("changes nothing for others", () => {
    const before = createUnspinner().unspin(SPUN);
    createUnspinner({ dictionary: mine }).unspin(SPUN);
    expect(createUnspinner().unspin(SPUN)).toEqual(before);
  });

  it("refuses what defineDictionary did not make", () => {
    expect(() => createUnspinner({ dictionary: { a: "b" } as unknown as UserDictionary })).toThrow(InputError);
  });
});
