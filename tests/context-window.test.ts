import { describe, expect, it } from "vitest";
import type { Reading } from "../src/context/reading.js";
import { plainReading } from "../src/context/reading.js";
import { ContextWindow, type Lens, NO_CONTEXT, PASSED_OVER } from "../src/context/window.js";
import type { Lattice } from "../src/lattice.js";
import { TokenKind } from "../src/text/tokens.js";
import { wordAt } from "../src/text/vocabulary.js";
import { latticeOf } from "./lattice-harness.js";

const WALL_LEFT = -10;
const WALL_RIGHT = -11;

/** Sees words by their ids, passes over punctuation, and does not look across sentences. */
function lensOf({ scan, phrases }: Lattice): Lens {
  const mark = (kind: number): boolean => kind === TokenKind.Punctuation || kind === TokenKind.Stop;
  return {
    tokens: scan.word.map((word, i) => (i < scan.count && mark(scan.kind[i]) ? PASSED_OVER : word)),
    words: Int32Array.from({ length: phrases.vocabulary.size }, (_, id) => id),
    walls: scan.sentenceStart,
    start: WALL_LEFT,
    end: WALL_RIGHT,
  };
}

const LATTICE = latticeOf("Here we are. The old, as we speak building of mud stood. There.", [
  { form: "old", originals: ["aged", "very ancient"] },
  { form: "as we speak", originals: ["now"] },
  { form: "building", originals: ["house"] },
  { form: "of mud", originals: ["muddy"] },
]);

/** Guesses the given candidates. */
function guess(...candidates: readonly number[]): Reading {
  const { siteAt, candidateOf } = plainReading(LATTICE);
  for (const candidate of candidates) {
    const site = LATTICE.first.findLastIndex((first, s) => s < LATTICE.siteCount && first <= candidate);
    siteAt.fill(site, LATTICE.from[site], LATTICE.to[site]);
    candidateOf[site] = candidate;
  }
  return { siteAt, candidateOf };
}

function read(site: number, reading: Reading, depth = 3): string {
  const window = new ContextWindow(LATTICE, lensOf(LATTICE), depth);
  window.read(LATTICE.from[site], LATTICE.to[site], reading);
  const show = (key: number): string => {
    if (key === WALL_LEFT || key === WALL_RIGHT) return "|";
    return key === NO_CONTEXT ? "·" : wordAt(LATTICE.phrases.vocabulary, key);
  };
  return `${[...window.left].reverse().map(show).join(" ")} _ ${[...window.right].map(show).join(" ")}`;
}

describe("the window around a place", () => {
  const plain = plainReading(LATTICE);

  it("has the nearest words, punctuation passed over", () => {
    expect(read(2, plain)).toBe("as we speak _ of mud stood");
    expect(read(1, plain)).toBe("| the old _ building of mud");
  });

  it("ends at the sentence's ends", () => {
    expect(read(0, plain)).toBe("· | the _ as we speak");
    expect(read(3, plain)).toBe("we speak building _ stood | ·");
    expect(read(3, plain, 1)).toBe("building _ stood");
  });

  it("is read through the guesses at its neighbours", () => {
    expect(read(2, guess(2))).toBe("the old now _ of mud stood");
    expect(read(2, guess(2, 4))).toBe("the old now _ muddy stood |");
    expect(read(1, guess(0, 3))).toBe("| the aged _ house of mud");
  });

  it("has a guess of several words word by word", () => {
    expect(read(1, guess(1))).toBe("the very ancient _ building of mud");
    expect(read(1, guess(1), 1)).toBe("ancient _ building");
  });

  it("reads a guess that overlaps the place as it stands", () => {
    const overlapping = latticeOf("he may speak reveals now", [
      { form: "speak", originals: ["talk"] },
      { form: "speak reveals", originals: ["talk shows"] },
    ]);
    const { siteAt, candidateOf } = plainReading(overlapping);
    siteAt.fill(1, 2, 4);
    candidateOf[1] = 1;
    const window = new ContextWindow(overlapping, lensOf(overlapping), 2);
    window.read(2, 3, { siteAt, candidateOf });
    const words = [...window.right].map((key) => wordAt(overlapping.phrases.vocabulary, key));
    expect(words).toEqual(["reveals", "now"]);
  });
});
