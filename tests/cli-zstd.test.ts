import { Readable } from "node:stream";
import * as zlib from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";

const known = "createZstdCompress" in zlib;

afterEach(() => {
  vi.doUnmock("node:zlib");
  vi.resetModules();
});

/** The codecs as a version of Node has them that knows zstd, or does not. What stands in for zstd here is gzip. */
async function codecs(zstd: boolean): Promise<typeof import("../src/cli/compression.js")> {
  const { createGzip, createGunzip, gzip } = zlib;
  const standIn = { createZstdCompress: createGzip, createZstdDecompress: createGunzip, zstdCompress: gzip };
  const others = Object.entries(zlib).filter(([name]) => !/zstd/i.test(name));
  vi.resetModules();
  vi.doMock("node:zlib", () => ({ ...Object.fromEntries(others), ...(zstd ? standIn : {}) }));
  return import("../src/cli/compression.js");
}

async function all(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

describe("a .zst file", () => {
  it("is refused with the version that is needed where Node does not know zstd", async () => {
    const { requireCodecs } = await codecs(false);
    expect(() => requireCodecs(["a.jsonl.gz", "b.br"])).not.toThrow();
    expect(() => requireCodecs(["a.jsonl.ZST"])).toThrow(
      `a.jsonl.ZST: zstd needs Node.js 22.15 or newer, and this is ${process.version}; use gzip or brotli`,
    );
  });

  it("goes to the codec of newer versions, frame by frame", async () => {
    const { requireCodecs, compressed, decompressed } = await codecs(true);
    expect(() => requireCodecs(["a.zst"])).not.toThrow();
    const frames = await Promise.all(["Nobody had ", "come yet."].map((text) => compressed(Buffer.from(text), "zstd")));
    expect(await all(decompressed(Readable.from(frames), "zstd"))).toBe("Nobody had come yet.");
  });

  it.runIf(known)("is read and written by this version", async () => {
    const { compressed, decompressed } = await import("../src/cli/compression.js");
    const frames = await Promise.all(["Nobody had ", "come yet."].map((text) => compressed(Buffer.from(text), "zstd")));
    expect(frames[0].subarray(0, 4)).toEqual(Buffer.from([0x28, 0xb5, 0x2f, 0xfd]));
    expect(await all(decompressed(Readable.from(frames), "zstd"))).toBe("Nobody had come yet.");
  });
});
