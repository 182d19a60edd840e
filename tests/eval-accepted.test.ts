import { describe, expect, it } from "vitest";
import { withAccepted } from "../scripts/eval/scoring/accepted.js";
import { goldCaseOf } from "../scripts/eval/scoring/gold.js";
import { scoreDocument } from "../scripts/eval/scoring/score.js";
import { totalsOf } from "../scripts/eval/scoring/totals.js";

const text = "The vessel could sink, whether or not it rains; the vessels stay.";
const reference = "The ship may sink, whether it rains; the vessels stay.";
const { gold, id } = goldCaseOf({ id: "1", text, reference });

describe("what is as good as the reference", () => {
  const lenient = withAccepted(text, gold, [
    ["The vessel", ["The boat"]],
    ["could", ["might"]],
    ["whether or not", ["if"]],
    ["stay", ["remain"]],
  ]);

  it("makes one gold edit of those in a phrase", () => {
    expect(lenient.map(({ spun, original, accept }) => [spun, original.trim(), ...accept])).toEqual([
      ["The vessel", "The ship", "The boat"],
      ["could", "may", "might"],
      ["whether or not", "whether", "if"],
      ["stay", "stay", "remain"],
    ]);
  });

  it.each([
    { name: "the reference", output: reference, restored: 3, wrong: 0, missed: 0 },
    {
      name: "other forms",
      output: "The boat might sink, if it rains; the vessels remain.",
      restored: 4,
      wrong: 0,
      missed: 0,
    },
    { name: "a form of neither", output: text.replace("could", "will"), restored: 0, wrong: 1, missed: 2 },
    { name: "nothing", output: text, restored: 0, wrong: 0, missed: 3 },
  ])("is counted: $name", ({ output, restored, wrong, missed }) => {
    const totals = totalsOf([scoreDocument({ id, text, gold: lenient }, output)]);
    expect(totals).toMatchObject({ restored, wrong, missed, harm: 0 });
  });
});
