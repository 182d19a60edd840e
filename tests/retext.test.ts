import { readFileSync } from "node:fs";
import remarkParse from "remark-parse";
import remarkRetext from "remark-retext";
import remarkStringify from "remark-stringify";
import retextEnglish from "retext-english";
import retextStringify from "retext-stringify";
import { unified } from "unified";
import { VFile } from "vfile";
import { describe, expect, it } from "vitest";
import { createUnspinner, unspin } from "../src/index.js";
import { messagesOf } from "../src/integrations/message.js";
import retextUnspin, { type RetextUnspinOptions } from "../src/retext.js";
import { editOf } from "./edit-cases.js";

const SPUN = readFileSync(new URL("../demo/seed-article.txt", import.meta.url), "utf8");
const unspinner = createUnspinner();

function check(text: string, options: Partial<RetextUnspinOptions> = {}): Promise<VFile> {
  const processor = unified()
    .use(retextEnglish)
    .use(retextUnspin, { unspinner, ...options })
    .use(retextStringify);
  return processor.process(new VFile({ path: "a.txt", value: text }));
}

describe("retextUnspin", () => {
  it("reports each edit with all that an editor asks for", async () => {
    const file = await check(SPUN, { urlOf: (domain) => `https://example.org/${domain}` });
    const { edits } = unspin(SPUN);
    expect(file.messages).toHaveLength(edits.length);
    for (const [i, { before, after, start, end, entry }] of edits.entries()) {
      const message = file.messages[i];
      const domain = entry.split(":")[0];
      expect(message).toMatchObject({
        source: "unspin",
        ruleId: domain,
        actual: before,
        fatal: false,
        url: `https://example.org/${domain}`,
        place: { start: { offset: start }, end: { offset: end } },
      });
      expect(message.expected?.[0]).toBe(after);
      expect(message.note).toMatch(/ % sure; /);
      const lines = SPUN.slice(0, start).split("\n");
      expect([message.line, message.column]).toEqual([lines.length, (lines.at(-1)?.length ?? 0) + 1]);
    }
    expect(String(file)).toBe(SPUN);
  });

  it("reports suggestions as information, when asked to", async () => {
    const { edits, suggestions } = unspin(SPUN);
    const { messages } = await check(SPUN, { suggestions: true });
    expect(messages).toHaveLength(edits.length + suggestions.length);
    expect(messages.filter(({ fatal }) => fatal == null)).toHaveLength(suggestions.length);
  });

  it("says nothing of clean text, and nothing of an empty one", async () => {
    for (const text of ["The baker opened her shop at six.", ""]) expect((await check(text)).messages).toEqual([]);
  });

  it("works on Markdown through remark, code left alone", async () => {
    const code = "    Macron’s workplace stated this.\n\n```\nMacron’s workplace stated this.\n```";
    const markdown = `# An article\n\n${SPUN}\n\n${code}\n`;
    const natural = unified().use(retextEnglish).use(retextUnspin, { unspinner });
    const file = await unified().use(remarkParse).use(remarkRetext, natural).use(remarkStringify).process(markdown);
    expect(file.messages.length).toBeGreaterThan(50);
    for (const { place, actual } of file.messages) {
      const at = place && "start" in place ? (place.start.offset ?? -1) : -1;
      expect(markdown.startsWith(actual ?? "?", at)).toBe(true);
      expect(at).toBeLessThan(markdown.indexOf(code));
    }
  });
});

describe("messagesOf", () => {
  const text = "He stated stated it.\r\nA round thing.";

  it("has words for replacements, deletions and insertions", () => {
    const edits = [
      editOf(text, "stated", "said"),
      { ...editOf(text, " stated it", " it"), before: " stated", after: "", end: text.indexOf(" it.") },
    ];
    const insertion = { ...editOf(text, "round", "around"), end: text.indexOf("round"), before: "", after: "whole " };
    const messages = messagesOf(text, { edits: [edits[0], insertion], suggestions: [] });
    expect(messages.map(({ reason }) => reason)).toEqual([
      "Expected `said` instead of `stated`",
      "Expected `whole ` here",
    ]);
    expect(messages[1].place.start).toEqual({ line: 2, column: 3, offset: 24 });
    const deletion = messagesOf(text, { edits: [], suggestions: [{ ...edits[0], after: "" }] }, { suggestions: true });
    expect(deletion[0]).toMatchObject({ reason: "Perhaps unneeded `stated`", applied: false });
  });
});
