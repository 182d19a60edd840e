import { readFileSync } from "node:fs";
import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { defineDictionary, unspin } from "../src/index.js";
import { inSharedMemory } from "../src/shared-memory.js";
import { receiveUnspinner, type SharedUnspinner, shareUnspinner } from "../src/shared-unspinner.js";

const SPUN = readFileSync(new URL("../demo/seed-article.txt", import.meta.url), "utf8");
const CLEAN = "The baker opened her shop at six, as she did every morning.";

/** What another thread gets. */
function sent<Data>(data: Data): Data {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(data);
  const received = receiveMessageOnPort(port2) as { message: Data };
  port1.close();
  return received.message;
}

describe("shared memory", () => {
  const column = Int32Array.of(1, 2, 3);
  const data = {
    columns: [column, Uint8Array.of(7), Float64Array.of(0.5)],
    same: column,
    part: new Uint16Array([1, 2, 3, 4]).subarray(1, 3),
    names: new Map([[1, "one"]]),
    empty: new Float32Array(0),
    nothing: undefined,
  };
  const shared = inSharedMemory(data);

  it("holds the same data", () => {
    expect(shared).toEqual(data);
    expect(shared.columns.map((each) => each.constructor)).toEqual([Int32Array, Uint8Array, Float64Array]);
    expect(shared.same).toBe(shared.columns[0]);
    expect(column.buffer).toBeInstanceOf(ArrayBuffer);
  });

  it("is one piece, and not moved twice", () => {
    expect(shared.columns[0].buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(shared.part.buffer).toBe(shared.columns[0].buffer);
    expect(inSharedMemory(shared).part.buffer).toBe(shared.part.buffer);
  });

  it("is seen by a thread that it was sent to", () => {
    const received = sent(shared);
    received.same[1] = 20;
    expect(shared.columns[0][1]).toBe(20);
    received.same[1] = 2;
  });
});

describe("a restorer whose data was sent to another thread", () => {
  const dictionary = defineDictionary("baker\tcook\tn", { name: "kitchen" });

  it.each<[string, Parameters<typeof shareUnspinner>[0]]>([
    ["without options", {}],
    ["with options", { minConfidence: 0.9, ignore: [/Macron/], thorough: true }],
    ["with a dictionary", { dictionary }],
    ["with a dictionary in the package's place", { dictionary: { ...dictionary, replace: true } }],
  ])("gives what one with data of its own gives, %s", (_, options) => {
    const own = [SPUN, CLEAN].map((text) => unspin(text, options));
    const shared: SharedUnspinner = sent(shareUnspinner(options));
    const unspinner = receiveUnspinner(shared);
    expect([SPUN, CLEAN].map((text) => unspinner.unspin(text))).toEqual(own);
    expect(shared.resources?.language.tables.bigrams.buffer).toBeInstanceOf(SharedArrayBuffer);
  });
});
