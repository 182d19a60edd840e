import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../scripts/simulate/random.js";
import { decodeLogBilinear } from "../src/context/log-bilinear-pack.js";
import { decodeNgramModel } from "../src/context/ngram.js";
import { decodeRanker } from "../src/context/ranker-pack.js";
import { decodeVectors } from "../src/context/vectors-pack.js";
import { decodeConfidence } from "../src/decision/confidence-pack.js";
import { decodeDictionary } from "../src/dictionary/packed.js";
import { ModelError } from "../src/errors.js";
import { decodeGlance } from "../src/screening/glance-weights.js";

const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  "language-model": decodeNgramModel,
  dictionary: decodeDictionary,
  vectors: decodeVectors,
  ranker: decodeRanker,
  "log-bilinear": (bytes) => decodeLogBilinear(bytes, 60_000),
  glance: decodeGlance,
  confidence: decodeConfidence,
};

describe.each(Object.entries(DECODERS))("a damaged %s", (name, decode) => {
  const whole = new Uint8Array(gunzipSync(readFileSync(new URL(`../src/data/${name}.bin.gz`, import.meta.url))));
  const random = seededRandom(`damage to the ${name}`);
  const places = [
    ...Array.from({ length: 24 }, (_, i) => i),
    ...Array.from({ length: 24 }, () => Math.floor(random() * whole.length)),
    whole.length - 1,
  ];

  it("is whole to begin with", () => {
    expect(decode(whole)).toBeDefined();
  });

  it("is refused wherever a bit has changed", () => {
    for (const at of places) {
      const damaged = whole.slice();
      damaged[at] ^= 1 << Math.floor(random() * 8);
      expect(() => decode(damaged), `byte ${at}`).toThrow(ModelError);
    }
  });

  it("is refused wherever it breaks off", () => {
    for (const length of places) expect(() => decode(whole.subarray(0, length)), `${length} bytes`).toThrow(ModelError);
  });

  it("is refused with something behind it", () => {
    const longer = new Uint8Array(whole.length + 7);
    longer.set(whole);
    expect(() => decode(longer)).toThrow(ModelError);
  });

  it("is refused if it is something else", () => {
    const others = Object.keys(DECODERS).filter((other) => other !== name);
    for (const other of others) {
      const bytes = gunzipSync(readFileSync(new URL(`../src/data/${other}.bin.gz`, import.meta.url)));
      expect(() => decode(new Uint8Array(bytes)), other).toThrow(ModelError);
    }
    expect(() => decode(new Uint8Array(0))).toThrow(ModelError);
    expect(() => decode(new TextEncoder().encode("<!doctype html>".repeat(100)))).toThrow(ModelError);
  });
});
