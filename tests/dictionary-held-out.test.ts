import { describe, expect, it } from "vitest";
import { foldOf, type Holdings, withoutPhrases } from "../scripts/dictionary/folds.js";
import { outcomesOf } from "../scripts/dictionary/held-out.js";
import { parseObserved } from "../scripts/dictionary/observed.js";
import { resourcesWith } from "../scripts/eval/library.js";
import { entriesOf } from "./dictionary-harness.js";

const [kitchen, garden, winter] = parseObserved(
  [
    "spun\toriginal",
    "cookhouse apparatus\tkitchen machine",
    "yard apparatus\tgarden machine",
    "icy yard\twinter garden",
  ].join("\n"),
);

const holdings: Holdings = {
  entries: [
    ...entriesOf("science", "cookhouse apparatus | kitchen machine | x | seen"),
    ...entriesOf(
      "science-words",
      "apparatus | machine | n | seen",
      "cookhouse | kitchen | n | seen",
      "icy | winter | x",
      "scullery | kitchen | n | seen",
      "yard | garden | n | seen",
    ),
  ],
  terms: { written: ["kitchen machine", "winter garden"], observed: ["garden machines", "= icy ground"] },
};

/** What is taken out, each line as "spun < original", and terms. */
function lostOf(held: typeof kitchen, keepsWritten: boolean): string[] {
  const others = [kitchen, garden, winter].filter((pair) => pair !== held);
  const { entries, terms } = withoutPhrases(holdings, [held], others, keepsWritten);
  return [
    ...holdings.entries
      .filter((entry) => !entries.includes(entry))
      .map(({ spun, original }) => `${spun} < ${original}`),
    ...[...holdings.terms.written, ...holdings.terms.observed].filter((term) => !terms.includes(term)),
  ];
}

describe("held out", () => {
  it.each<[what: string, held: typeof kitchen, keepsWritten: boolean, lost: string[]]>([
    [
      "entries of the phrase, and swaps that it alone shows",
      kitchen,
      false,
      ["cookhouse apparatus < kitchen machine", "cookhouse < kitchen"],
    ],
    ["terms that it alone shows, in the plural too", garden, false, ["garden machines"]],
    ["swaps that were written without it", winter, false, ["icy < winter"]],
    ["no swap that was written without it, if those are kept", winter, true, []],
    ["swaps read off it in any case", kitchen, true, ["cookhouse apparatus < kitchen machine", "cookhouse < kitchen"]],
  ])("are %s", (_, held, keepsWritten, lost) => {
    expect(lostOf(held, keepsWritten)).toEqual(lost);
  });

  it("is a phrase with all its originals", () => {
    for (const folds of [2, 5, 17]) {
      const fold = foldOf(kitchen, folds);
      expect(fold).toBe(foldOf({ ...kitchen, spun: "Cookhouse Apparatus", original: "scullery machine" }, folds));
      expect(fold).toBeLessThan(folds);
    }
  });

  it("is measured with what remains", () => {
    // So many folds that each phrase is held out by itself.
    const compile = ({ entries, terms }: { entries: typeof holdings.entries; terms: readonly string[] }) =>
      resourcesWith(entries, terms);
    const outcomes = outcomesOf([kitchen, garden, winter], holdings, 64, true, compile);
    const byPhrase = new Map(outcomes.map(({ pair, exact, first, found }) => [pair.spun, [exact, first, found]]));
    expect(byPhrase).toEqual(
      new Map([
        ["cookhouse apparatus", [false, false, false]],
        ["yard apparatus", [false, false, false]],
        ["icy yard", [true, true, true]],
      ]),
    );
  });
});
