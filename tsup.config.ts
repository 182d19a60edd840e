import { cpSync, mkdirSync, readdirSync } from "node:fs";
import { defineConfig, type Options } from "tsup";

const common: Options = {
  target: "node20",
  platform: "node",
  treeshake: true,
  // tsup sets an option that TypeScript 6 calls deprecated.
  dts: { entry: { index: "src/index.ts", diff: "src/diff.ts" }, compilerOptions: { ignoreDeprecations: "6.0" } },
};

export default defineConfig([
  {
    ...common,
    format: "esm",
    entry: { index: "src/index.ts", diff: "src/diff.ts", cli: "src/cli/main.ts" },
    // The command loads the library only when it has something to restore.
    splitting: true,
    onSuccess: async () => copyData(),
  },
  {
    ...common,
    format: "cjs",
    entry: { index: "src/index.ts", diff: "src/diff.ts" },
    // The packed data is found relative to import.meta.url.
    shims: true,
  },
]);

/** Puts the packed data where the built modules look for it. */
function copyData(): void {
  mkdirSync("dist/data", { recursive: true });
  for (const file of readdirSync("src/data")) cpSync(`src/data/${file}`, `dist/data/${file}`);
}
