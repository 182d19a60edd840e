import { readdirSync, readFileSync } from "node:fs";
import { check } from "recheck";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/*
 * Whether a regular expression can be made to take more than linear time is judged by recheck, an analysis by automata
 * and, where they do not suffice, by attacks.
 */

const SOURCE = new URL("../src/", import.meta.url);
const MODULES = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .sort();
/** Modules that do something when they are loaded. */
const PROGRAMS = /^cli\/main|worker\.ts$/;
/** How long one expression may be looked at, in milliseconds, on a busy machine. */
const PATIENCE = 120_000;

/** What the parser finds in a module. */
function expressionsIn(file: string): { literals: string[]; builtInCalls: number } {
  const source = ts.createSourceFile(file, readFileSync(new URL(file, SOURCE), "utf8"), ts.ScriptTarget.ES2022, true);
  const literals: string[] = [];
  let builtInCalls = 0;
  const visit = (node: ts.Node, called: boolean): void => {
    if (ts.isRegularExpressionLiteral(node)) literals.push(node.text);
    const builds = ts.isNewExpression(node) || ts.isCallExpression(node);
    if (builds && called && node.expression.getText() === "RegExp") builtInCalls++;
    ts.forEachChild(node, (child) => visit(child, called || ts.isFunctionLike(node)));
  };
  visit(source, false);
  return { literals, builtInCalls };
}

const parsed = MODULES.map((file) => ({ file, ...expressionsIn(file) }));
const literals = [...new Set(parsed.flatMap((module) => module.literals))];

/** Keeps what is given to `new RegExp`. */
class RecordingRegExp extends RegExp {
  static readonly built = new Set<string>();
  constructor(pattern: string | RegExp, flags?: string) {
    super(pattern, flags);
    RecordingRegExp.built.add(`/${this.source}/${this.flags}`);
  }
}

async function expectSafe(expression: string): Promise<void> {
  const end = expression.lastIndexOf("/");
  const verdict = await check(expression.slice(1, end), expression.slice(end + 1), { timeout: PATIENCE });
  const reason = verdict.status === "vulnerable" ? verdict.complexity.summary : "";
  expect(`${expression}: ${verdict.status} ${reason}`).toBe(`${expression}: safe `);
}

describe("regular expressions as they are written", () => {
  it("are found", () => expect(literals.length).toBeGreaterThan(80));
  it.each(literals)("take linear time: %s", { timeout: 2 * PATIENCE }, expectSafe);
});

describe("regular expressions that are put together", () => {
  const given = globalThis.RegExp;
  beforeAll(() => {
    globalThis.RegExp = RecordingRegExp as unknown as RegExpConstructor;
  });
  afterAll(() => {
    globalThis.RegExp = given;
  });

  it("when a module is loaded take linear time", { timeout: 30 * PATIENCE }, async () => {
    for (const file of MODULES) if (!PROGRAMS.test(file)) await import(new URL(file, SOURCE).href);
    expect(RecordingRegExp.built.size).toBeGreaterThan(10);
    for (const expression of RecordingRegExp.built) await expectSafe(expression);
  });

  it("when a function is called are those of the user, a user's phrase, the end of a block and of the dictionary's lists", () => {
    expect(parsed.filter(({ builtInCalls }) => builtInCalls > 0).map(({ file }) => file)).toEqual([
      "ignore-file.ts",
      "ignore.ts",
      "long-text/blocks.ts",
      "translation/durations.ts",
      "translation/names.ts",
    ]);
  });

  it("for the dictionary's lists take linear time", { timeout: 30 * PATIENCE }, async () => {
    RecordingRegExp.built.clear();
    const { loadResources } = await import("../src/load.js");
    const { scan } = await import("../src/text/scan.js");
    const { findSigns } = await import("../src/translation/translate.js");
    const { dictionary, language: model, translation } = loadResources();
    findSigns({ scan: scan("Some words.", dictionary.phrases.vocabulary), model, translation });
    expect(RecordingRegExp.built.size).toBeGreaterThan(6);
    for (const expression of RecordingRegExp.built) await expectSafe(expression);
  });

  it.each(["Acme Workplace", "a.b* (c)", "to be or not to be"])("for a phrase take linear time: %j", async (phrase) => {
    RecordingRegExp.built.clear();
    const { ignoredTokens } = await import("../src/ignore.js");
    const { scanOf } = await import("./text-harness.js");
    ignoredTokens(scanOf("Some words."), [phrase]);
    expect(RecordingRegExp.built.size).toBe(1);
    for (const expression of RecordingRegExp.built) await expectSafe(expression);
  });
});
