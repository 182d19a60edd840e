import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { unspinAll } from "../src/batch.js";
import { InputError, unspin } from "../src/index.js";

const SPUN = readFileSync(new URL("../demo/seed-article.txt", import.meta.url), "utf8");
const CLEAN = "The baker opened her shop at six, as she did every morning.";

describe("unspinAll", () => {
  const documents = [SPUN, CLEAN, 7 as unknown as string, SPUN.toUpperCase(), "", CLEAN];

  it.each([1, 2])(
    "gives a result for each document, errors among them, with concurrency %i",
    async (concurrency) => {
      const results = await unspinAll(documents, { concurrency, minConfidence: 0.9, ignore: [/Macron/] });
      expect(results.map(({ document }) => document)).toEqual(documents);
      expect(results[2].error).toBeInstanceOf(InputError);
      const options = { minConfidence: 0.9, ignore: [/Macron/] };
      for (const [i, { restoration }] of results.entries()) {
        if (i !== 2) expect(restoration).toEqual(unspin(documents[i], options));
      }
    },
    60_000,
  );

  it("takes what comes in one by one", async () => {
    async function* source(): AsyncGenerator<string> {
      yield CLEAN;
      yield SPUN;
    }
    const spun = (await unspinAll(source())).map(({ restoration }) => restoration?.detection.spun);
    expect(spun).toEqual([false, true]);
  });

  it("refuses options out of their range before it begins", async () => {
    for (const options of [
      { concurrency: 0 },
      { concurrency: 1.5 },
      { minConfidence: 2 },
      { preset: "bold" as never },
    ]) {
      await expect(unspinAll([], options)).rejects.toThrow(InputError);
    }
  });

  it.each([1, 2])(
    "ends at an abort, with concurrency %i",
    async (concurrency) => {
      const controller = new AbortController();
      async function* source(): AsyncGenerator<string> {
        yield CLEAN;
        controller.abort(new Error("enough"));
        await new Promise(() => {});
      }
      await expect(unspinAll(source(), { concurrency, signal: controller.signal })).rejects.toThrow("enough");
    },
    60_000,
  );
});
