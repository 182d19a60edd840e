import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createUnspinner, InputError, unspin } from "../src/index.js";
import { mapInOrder } from "../src/pipeline/in-order.js";
import { type DocumentResult, documentTransform, textTransform, unspinDocuments, unspinText } from "../src/stream.js";

const SPUN = readFileSync(new URL("../demo/seed-article.txt", import.meta.url), "utf8");
const CLEAN = "The baker opened her shop at six, as she did every morning.";
const unspinner = createUnspinner();

async function all<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of source) items.push(item);
  return items;
}

describe("unspinDocuments", () => {
  it("gives a result for each document, in order, errors among them", async () => {
    const documents = [{ body: SPUN }, { body: 7 }, { body: CLEAN }] as { body: string }[];
    const results = await all(unspinDocuments(documents, { unspinner, textOf: ({ body }) => body }));
    expect(results.map(({ document }) => document)).toEqual(documents);
    expect(results[0].restoration?.text).toBe(unspin(SPUN).text);
    expect(results[1].error).toBeInstanceOf(InputError);
    expect(results[2].restoration?.text).toBe(CLEAN);
  });

  it("takes what textOf throws as the document's error", async () => {
    const textOf = (): string => {
      throw new TypeError("no body");
    };
    const [result] = await all(unspinDocuments([{}], { unspinner, textOf }));
    expect(result.error).toEqual(new TypeError("no body"));
  });

  it("reads no further than it is asked to, and closes its source", async () => {
    let read = 0;
    let closed = false;
    async function* source(): AsyncGenerator<string> {
      try {
        for (;;) {
          read++;
          yield CLEAN;
        }
      } finally {
        closed = true;
      }
    }
    for await (const _ of unspinDocuments(source(), { unspinner })) if (read === 3) break;
    expect({ read, closed }).toEqual({ read: 3, closed: true });
  });

  it("ends at an abort, even if the source hangs", async () => {
    const controller = new AbortController();
    async function* source(): AsyncGenerator<string> {
      yield CLEAN;
      await new Promise(() => {});
    }
    const results = unspinDocuments(source(), { unspinner, signal: controller.signal });
    await results.next();
    const next = results.next();
    controller.abort(new Error("enough"));
    await expect(next).rejects.toThrow("enough");
    await expect(unspinDocuments([CLEAN], { unspinner, signal: controller.signal }).next()).rejects.toThrow("enough");
  });
});

describe("unspinText", () => {
  const whole = unspin(SPUN);
  const bytes = new TextEncoder().encode(SPUN);

  it("restores strings, bytes cut anywhere, blobs and streams", async () => {
    const cutBytes = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) => bytes.subarray(7 * i, 7 * i + 7));
    const sources = [[SPUN], cutBytes, new Blob([bytes]), new Blob([bytes]).stream(), Readable.from(cutBytes)];
    for (const source of sources) {
      const parts = await all(unspinText(source, { unspinner }));
      expect(parts.map(({ text }) => text).join("")).toBe(whole.text);
      expect(parts.flatMap(({ edits }) => edits)).toEqual(whole.edits);
    }
  });

  it("refuses what is no text", async () => {
    await expect(all(unspinText([Uint8Array.of(0x61, 0xff)], { unspinner }))).rejects.toThrow(InputError);
    await expect(all(unspinText([Uint8Array.of(0xc3)], { unspinner }))).rejects.toThrow("not UTF-8");
    await expect(all(unspinText([12 as unknown as string], { unspinner }))).rejects.toThrow(InputError);
  });

  it("holds back: a part is restored when it is asked for", async () => {
    let read = 0;
    function* source(): Generator<string> {
      for (; read < 100; read++) yield `${CLEAN} `.repeat(2000);
    }
    const parts = unspinText(source(), { unspinner });
    await parts.next();
    expect(read).toBeLessThan(6);
    await parts.return(undefined);
  }, 20_000);

  it("ends at an abort", async () => {
    const controller = new AbortController();
    const parts = unspinText([`${CLEAN} `.repeat(10_000)], { unspinner, signal: controller.signal });
    await parts.next();
    controller.abort();
    await expect(parts.next()).rejects.toThrow("abort");
  }, 20_000);
});

describe("the web streams", () => {
  it("restore text", async () => {
    const response = new Response(
      new Blob([SPUN])
        .stream()
        .pipeThrough(new TextDecoderStream())
        .pipeThrough(textTransform({ unspinner }))
        .pipeThrough(new TextEncoderStream()),
    );
    expect(await response.text()).toBe(unspin(SPUN).text);
  });

  it("restore documents, one for one", async () => {
    const source = new ReadableStream<string>({
      start(controller) {
        for (const text of [CLEAN, SPUN]) controller.enqueue(text);
        controller.close();
      },
    });
    const results: DocumentResult<string>[] = await all(source.pipeThrough(documentTransform({ unspinner })));
    expect(results.map(({ restoration }) => restoration?.detection.spun)).toEqual([false, true]);
  });

  it("hold the writer back until somebody reads", async () => {
    const { writable, readable } = documentTransform({ unspinner });
    const writer = writable.getWriter();
    let written = 0;
    const write = async (): Promise<void> => {
      for (; written < 20; written++) {
        await writer.ready;
        await writer.write(CLEAN);
      }
    };
    const writing = write().catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(written).toBeLessThan(3);
    await readable.cancel("enough");
    await writing;
    await expect(writer.closed).rejects.toBe("enough");
  });

  it("pass errors on to the writer", async () => {
    const { writable, readable } = textTransform({ unspinner });
    const writer = writable.getWriter();
    writer.write(Uint8Array.of(0xff)).catch(() => {});
    await expect(all(readable)).rejects.toThrow("not UTF-8");
    await expect(writer.closed).rejects.toThrow("not UTF-8");
  });
});

describe("mapInOrder", () => {
  it("keeps the order and the bound", async () => {
    let busy = 0;
    let most = 0;
    const work = async (item: number): Promise<number> => {
      most = Math.max(most, ++busy);
      await new Promise((resolve) => setTimeout(resolve, item % 3));
      busy--;
      return item * 2;
    };
    const items = Array.from({ length: 30 }, (_, i) => i);
    expect(await all(mapInOrder(Readable.from(items), 4, work))).toEqual(items.map((item) => item * 2));
    expect(most).toBe(4);
  });

  it("gives a result while the source has nothing further to give", async () => {
    async function* source(): AsyncGenerator<number> {
      yield 1;
      await new Promise(() => {});
    }
    const results = mapInOrder(source(), 3, async (item) => item);
    expect(await results.next()).toEqual({ done: false, value: 1 });
  });

  it("throws what the work throws, in its turn", async () => {
    const work = async (item: number): Promise<number> => {
      if (item === 2) throw new Error("two");
      return item;
    };
    const results = mapInOrder(Readable.from([1, 2, 3]), 3, work);
    expect(await results.next()).toEqual({ done: false, value: 1 });
    await expect(results.next()).rejects.toThrow("two");
  });
});
