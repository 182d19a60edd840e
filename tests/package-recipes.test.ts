import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What the manual's examples take from the program around them. */
const SURROUNDINGS = `
import type { Edit, Restoration } from "unspin";
declare global {
  interface Page { url: string; body: string }
  const before: string, edits: readonly Edit[], restoration: Restoration;
  const pages: AsyncIterable<Page>, texts: string[], markdown: string;
  const file: Blob, response: Response, signal: AbortSignal;
  const out: { write(text: string): Promise<void> };
  function log(url: string, error: Error): void;
  function store(page: Page): Promise<void>;
}
`;

interface Example {
  /** Its heading in the manual and its line there. */
  readonly name: string;
  readonly language: string;
  readonly code: string;
}

/** The blocks of code in a Markdown file, by language. */
function examplesOf(path: string, languages: readonly string[]): Example[] {
  const source = readFileSync(`${ROOT}${path}`, "utf8");
  return [...source.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, language]) => languages.includes(language))
    .map(({ index, 1: language, 2: code }) => {
      const head = source.slice(0, index);
      const heading = /^#+ (.+)$/gm;
      const name = [...head.matchAll(heading)].at(-1)?.[1] ?? path;
      return { name: `${name}, line ${head.split("\n").length}`, language, code };
    });
}

/** What the compiler says against modules that lie in the package's root and import it by its name. */
function complaints(sources: ReadonlyMap<string, string>, strict = true): Map<string, string[]> {
  const entries = Object.keys(manifest.exports).filter((subpath) => subpath !== "./package.json");
  const options: ts.CompilerOptions = {
    strict,
    noEmit: true,
    skipLibCheck: true,
    allowJs: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
    types: ["node"],
    paths: Object.fromEntries(
      entries.map((subpath) => [
        subpath.replace(".", "unspin"),
        [`${ROOT}src/${subpath === "." ? "index" : subpath.slice(2)}.ts`],
      ]),
    ),
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  const virtual = (file: string): string | undefined =>
    file.startsWith(ROOT) ? sources.get(file.slice(ROOT.length)) : undefined;
  host.fileExists = (file) => virtual(file) !== undefined || fileExists(file);
  host.readFile = (file) => virtual(file) ?? readFile(file);
  host.getSourceFile = (file, language, ...rest) => {
    const source = virtual(file);
    return source === undefined
      ? getSourceFile(file, language, ...rest)
      : ts.createSourceFile(file, source, language, true);
  };
  const names = [...sources.keys()];
  const program = ts.createProgram(
    names.map((name) => ROOT + name),
    options,
    host,
  );
  return new Map(
    names.map((name) => {
      const file = program.getSourceFile(ROOT + name);
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      return [name, found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))];
    }),
  );
}

describe("the manual's examples", () => {
  const examples = examplesOf("README.md", ["ts"]);
  const modules = new Map([["surroundings.d.ts", SURROUNDINGS]]);
  for (const [i, { code }] of examples.entries()) modules.set(`example-${i}.ts`, `${code}\nexport {};\n`);
  const found = complaints(modules);

  it.each(examples.map(({ name }, i) => ({ name, file: `example-${i}.ts` })))("$name compiles", ({ file }) => {
    expect(found.get(file)).toEqual([]);
  });

  it("are those of every recipe and every module", () => {
    const code = examples.map((example) => example.code).join("\n");
    for (const subpath of Object.keys(manifest.exports)) {
      const name = subpath.replace(".", "unspin");
      if (!/package\.json|textlint/.test(name)) expect(code).toContain(`"${name}"`);
    }
    expect(examples.filter(({ name }) => name.startsWith("Recipes")).length).toBeGreaterThanOrEqual(4);
  });

  it("are checked: a wrong one is found", () => {
    const wrong = 'import { unspin } from "unspin";\nunspin("a").txt;\n';
    expect(complaints(new Map([["wrong.ts", wrong]])).get("wrong.ts")).toEqual([
      expect.stringContaining("Property 'txt' does not exist"),
    ]);
  });

  it("for a page compile as its script", () => {
    const [page] = examplesOf("README.md", ["html"]);
    const [, script] = /<script type="module">([\s\S]*)<\/script>/.exec(page.code) ?? [];
    // The page has a copy of the module beside it.
    const code = `// @ts-check\n${script.replace('"./unspin/browser.js"', '"unspin/browser"')}`;
    // What the document holds is not known here.
    expect(complaints(new Map([["page.js", code]]), false).get("page.js")).toEqual([]);
  });
});
