import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { checkBothKinds, checkDecidable } from "../scripts/dictionary/decidable.js";
import { checkExamples, decideSpun } from "../scripts/dictionary/examples.js";
import { checkEntries, formatFinding } from "../scripts/dictionary/rules.js";
import { readEntries } from "../scripts/dictionary/sources.js";
import { defineDictionary } from "../src/dictionary/define.js";
import { parseEntries } from "../src/dictionary/entry.js";
import { checkEdits } from "../src/edits/apply.js";
import { EditError } from "../src/errors.js";
import { loadResources } from "../src/load.js";
import { withDictionaries } from "../src/resources.js";
import type { Edit } from "../src/types.js";
import { createUnspinner } from "../src/unspin.js";
import { EDIT_CASES, editOf } from "./edit-cases.js";

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const guide = read("CONTRIBUTING.md");

/** The first block of code below a heading. */
function exampleOf(heading: string, language: string): string {
  const [, section] = guide.split(`\n## ${heading}\n`);
  const [, code] = new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, "m").exec(section) ?? [];
  return code;
}

/** What `npm run dictionary -- check` would say if these lines were in the dictionaries. */
function findingsOf(lines: string, domain: string): string[] {
  const entries = parseEntries(lines, domain);
  const resources = loadResources();
  const extended = withDictionaries(resources, [defineDictionary(lines, { name: domain })]);
  const own = new Set(entries);
  return [
    ...checkEntries([...readEntries(), ...entries].sort(bySides)).filter(({ entry }) => own.has(entry)),
    ...checkDecidable(resources.language, entries),
    ...checkBothKinds(resources.language, entries),
    ...checkExamples(entries, decideSpun(extended)),
  ].map((finding) => formatFinding(finding));
}

const bySides = (a: { spun: string; original: string }, b: { spun: string; original: string }): number =>
  a.spun < b.spun || (a.spun === b.spun && a.original < b.original) ? -1 : 1;

describe("the guide's example of an entry", () => {
  const line = exampleOf("To add an entry", "text");

  it("passes the check, and is no longer needed for anything that is known", () => {
    expect(findingsOf(line, "living")).toEqual([]);
    const [{ spun, original }] = parseEntries(line, "living");
    const known = readEntries().filter((entry) => entry.spun === spun && entry.original === original);
    expect(known, "it is in the dictionaries now: the guide needs another one").toEqual([]);
  });
});

describe("the manual's example of an entry", () => {
  it("passes the check, too", () => {
    const [, line, domain] = /^printf '(.+)\\n' >> dictionaries\/(\w+)\.tsv$/m.exec(read("README.md")) ?? [];
    expect(findingsOf(line.replaceAll("\\t", "\t"), domain)).toEqual([]);
  });
});

describe("the guide's example of a domain", () => {
  const lines = exampleOf("To add a domain", "text");

  it("passes the check", () => {
    expect(findingsOf(lines, "weather")).toEqual([]);
  });

  it("shows its name in edits", () => {
    const unspinner = createUnspinner({ dictionary: defineDictionary(lines, { name: "weather" }) });
    const { edits } = unspinner.unspin(
      "The workplace stated on Sunday that many individuals should expect drizzling rainfall, in keeping with native media.",
    );
    expect(edits.map(({ entry }) => entry)).toContain("weather: drizzling rainfall > light rain");
  });

  it("asks for what the domains that are there have: a row in the table", () => {
    const domains = readdirSync(new URL("../dictionaries/", import.meta.url)).filter((file) =>
      /\.t(?:sv|xt)$/.test(file),
    );
    const table = read("dictionaries/README.md");
    expect(domains.filter((file) => !table.includes(`\`${file}\``))).toEqual([]);
  });
});

describe("the guide's example of a view", () => {
  const code = exampleOf("To add a view", "ts");
  const { outputText } = ts.transpileModule(code.replace(/^import.+$/gm, ""), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const module: { exports: Record<string, unknown> } = { exports: {} };
  new Function("exports", "checkEdits", outputText)(module.exports, checkEdits);
  const markdownTable = module.exports.markdownTable as (text: string, edits: readonly Edit[]) => string;

  it.each(EDIT_CASES)("has a row an edit: $name", ({ text, edits }) => {
    expect(markdownTable(text, edits).trimEnd().split("\n")).toHaveLength(2 + edits.length);
  });

  it("shows its own syntax as text, and refuses edits of another one", () => {
    const text = "a | b\\";
    expect(markdownTable(text, [editOf(text, "| b\\", "c")])).toContain("\n| \\| b\\\\ | c | 0.90 |\n");
    expect(() => markdownTable("other", [editOf(text, "b", "c")])).toThrow(EditError);
  });
});
