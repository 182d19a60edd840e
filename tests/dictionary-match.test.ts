import { describe, expect, it } from "vitest";
import { dictionaryOf, entriesOf, sitesOf } from "./dictionary-harness.js";

const general = dictionaryOf(
  entriesOf(
    "general",
    "workplace | office | n",
    "stated | said | x",
    "greater than | more than | x",
    "greater | more | x",
    "than | as | x",
    "will be | is | x",
    "web site | website | n",
    "america | United States | x",
    "tostring | constructor | x",
    "authorities | government | x",
    "constructor | prototype | x",
    "12 months | year | x",
    "1 / 2 | half | x",
    "1/2 | one half | x",
  ),
);

describe("the matcher", () => {
  it.each<[what: string, text: string, sites: string[]]>([
    ["finds forms and their inflections", "The workplaces stated it.", ["workplaces > offices", "stated > said"]],
    ["is blind to letter case", "Workplace STATED IT", ["Workplace > office", "STATED > said"]],
    ["finds overlapping forms", "greater than it", ["greater > more", "greater than > more than", "than > as"]],
    ["finds a form with the possessive behind it", "the workplace's dog", ["workplace > office"]],
    ["finds a form with a curly possessive behind it", "the workplace’s dog", ["workplace > office"]],
    ["finds nothing across paragraphs", "greater\n\nthan", ["greater > more", "than > as"]],
    ["finds forms across a line break", "will\nbe", ["will\nbe > is"]],
    ["finds nothing across a mark", "greater, than", ["greater > more", "than > as"]],
    ["leaves acronyms alone", "the STATED aim", []],
    ["leaves code alone", "`workplace` and <b title='stated'>", []],
    ["leaves addresses alone", "https://workplace.example/stated", []],
    [
      "finds words that are names of properties",
      "tostring constructor",
      ["tostring > constructor", "constructor > prototype"],
    ],
    ["knows no form that nobody listed", "hasOwnProperty __proto__ valueOf", []],
    ["finds forms with a number", "12 months of it", ["12 months > year"]],
    ["finds what two forms give that are read as the same words", "1/2 of it", ["1/2 > half, one half"]],
    ["takes any text", "", []],
  ])("%s", (_, text, sites) => expect(sitesOf(general, text)).toEqual(sites));

  it("reads forms in mixed case as names", () => {
    expect(sitesOf(general, "WorkPlace toString")).toEqual([]);
  });
});

describe("variants of a form", () => {
  it.each<[what: string, text: string, sites: string[]]>([
    ["hyphenated, of one word", "the work-place of it", ["work-place > office"]],
    ["hyphenated, of two words", "the web-site of it", ["web-site > website"]],
    ["misspelt by a letter left out", "the authorites of it", ["authorites > government"]],
    ["misspelt by a letter doubled", "the workkplace of it", ["workkplace > office"]],
    ["not of another beginning", "the korkplace of it", []],
    ["not of a short word", "he is thann it", []],
    ["not of a name", "the Worplace of it", []],
  ])("%s", (_, text, sites) => expect(sitesOf(general, text)).toEqual(sites));
});

describe("conditions", () => {
  const conditional = dictionaryOf(
    entriesOf(
      "science",
      "depth | deep learning | x | requires: neural network, perceptron",
      "forest | woods | x | unless: random forest",
      "tree | plant | x | requires: eu, é-mail, 3-d print",
      "bank | shore | x | after: the, a",
      "bank | row | x | before: of",
      "zeta | alpha | x | after: frobnicate",
    ),
  );
  it.each<[what: string, text: string, sites: string[]]>([
    ["requires: no", "depth is good", []],
    [
      "requires: one of them, anywhere, in any case",
      "depth is good. A Perceptron was used.",
      ["depth > deep learning"],
    ],
    ["unless: no", "the forest", ["forest > woods"]],
    ["unless: yes", "the forest\n\nA random forest is used.", []],
    ["requires: two letters at the end of the text", "a tree in the EU", ["tree > plant"]],
    ["requires: a word that begins with an accent", "the «É-mail» and the tree", ["tree > plant"]],
    ["requires: a phrase that begins with a number", "3-D prints of a tree", ["tree > plant"]],
    ["requires: behind a mark or an accent", "naïve tree…eu", ["tree > plant"]],
    ["requires: not within a word", "a tree, a museum, a 13-d print", []],
    ["after and before: both", "the bank of it", ["bank > row, shore"]],
    ["after: only", "a bank", ["bank > shore"]],
    ["before: only", "bank of it", ["bank > row"]],
    ["neither", "to bank", []],
    ["a word that nothing knows stands nowhere", "frobnicate zeta", []],
  ])("%s", (_, text, sites) => expect(sitesOf(conditional, text)).toEqual(sites));
});

describe("terms that swaps add up to", () => {
  const science = dictionaryOf(
    entriesOf(
      "science-words",
      "counterfeit | artificial | x",
      "consciousness | intelligence | n",
      "backwoods | forest | x",
    ),
    ["artificial intelligence", "random forest"],
  );
  const spelt = dictionaryOf(
    [
      ...entriesOf(
        "science-words",
        "fluffy | fuzzy | x",
        "getting to know | learning | x",
        "irregular | random | x",
        "use | utilization | n",
      ),
      ...entriesOf("general", "profound | deep | x", "shared | mutual | x", "use | purpose | n", "data | facts | x"),
      ...entriesOf(
        "science",
        "neural organization | neural network | n",
        "shared data | mutual information | n | requires: mutual information",
        "irregular backwoods | random forest | n",
      ),
    ],
    [
      "neuro-fuzzy",
      "neuro-fuzzy system",
      "deep learning",
      "deep learning model",
      "deep neural network",
      "random variable",
      "irregular verb",
      "mutual information",
      "mutual information gain",
    ],
  );
  it.each<[what: string, text: string, sites: string[]]>([
    [
      "a part of a hyphenated word",
      "a neuro-fluffy system",
      ["neuro-fluffy > neuro-fuzzy", "neuro-fluffy system > neuro-fuzzy system"].map((site) => `${site} (term)`),
    ],
    [
      "several words for one",
      "deep getting to know models",
      ["deep getting to know > deep learning (term)", "deep getting to know models > deep learning models (term)"],
    ],
    ["a swap of another spinner's alone", "profound learning", ["profound > deep"]],
    [
      "the same with a phrase of science",
      "profound neural organizations",
      [
        "profound neural organizations > deep neural networks (term)",
        "profound > deep",
        "neural organizations > neural networks",
      ],
    ],
    ["the plural", "irregular variables", ["irregular variables > random variables (term)"]],
    [
      "a term that stands there",
      "irregular verbs of the irregular variable",
      ["irregular variable > random variable (term)"],
    ],
    ["a phrase that has an entry of its own", "irregular backwoods", ["irregular backwoods > random forest"]],
    ["a word that has an ordinary swap too", "the use", ["use > purpose"]],
    ["a phrase whose condition does not hold", "the shared data gain", ["data > facts"]],
    [
      "a phrase whose condition holds",
      "mutual information: shared data",
      ["shared > mutual", "shared data > mutual information", "data > facts"],
    ],
  ])("%s", (_, text, sites) => expect(sitesOf(spelt, text).sort()).toEqual([...sites].sort()));

  it.each<[what: string, text: string, sites: string[]]>([
    ["both words swapped", "counterfeit consciousness", ["counterfeit consciousness > artificial intelligence (term)"]],
    ["one word swapped", "artificial consciousness", ["artificial consciousness > artificial intelligence (term)"]],
    ["none swapped", "artificial intelligence", []],
    ["a word by itself", "his consciousness", []],
    ["no term", "counterfeit backwoods", []],
  ])("%s", (_, text, sites) => expect(sitesOf(science, text)).toEqual(sites));
});

describe("channel weights", () => {
  const shareOf = (...others: string[]): number => {
    const own = entriesOf("general", "stated | said | x | seen");
    const dictionary = dictionaryOf([
      ...own,
      ...others.flatMap((domain) => entriesOf(domain, "told | said | x | typical")),
    ]);
    return dictionary.entryChannel[0];
  };

  it("are shared among the forms of one spinner's list, whoever else has the original", () => {
    expect(shareOf("news")).toBeLessThan(shareOf());
    expect(shareOf("dialects", "science")).toBe(shareOf());
  });
});
