import { describe, expect, it } from "vitest";
import { TEST_SOURCES } from "../scripts/build-model/sources.js";
import { readTexts } from "../scripts/eval/texts.js";
import { createUnspinner } from "../src/index.js";

/*
 * Whole sources that nothing was counted in, trained or tuned on: news, blogs, speeches, stories, interviews. They are no part of
 * the repository, and where they are not at hand there is nothing to see here; `clean-text.test.ts` has texts of our own.
 */
const { texts, missing } = readTexts(false);
const { unspin } = createUnspinner();

describe.each(TEST_SOURCES)("a whole source of clean text: %s", (source) => {
  const absent = missing.includes(source);
  const documents = texts.filter((text) => text.source === source);

  it.skipIf(absent)("stays, every document of it", { timeout: 600_000 }, () => {
    expect(documents.length).toBeGreaterThan(50);
    const edited = documents.filter(({ text }) => unspin(text).edits.length > 0);
    expect(edited.map(({ id }) => id)).toEqual([]);
  });

  it.skipIf(absent)("stays as one book", { timeout: 600_000 }, () => {
    const book = documents.map(({ text }) => text).join("\n\n");
    // The longest sources are several books; the first million characters make a long one.
    const { edits, detection } = unspin(book.slice(0, 1_000_000));
    expect(edits).toEqual([]);
    expect(detection.spun).toBe(false);
  });
});
