import { describe, expect, it } from "vitest";
import { readCommitted } from "../scripts/eval/texts.js";
import { seededRandom } from "../scripts/simulate/random.js";
import { recompose } from "../scripts/simulate/recompose.js";
import { type SpinHabits, type SpunText, spin } from "../scripts/simulate/spin.js";
import type { SpinPair } from "../scripts/simulate/spin-pairs.js";
import { buildSpinner } from "../scripts/simulate/spinner.js";

const pair = (original: string, spun: string, weight = 1): SpinPair => ({ original, spun, weight, domain: "test" });
const always: SpinHabits = { rate: 1, choice: "weighted", protect: false };

/** The text with every gold span put back. */
function undone({ text, gold }: SpunText): string {
  let original = "";
  let at = 0;
  for (const span of gold) {
    expect(text.slice(span.start, span.end)).toBe(span.spun);
    original += text.slice(at, span.start) + span.original;
    at = span.end;
  }
  return original + text.slice(at);
}

const cases: readonly {
  readonly name: string;
  readonly pairs: readonly SpinPair[];
  readonly text: string;
  readonly spun: string;
  readonly habits?: Partial<SpinHabits>;
}[] = [
  {
    name: "takes the longest phrase",
    pairs: [pair("more", "extra"), pair("more than", "greater than"), pair("than", "then")],
    text: "It cost more than that, and no more.",
    spun: "It cost greater than that, and no extra.",
  },
  {
    name: "keeps the capital of a first word",
    pairs: [pair("but", "however"), pair("in the", "within the")],
    text: "But it rained. In the end we left.",
    spun: "However it rained. Within the end we left.",
  },
  {
    name: "leaves hyphenated words, acronyms and longer words",
    pairs: [pair("high", "excessive"), pair("us", "people")],
    text: "A high-speed train to the US; trust us, it flew highly high.",
    spun: "A high-speed train to the US; trust people, it flew highly excessive.",
  },
  {
    name: "needs a key with capitals to stand as written",
    pairs: [pair("Wall Street", "Wall Road"), pair("May", "Might")],
    text: "On Wall Street it may rain in May, but not in a wall street.",
    spun: "On Wall Road it may rain in Might, but not in a wall street.",
  },
  {
    name: "spins names when nothing is protected",
    pairs: [pair("house", "home"), pair("bath", "tub")],
    text: "The White House has a bath.",
    spun: "The White Home has a tub.",
  },
  {
    name: "leaves capitalised words and quotations when told to",
    pairs: [pair("house", "home"), pair("said", "stated")],
    text: "The White House said: “The house is old,” and he said so.",
    spun: "The White House stated: “The house is old,” and he stated so.",
    habits: { protect: true },
  },
  {
    name: "does not reach across a mark or a paragraph",
    pairs: [pair("as well", "too")],
    text: "He said as, well, nothing as\n\nwell as\nwell",
    spun: "He said as, well, nothing as\n\nwell too",
  },
  {
    name: "leaves a and an",
    pairs: [pair("office", "workplace")],
    text: "an office",
    spun: "an workplace",
  },
  {
    name: "writes the text's own apostrophes",
    pairs: [pair("do not", "don't")],
    text: "We do not know; they’ll do not.",
    spun: "We don’t know; they’ll don’t.",
  },
  {
    name: "works on its own output",
    pairs: [pair("around", "round"), pair("round", "spherical"), pair("the spherical", "a sphere")],
    text: "Walk around the round lake.",
    spun: "Walk spherical a sphere lake.",
    habits: { passes: 2 },
  },
  {
    name: "leaves links and code",
    pairs: [pair("news", "information")],
    text: "See https://news.example/news for `news` news.",
    spun: "See https://news.example/news for `news` information.",
  },
];

describe("the spinner", () => {
  it.each(cases)("$name", ({ pairs, text, spun, habits }) => {
    const result = spin(buildSpinner(pairs), text, { ...always, ...habits }, 1);
    expect(result.text).toBe(spun);
    expect(undone(result)).toBe(text);
  });

  it("leaves braces behind", () => {
    const spinner = buildSpinner([pair("cash", "dollars"), pair("cash", "bucks")]);
    const { text, gold } = spin(spinner, "cash ".repeat(40), { ...always, braces: 1 }, 3);
    expect(new Set(text.trim().split(" "))).toEqual(
      new Set(["{dollars}", "{bucks}", "{dollars|bucks}", "{bucks|dollars}"]),
    );
    expect(gold).toHaveLength(40);
  });

  it("replaces as often as it was told", () => {
    const spinner = buildSpinner([pair("one", "a", 3), pair("one", "b", 1), pair("one", "c", 0.25)]);
    const text = "one ".repeat(20_000);
    const share = (habits: Partial<SpinHabits>): number =>
      spin(spinner, text, { ...always, ...habits }, 5).gold.length / 20_000;
    expect(share({ rate: 0.3 })).toBeCloseTo(0.3, 1);
    expect(share({ rate: "list-size" })).toBeCloseTo(0.75, 1);
    expect(share({ rate: [0.5, 0.5] })).toBeCloseTo(0.5, 1);
    const forms = spin(spinner, text, always, 6).gold.filter((span) => span.spun === "a");
    expect(forms.length / 20_000).toBeCloseTo(3 / 4.25, 1);
    const even = spin(spinner, text, { ...always, choice: "uniform" }, 6).gold.filter((span) => span.spun === "a");
    expect(even.length / 20_000).toBeCloseTo(1 / 3, 1);
  });

  it("decides once for a word if it is steady, and for each word by itself", () => {
    const words = Array.from({ length: 400 }, (_, i) =>
      `word${i}`.replace(/\d/g, (digit) => "abcdefghij"[Number(digit)]),
    );
    const spinner = buildSpinner(words.flatMap((word) => [pair(word, `${word}y`), pair(word, `${word}z`)]));
    const text = words.map((word) => `${word} ${word} ${word}`).join(" ");
    for (const rate of ["list-size", 0.4] as const) {
      const { gold } = spin(spinner, text, { ...always, rate, choice: "uniform", steady: true }, 7);
      const forms = new Map<string, string[]>();
      for (const { original, spun } of gold) forms.set(original, [...(forms.get(original) ?? []), spun]);
      for (const same of forms.values()) expect(same).toEqual([same[0], same[0], same[0]]);
      expect(forms.size / words.length).toBeCloseTo(rate === "list-size" ? 2 / 3 : 0.4, 1);
      expect(new Set(gold.map(({ spun }) => spun.at(-1)))).toEqual(new Set(["y", "z"]));
    }
  });

  it("is at work only where it is told to be", () => {
    const spinner = buildSpinner([pair("one", "two")]);
    const { text } = spin(spinner, "one one one", { ...always, worksAt: (offset) => offset >= 4 }, 1);
    expect(text).toBe("one two two");
  });

  it("gives the same for the same seed, and back to the original whatever it did", () => {
    const spinner = buildSpinner(
      ["said stated", "in within", "people individuals", "large massive", "massive big", "of the of-the", "the this"]
        .map((line) => line.split(" "))
        .map(([original, spun]) => pair(original, spun)),
    );
    for (const { text, id } of readCommitted()) {
      const habits: SpinHabits = { rate: 0.6, choice: "uniform", protect: false, passes: 3, braces: 0.2 };
      const spun = spin(spinner, text, habits, id);
      expect(spin(spinner, text, habits, id)).toEqual(spun);
      expect(undone(spun)).toBe(text);
    }
  });
});

describe("two passes as one", () => {
  it("merges what touches", () => {
    // "abc def ghi" > "XY def ZZZZ" > "XQ def ZPPZ!"
    const first = [
      { start: 0, end: 3, spun: "XY", pair: 1 },
      { start: 8, end: 11, spun: "ZZZZ", pair: 2 },
    ];
    const second = [
      { start: 1, end: 2, spun: "Q", pair: 3 },
      { start: 8, end: 9, spun: "P", pair: 4 },
      { start: 9, end: 10, spun: "P", pair: 5 },
    ];
    expect(recompose("XY def ZZZZ", first, second)).toEqual([
      { start: 0, end: 3, spun: "XQ", pair: 1 },
      { start: 8, end: 11, spun: "ZPPZ", pair: 2 },
    ]);
  });
});

describe("the seeded sequence", () => {
  it("is even between 0 and 1 and depends on the seed alone", () => {
    const random = seededRandom("x");
    const numbers = Array.from({ length: 10_000 }, random);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(numbers.reduce((sum, value) => sum + value, 0) / numbers.length).toBeCloseTo(0.5, 1);
    expect(seededRandom("x")()).toBe(numbers[0]);
    expect(seededRandom("y")()).not.toBe(numbers[0]);
  });
});
