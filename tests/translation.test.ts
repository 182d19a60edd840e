import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { SHARED } from "../scripts/eval/texts.js";
import { applyEdits, createUnspinner, revertEdits } from "../src/index.js";
import { loadResources } from "../src/load.js";
import { scan } from "../src/text/scan.js";
import { translationEvidence } from "../src/translation/evidence.js";
import type { TranslatedText } from "../src/translation/reader.js";
import { type Sign, type SignKind, translationMend } from "../src/translation/sign.js";
import { findSigns, mendTranslation } from "../src/translation/translate.js";
import { readCaseFile } from "./case-files.js";

interface Case {
  readonly id: string;
  readonly text: string;
}

const { dictionary, language: model, translation } = loadResources();
const { unspin } = createUnspinner();

function read(text: string): TranslatedText {
  return { scan: scan(text, dictionary.phrases.vocabulary), model, translation };
}

/** Whether a mend is made, and not only proposed. */
const isSure = ({ probability }: { readonly probability: number }): boolean => probability > 0.5;

const kindsIn = (text: string): (SignKind | undefined)[] => findSigns(read(text)).map(({ kind }) => kind);

describe("translated texts are put right", () => {
  for (const { id, text, reference } of readCaseFile<Case & { reference: string }>("translation/restored.jsonl")) {
    it(id, () => {
      const { edits, text: restored } = unspin(text);
      expect(restored).toBe(reference);
      expect(applyEdits(text, edits)).toBe(restored);
      expect(revertEdits(restored, edits)).toBe(text);
      expect(new Set(edits.map(({ kind }) => kind))).toEqual(new Set(["translation"]));
    });
  }
});

describe("English that was not translated stays", () => {
  for (const { id, text } of readCaseFile<Case>("translation/stays.jsonl")) {
    it(id, () => expect(unspin(text).edits).toEqual([]));
  }
});

describe("what is hardly ever meant as it stands, in a text that shows no other sign", () => {
  it.each([
    ["The committee will meet on 3 avril in the town hall, and the agenda will be sent a week before.", "April"],
    ["The letter is dated 12 de marzo 2018 and was found in the archive by a student.", "March"],
    ["The Germany said it would send more money to the region, and others are expected to follow.", "Germany said"],
    ["He wrote a long letter to the mayor of the town. A year later she moved to the Spain.", "to Spain."],
  ])("is proposed, and never applied: %s", (text, proposed) => {
    for (const preset of ["cautious", "balanced", "eager"] as const) {
      for (const thorough of [false, true]) {
        const { edits, suggestions } = createUnspinner({ preset, thorough }).unspin(text);
        expect(edits).toEqual([]);
        expect(applyEdits(text, suggestions)).toContain(proposed);
      }
    }
  });

  it("is no title", () => {
    expect(unspin("The General Assembly met on Tuesday, and the Dr Pepper Museum was closed.").suggestions).toEqual([]);
  });
});

describe("evidence", () => {
  const sign = (kind: SignKind | undefined, at: number): Sign => ({
    kind,
    mends: [translationMend(at, at + 1, "", 0.9, `rule ${at}`)],
  });
  const signs = (...kinds: (SignKind | undefined)[]): Sign[] => kinds.map((kind, at) => sign(kind, at));

  it("is none without signs, or with one alone", () => {
    expect(translationEvidence([], 100)).toBe(0);
    expect(translationEvidence(signs("figure"), 100)).toBe(0);
    expect(translationEvidence(signs("figure", undefined), 100)).toBe(0);
  });

  it("is none with what a learner writes", () => {
    expect(translationEvidence(signs("calque", "looseCalque", "looseCalque"), 60)).toBe(0);
    expect(translationEvidence(signs("calque", "duration", "looseCalque"), 60)).toBeGreaterThan(10);
  });

  it("falls with the length of the text", () => {
    const short = translationEvidence(signs("figure", "date"), 100);
    const long = translationEvidence(signs("figure", "date"), 100_000);
    expect(short).toBeGreaterThan(10);
    expect(long).toBeLessThan(5);
  });

  it("does not come from foreign marks alone, however many", () => {
    expect(translationEvidence(signs(...Array.from({ length: 40 }, () => "foreignMark" as const)), 300)).toBe(5);
  });

  it("comes from a broken quotation alone", () => {
    expect(translationEvidence(signs("brokenQuotation"), 20)).toBeGreaterThan(10);
  });

  it("must be greater in a spun text", () => {
    const text = read("The ticket costs 4,5 euros and the meal is on 3 mai in the hall.");
    const evidence = translationEvidence(findSigns(text), 14);
    expect(mendTranslation(text, false)).not.toEqual([]);
    expect(mendTranslation(text, true).filter(isSure)).toEqual(evidence >= 16 ? mendTranslation(text, false) : []);
  });
});

describe("signs", () => {
  it.each<[string, SignKind[]]>([
    ["The bridge is closed since two weeks.", ["duration"]],
    ["The price is 3,5 million euros in the shop.", ["figure"]],
    ["They met on 12 janvier in the old town hall.", ["date"]],
    ["He said “ like this “ and went home again.", ["brokenQuotation"]],
    ["He said that « so it was » and went home again.", ["foreignMark"]],
    ["Then the Mr. Schmidt said that he was right.", ["article"]],
    ["Per example, old maps of the town are cheap.", ["calque"]],
    ["We discussed about old maps of the town.", ["looseCalque"]],
  ])("%s", (text, kinds) => expect(kindsIn(text)).toEqual(kinds));

  it("are taken once where two rules see them", () => {
    expect(kindsIn("I live in this city already since two years and like it.")).toHaveLength(1);
  });

  it("are not looked for in code", () => {
    expect(kindsIn("Type `despite of` and `3,5 million` in the box below it.")).toEqual([]);
  });

  it("keep the letter case of what stands there", () => {
    const [sign] = findSigns(read("Despite of the rain they came to the old house."));
    expect(sign.mends.map(({ text }) => text)).toEqual(["Despite"]);
  });
});

describe("ignore", () => {
  const text = "The price is 3,5 million euros, and the bridge is closed since 3 mai for all.";
  it("holds for mends too", () => {
    expect(unspin(text).edits.length).toBeGreaterThan(1);
    const { edits } = createUnspinner({ ignore: [/[\d,]+ million/] }).unspin(text);
    expect(edits.some(({ before }) => before === "3,5")).toBe(false);
    expect(edits.length).toBeGreaterThan(0);
  });
});

const corpora = new URL("corpora/", SHARED);

describe.skipIf(!existsSync(corpora))("clean text", () => {
  it("gets no edit in two million words of all sources", () => {
    let words = 0;
    const edited: string[] = [];
    for (const file of readdirSync(corpora).filter((name) => name.endsWith(".jsonl.gz"))) {
      const lines = gunzipSync(readFileSync(new URL(file, corpora)))
        .toString("utf8")
        .split("\n");
      for (let at = 7; at < lines.length; at += 20) {
        if (lines[at] === "") continue;
        const { text } = JSON.parse(lines[at]) as { text: string };
        const source = read(text);
        words += source.scan.count;
        for (const { entry } of mendTranslation(source, false).filter(isSure)) edited.push(`${file} ${at}: ${entry}`);
      }
    }
    expect(edited).toEqual([]);
    expect(words).toBeGreaterThan(1_000_000);
  });
});
