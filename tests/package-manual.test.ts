import { existsSync, readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { unspin } from "../src/index.js";
import { PRESETS } from "../src/options.js";

const ROOT = new URL("../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), "utf8");
const readme = read("README.md");

/** What a module exports, from its source. */
function exportsOf(path: string): string[] {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022);
  return source.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement)) return [];
    const { exportClause, moduleSpecifier } = statement;
    if (exportClause && ts.isNamedExports(exportClause)) return exportClause.elements.map(({ name }) => name.text);
    // export * from "./face.js"
    const from = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";
    return exportsOf(`src/${from.slice(2, -3)}.ts`);
  });
}

/** The subpaths of the package that are imported, and the modules that they are. */
const ENTRIES = Object.keys(manifest.exports)
  .filter((subpath) => subpath !== "./package.json")
  .map((subpath) => ({ subpath, source: `src/${subpath === "." ? "index" : subpath.slice(2)}.ts` }));

describe("the manual", () => {
  it.each(ENTRIES)("names $subpath", ({ subpath }) => {
    expect(readme.includes(subpath === "." ? '"unspin"' : `unspin${subpath.slice(1)}`)).toBe(true);
  });

  it("names every export", () => {
    const names = ENTRIES.flatMap(({ source }) => exportsOf(source)).filter((name) => name !== "default");
    expect(names.length).toBeGreaterThan(30);
    // Types of options say themselves where they belong; DataSource and the like are named where they are used.
    const quiet =
      /Options$|^DictionarySource$|^DataSource$|^LoadedUnspinner$|^Span$|^Source$|^Replacement$|^JsonDiff$|^LocatedEdit$|^TextlintContext$|^TextNode$|^MessageFile$|^Handlers$|^Offset$|^Place$|^Point$|^MessageOptions$|^Frequency$|^Inflection$|^OpenText$/;
    const missing = [...new Set(names)].filter(
      (name) => !quiet.test(name) && !new RegExp(`\\b${name}\\b`).test(readme),
    );
    expect(missing).toEqual([]);
  });

  it("links to what is there", () => {
    const manual = readme + read("CONTRIBUTING.md");
    const links = [...manual.matchAll(/(?:\]\(|src(?:set)?=")(?!https?:|#)([^)#\s"]+)/g)].map(([, path]) => path);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
  });

  it("names scripts that are there", () => {
    const workflows = ["ci", "publish"].map((name) => read(`.github/workflows/${name}.yml`)).join("");
    const manual = readme + read("CONTRIBUTING.md") + read("CHANGELOG.md") + read(".ci/run") + workflows;
    const named = [...manual.matchAll(/npm run (?:-s |--if-present )?([\w:]+)/g)].map(([, script]) => script);
    expect([...new Set(named)].filter((script) => !Object.hasOwn(manifest.scripts, script))).toEqual([]);
  });

  it("has a changelog that begins with this version, or with what is to come", () => {
    const [version] = [...read("CHANGELOG.md").matchAll(/^## (?!Unreleased)(\S+)$/gm)].map(([, heading]) => heading);
    expect(version).toBe(manifest.version);
  });

  it("shows what really comes out", () => {
    const [, spun, restored] = /^spun {6}(.+)\nrestored {2}(.+)$/m.exec(readme) ?? [];
    expect(unspin(spun).text).toBe(restored);
  });

  it("has the presets as they are", () => {
    for (const [name, { edit }] of Object.entries(PRESETS)) {
      expect(readme).toMatch(new RegExp(`\\| \`${name}\`[^|]*\\| ${edit} \\|`));
    }
  });
});

describe("every module of the package", () => {
  const files = readdirSync(new URL("src/", ROOT), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );

  it.each(files)("%s has a docstring on every export", (file) => {
    const source = ts.createSourceFile(file, read(`src/${file}`), ts.ScriptTarget.ES2022, true);
    const bare = source.statements.filter((statement) => {
      if (!ts.canHaveModifiers(statement)) return false;
      const exported = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
      return exported && ts.getJSDocCommentsAndTags(statement).length === 0;
    });
    expect(bare.map((statement) => statement.getText().split("\n")[0])).toEqual([]);
  });
});
