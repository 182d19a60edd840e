import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { applyEdits, type LoadedUnspinner, loadUnspinner, ModelError, UnspinError } from "../src/browser.js";
import { unspin } from "../src/index.js";

const DATA = new URL("../src/data/", import.meta.url);
const SPUN =
  "Macron’s workplace stated that the talks in japanese Ukraine would proceed on Monday, in keeping with the palace.";

/** What a server does with a request for a packed file. */
type Answer = (bytes: Buffer<ArrayBuffer>) => Response;

/** A server of the package's data; `answer` is given for one file, the others are served as they are. */
function server(odd = "", answer: Answer = (bytes) => new Response(bytes)) {
  const asked: string[] = [];
  const fetch = async (url: URL): Promise<Response> => {
    asked.push(url.href);
    const name = url.pathname.split("/").pop() ?? "";
    const bytes = await readFile(new URL(name, DATA));
    return name === `${odd}.bin.gz` ? answer(bytes) : new Response(bytes);
  };
  return { fetch, asked };
}

const baseUrl = "https://example.org/unspin";

describe("loadUnspinner", () => {
  it("fetches every packed file once, then restores as in Node without waiting", async () => {
    const { fetch, asked } = server();
    const loaded: LoadedUnspinner = await loadUnspinner({ baseUrl, fetch });
    const files = readdirSync(DATA).filter((name) => name.endsWith(".bin.gz"));
    expect(asked.toSorted()).toEqual(files.map((name) => `https://example.org/unspin/${name}`));
    const restoration = loaded.unspin(SPUN);
    expect(restoration).toEqual(unspin(SPUN));
    expect(applyEdits(SPUN, restoration.edits)).toBe(restoration.text);
    expect(loaded.detect(SPUN)).toEqual(restoration.detection);
    expect(loaded.createUnspinner({ ignore: ["workplace"] }).unspin(SPUN).text).toContain("workplace");
  });

  it("takes data that the server or the browser has decompressed already", async () => {
    const { fetch } = server("ranker", (bytes) => new Response(gunzipSync(bytes)));
    const { detect } = await loadUnspinner({ baseUrl: new URL(`${baseUrl}/`), fetch });
    expect(detect("Nobody had come.").spun).toBe(false);
  });

  const broken: readonly { name: string; answer: Answer; message: RegExp }[] = [
    {
      name: "missing",
      answer: () => new Response("", { status: 404, statusText: "Not Found" }),
      message: /^cannot load ranker from https:\/\/example\.org\/unspin\/ranker\.bin\.gz: 404 Not Found$/,
    },
    {
      name: "unreachable",
      answer: () => {
        throw new TypeError("Failed to fetch");
      },
      message: /^cannot load ranker from .*: Failed to fetch$/,
    },
    {
      name: "cut short",
      answer: (bytes) => new Response(bytes.subarray(0, bytes.length / 2)),
      message: /damaged, or cut short$/,
    },
    {
      name: "changed in the middle",
      answer: (bytes) => new Response(bytes.fill(0, 5000, 5100)),
      message: /damaged, or cut short$/,
    },
    { name: "empty", answer: () => new Response(), message: /^ranker cut short: 0 bytes$/ },
    {
      name: "an error page that says it is fine",
      answer: () => new Response("<!doctype html><title>Not here</title>"),
      message: /^not a packed ranker$/,
    },
    {
      name: "another file, well packed",
      answer: () => new Response(gzipSync("some other bytes")),
      message: /^not a packed ranker$/,
    },
  ];

  it.each(broken)("throws a ModelError for a file that is $name", async ({ answer, message }) => {
    const error = await loadUnspinner({ baseUrl, fetch: server("ranker", answer).fetch }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ModelError);
    expect(error).toBeInstanceOf(UnspinError);
    expect(error.message).toMatch(message);
  });

  it("ends with the signal's own reason", async () => {
    const reason = new Error("the reader went away");
    const signal = AbortSignal.abort(reason);
    const fetch = async (_: URL, init: RequestInit) => {
      init.signal?.throwIfAborted();
      return new Response();
    };
    await expect(loadUnspinner({ baseUrl, fetch, signal })).rejects.toBe(reason);
  });
});
