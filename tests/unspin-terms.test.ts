import { describe, expect, it } from "vitest";
import { createUnspinner } from "../src/unspin.js";

const unspinner = createUnspinner();

/** Texts that nobody spun but for a phrase of science, or that nobody spun at all. */
const ALONE: readonly (readonly [text: string, proposed: readonly string[]])[] = [
  [
    "We trained a profound neural organization on the pictures of the survey, and the results were good.",
    ["profound neural organization > deep neural network"],
  ],
  [
    "The map was made with the irregular woodland of the institute, which learnt from satellite images of the region.",
    ["irregular woodland > random forest"],
  ],
  ["Patients with bosom malignancy were asked about their history.", ["bosom malignancy > breast cancer"]],
  ["They had a profound effect on the whole organization of the school.", []],
  ["Aluminium oxide was tested in the laboratory, and the results were noted.", []],
];

const SEVERAL =
  "We compare a profound neural organization with an irregular woodland and a bolster vector machine. " +
  "The irregular woodland had the best signal to commotion proportion, and the meeting was on Tuesday.";

describe("phrases of science in a text that was not spun", () => {
  it.each(ALONE)("are proposed, not applied: %s", (text, proposed) => {
    const { edits, suggestions } = unspinner.unspin(text);
    expect(edits).toEqual([]);
    const terms = suggestions.filter(({ entry }) => entry !== "article");
    expect(terms.map(({ before, after }) => `${before} > ${after}`)).toEqual(proposed);
  });

  it("convict the text when there are several", () => {
    const { edits, detection } = unspinner.unspin(SEVERAL);
    expect(detection.spun).toBe(true);
    const changes = edits.map(({ before, after }) => `${before} > ${after}`);
    expect(changes).toContain("profound neural organization > deep neural network");
    expect(changes.filter((change) => change === "irregular woodland > random forest")).toHaveLength(2);
  });
});
