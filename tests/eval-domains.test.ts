import { describe, expect, it } from "vitest";
import { measureDomains, perMillion } from "../scripts/eval/domains.js";
import type { CleanText } from "../scripts/eval/texts.js";

const SPUN =
  "The mayor's workplace stated on Sunday that many individuals had misplaced their houses, in keeping with native media. ";
const CLEAN = "The mayor's office said on Sunday that many people had lost their homes, according to local media. ";

const texts: Readonly<Record<string, string>> = {
  scitldr_abstracts: CLEAN,
  senate_press_releases: SPUN,
  whitehouse_statements: CLEAN,
};
const read = (source: string): CleanText[] | undefined => {
  const text = texts[source];
  return text === undefined ? undefined : [{ source, id: source, text }];
};

describe("harm by domain", () => {
  const { rows, mistakes, missing } = measureDomains(1000, read);
  const rowOf = (name: string) => rows.find(({ domain }) => domain === name);

  it("counts edits in the domain's own register and in all of them", () => {
    const words = SPUN.split(" ").length + CLEAN.split(" ").length - 2;
    expect(rowOf("news")).toMatchObject({
      ownWords: words,
      sources: ["senate_press_releases", "whitehouse_statements"],
    });
    expect(rowOf("business")).toMatchObject({ ownWords: 0, ownEdits: 0, sources: [] });
    expect(rowOf("business")?.edits).toBeGreaterThan(0);
    expect(rows.reduce((sum, { edits }) => sum + edits, 0)).toBe(mistakes.length);
    expect(rowOf("science")?.ownEdits).toBe(0);
  });

  it("says what is missing", () => {
    expect(missing).toContain("medquad_nih_health");
    expect(missing).not.toContain("scitldr_abstracts");
  });

  it("reads no more than it is asked to, by whole documents", () => {
    const many = (): CleanText[] => [1, 2, 3].map((at) => ({ source: "x", id: `x-${at}`, text: CLEAN }));
    const living = measureDomains(20, many).rows.find(({ domain }) => domain === "living");
    expect(living?.ownWords).toBe(2 * (CLEAN.split(" ").length - 1));
  });

  it("is counted in a million words", () => expect([perMillion(3, 2_000_000), perMillion(1, 0)]).toEqual([1.5, 0]));
});
