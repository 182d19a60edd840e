import { defineConfig } from "vitest/config";

/** The tests that pin `src/decision/` and `src/edits/` by themselves: none of them reads the language model. */
export default defineConfig({
  test: {
    include: ["tests/decision-*.test.ts", "tests/edits-*.test.ts", "tests/diff-*.test.ts"],
  },
});
