import { cpSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { defineConfig, type Options } from "tsup";

/** What programs import. */
const FACES = {
  index: "src/index.ts",
  diff: "src/diff.ts",
  stream: "src/stream.ts",
  batch: "src/batch.ts",
  retext: "src/retext.ts",
  textlint: "src/textlint.ts",
};

const common: Options = {
  target: "node20",
  platform: "node",
  treeshake: true,
  // tsup sets an option that TypeScript 6 calls deprecated.
  dts: { entry: FACES, compilerOptions: { ignoreDeprecations: "6.0" } },
};

/** Has string-similarity read as a module, so that the half of it that nobody asks for is left out. */
const asModule: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "string-similarity as a module",
  setup(build) {
    build.onLoad({ filter: /string-similarity[\\/]src[\\/]index\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/^module\.exports = ({[^}]*})/, (_, names: string) => {
        return `export ${names.replace(/(\w+):(\w+)/g, "$2 as $1")}`;
      }),
    }));
  },
};

/** One module that a page can load as it is: it imports nothing, and fetches the packed data that lies next to it. */
export const browser: Options = {
  ...common,
  target: "es2022",
  platform: "browser",
  format: "esm",
  entry: { browser: "src/browser.ts" },
  dts: { entry: { browser: "src/browser.ts" }, compilerOptions: { ignoreDeprecations: "6.0" } },
  noExternal: [/./],
  esbuildPlugins: [asModule],
  banner: { js: "/*! unspin, MIT licence; contains string-similarity, MIT licence: see NOTICE.md */" },
  splitting: false,
};

export default defineConfig([
  {
    ...common,
    format: "esm",
    entry: {
      ...FACES,
      cli: "src/cli/main.ts",
      worker: "src/cli/jsonl/worker.ts",
      "document-worker": "src/pipeline/document-worker.ts",
    },
    // The command loads the library only when it has something to restore.
    splitting: true,
    onSuccess: async () => copyData("dist/data"),
  },
  {
    ...common,
    format: "cjs",
    entry: FACES,
    // The packed data is found relative to import.meta.url.
    shims: true,
  },
  browser,
]);

/** Puts the packed data where the built modules look for it. */
export function copyData(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync("src/data")) cpSync(`src/data/${file}`, `${folder}/${file}`);
}
