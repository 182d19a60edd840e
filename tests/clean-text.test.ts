import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createUnspinner, type Edit } from "../src/index.js";

/** Articles, stories, minutes, instructions that people wrote, in which nothing is to be changed. */
const articles = ["cases/clean-news/", "cases/clean-prose/", "fixtures/eval/clean/"].flatMap((folder) =>
  readdirSync(new URL(folder, import.meta.url)).map((name) => ({
    name,
    text: readFileSync(new URL(folder + name, import.meta.url), "utf8"),
  })),
);
const { unspin } = createUnspinner();
const cautious = createUnspinner({ preset: "cautious" });
const swaps = (edits: readonly Edit[]): string[] => edits.map(({ before, after }) => `${before} > ${after}`);

/** Ways in which the same article may reach the library. */
const GUISES: readonly (readonly [name: string, dress: (text: string) => string])[] = [
  ["as it is", (text) => text],
  ["with Windows line ends", (text) => text.replaceAll("\n", "\r\n")],
  ["on one line", (text) => text.replace(/\s+/g, " ")],
  ["in lower case", (text) => text.toLowerCase()],
  ["in capitals", (text) => text.toUpperCase()],
  [
    "as HTML",
    (text) =>
      text
        .split("\n\n")
        .map((paragraph) => `<p>${paragraph.replaceAll("&", "&amp;")}</p>`)
        .join("\n"),
  ],
  ["without its second half", (text) => text.slice(0, text.length / 2)],
];

describe.each(GUISES)("clean articles %s", (_, dress) => {
  it.each(articles)("stay: $name", ({ text }) => {
    expect(swaps(unspin(dress(text)).edits)).toEqual([]);
  });
});

describe("clean articles together", () => {
  it("stay", () => {
    const all = articles.map(({ text }) => text).join("\n\n");
    const { edits, detection } = unspin(all);
    expect(swaps(edits)).toEqual([]);
    expect(detection.spun).toBe(false);
  });

  it("stay paragraph by paragraph, to a cautious eye", () => {
    const paragraphs = articles.flatMap(({ text }) => text.split("\n\n"));
    expect(paragraphs.length).toBeGreaterThan(200);
    expect(paragraphs.flatMap((paragraph) => swaps(cautious.unspin(paragraph).edits))).toEqual([]);
  });
});
