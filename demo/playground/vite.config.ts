import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { TOKENS } from "../../src/edits/views/page/tokens.js";

/** The built modules of the library that the page is made with. */
export interface LibraryModules {
  readonly browser: string;
  readonly diff: string;
}

const TOKENS_ID = "virtual:tokens.css";

/** The colours and type of the page are those of the HTML report: they are written down once, there. */
const sharedTokens: Plugin = {
  name: "shared-tokens",
  resolveId: (id) => (id === TOKENS_ID ? id : undefined),
  load: (id) => (id === TOKENS_ID ? TOKENS : undefined),
};

/** How the page is built from a build of the library. */
export function playgroundConfig({ browser, diff }: LibraryModules): UserConfig {
  return {
    root: fileURLToPath(new URL(".", import.meta.url)),
    // Any folder of any web server will do.
    base: "./",
    resolve: { alias: { "unspin/browser": browser, "unspin/diff": diff } },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    plugins: [sharedTokens],
    worker: { format: "es" },
    build: { target: "es2022", outDir: "dist", emptyOutDir: true, modulePreload: { polyfill: false } },
  };
}

const dist = (name: string): string => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));

export default defineConfig(playgroundConfig({ browser: dist("browser.js"), diff: dist("diff.js") }));
