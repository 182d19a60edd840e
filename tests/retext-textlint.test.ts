import { readFileSync } from "node:fs";
import { TextlintKernel } from "@textlint/kernel";
import textPlugin from "@textlint/textlint-plugin-text";
import { describe, expect, it } from "vitest";
import { applyEdits, unspin } from "../src/index.js";
import rule, { type TextlintUnspinOptions } from "../src/textlint.js";

const SPUN = readFileSync(new URL("../demo/seed-article.txt", import.meta.url), "utf8");

function optionsOf(options: TextlintUnspinOptions | true) {
  const { default: plugin = textPlugin as never } = textPlugin;
  return {
    ext: ".txt",
    filePath: "a.txt",
    plugins: [{ pluginId: "text", plugin }],
    rules: [{ ruleId: "unspin", rule: rule as never, options: options as never }],
  };
}

describe("the textlint rule", () => {
  const kernel = new TextlintKernel();
  const { edits, suggestions } = unspin(SPUN);

  it("reports edits with a fix, and suggestions without", async () => {
    const { messages } = await kernel.lintText(SPUN, optionsOf(true));
    expect(messages).toHaveLength(edits.length + suggestions.length);
    const fixed = messages.filter(({ fix }) => fix !== undefined);
    expect(fixed.map(({ fix }) => fix?.range)).toEqual(edits.map(({ start, end }) => [start, end]));
    const proposed = messages.filter(({ suggestions }) => suggestions !== undefined);
    expect(proposed).toHaveLength(suggestions.length);
    expect(proposed[0].suggestions?.[0].fix.text).toBe(suggestions[0].after);
  });

  it("fixes what is sure", async () => {
    const { output } = await kernel.fixText(SPUN, optionsOf({}));
    expect(output).toBe(applyEdits(SPUN, edits));
  });

  it("minds its options", async () => {
    const { before } = edits[0];
    const options = { minConfidence: 0.9, preset: "cautious", ignore: [before] } as const;
    const { messages } = await kernel.lintText(SPUN, optionsOf(options));
    const own = unspin(SPUN, options);
    expect(messages).toHaveLength(own.edits.length + own.suggestions.length);
  });

  it("looks at texts in full if it is told to", async () => {
    const { messages } = await kernel.lintText(SPUN, optionsOf({ thorough: true }));
    const own = unspin(SPUN, { thorough: true });
    expect(messages).toHaveLength(own.edits.length + own.suggestions.length);
  });
});
