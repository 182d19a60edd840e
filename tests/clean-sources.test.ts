import { describe, expect, it } from "vitest";
import { TEST_SOURCES } from "../scripts/build-model/sources.js";
import { readTexts } from "../scripts/eval/texts.js";
import { createUnspinner } from "../src/index.js";
import { readCaseFile } from "./case-files.js";

/** A clean document that is edited all the same, and why. */
interface KnownEdits {
  readonly id: string;
  /** At most so many, and so many to a cautious eye. */
  readonly edits: number;
  readonly cautious: number;
  readonly why: string;
}

/*
 * Whole sources that nothing was counted in, trained or tuned on: news, blogs, speeches, stories, interviews. They are no part of
 * the repository, and where they are not at hand there is nothing to see here; `clean-text.test.ts` has texts of our own.
 */
const { texts, missing } = readTexts(false);
const known = new Map(readCaseFile<KnownEdits>("clean-sources.jsonl").map((each) => [each.id, each]));
const { unspin } = createUnspinner();
const cautious = createUnspinner({ preset: "cautious" });

describe.each(TEST_SOURCES)("a whole source of clean text: %s", (source) => {
  const absent = missing.includes(source);
  const documents = texts.filter((text) => text.source === source);

  it.skipIf(absent)("stays, every document of it but those that are known", { timeout: 600_000 }, () => {
    expect(documents.length).toBeGreaterThan(50);
    const edited = documents.flatMap(({ id, text }) => {
      const { edits } = unspin(text);
      return edits.length > 0 ? [{ id, text, edits: edits.length }] : [];
    });
    expect(edited.map(({ id }) => id)).toEqual([...known.keys()].filter((id) => id.startsWith(`${source}-`)));
    for (const { id, text, edits } of edited) {
      expect(edits, id).toBeLessThanOrEqual(known.get(id)?.edits ?? 0);
      expect(cautious.unspin(text).edits.length, id).toBeLessThanOrEqual(known.get(id)?.cautious ?? 0);
    }
  });

  it.skipIf(absent)("stays as one book", { timeout: 600_000 }, () => {
    const book = documents.map(({ text }) => text).join("\n\n");
    // The longest sources are several books; the first million characters make a long one.
    const { edits, detection } = unspin(book.slice(0, 1_000_000));
    expect(edits).toEqual([]);
    expect(detection.spun).toBe(false);
  });
});
