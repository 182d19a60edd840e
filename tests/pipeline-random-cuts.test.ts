import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createUnspinner, type Restoration, type Unspinner } from "../src/index.js";
import { LONGEST_PART } from "../src/long-text/cutter.js";
import { joinParts } from "../src/long-text/join.js";
import { openText, type PartRestorer } from "../src/long-text/restore.js";
import { type RestoredPart, unspinText } from "../src/stream.js";

const SPUN = readFileSync(new URL("../demo/seed-article.txt", import.meta.url), "utf8");
const CLEAN =
  "The baker, 🥖 in hand, opened her shop at six — as she did every morning. “Nobody’s here yet”, she said.\n\n";
const CODE = `\`\`\`\n${"const bread = oven.take(2);\n\n".repeat(40)}\`\`\`\n\n`;
/** A text without a blank line, a line break or, for the most part, a space. */
const UNBROKEN = `${"𝒷𝓇ead".repeat(60_000)} `;

const unspinner = createUnspinner();

/** Texts longer than the longest part, spun here and there. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  "spun in the middle": `${CLEAN.repeat(3000)}${SPUN}\n\n${CLEAN.repeat(2600)}${SPUN}`,
  "with code": `${SPUN}\n\n${CODE.repeat(320)}${CLEAN.repeat(500)}`,
  "with Windows line ends": `${SPUN}\n\n${CLEAN.repeat(2700)}`.replaceAll("\n", "\r\n"),
  // What an edit's confidence is depends on where the parts are cut.
  "on one line": `${CLEAN.repeat(2000)}${SPUN.repeat(20)}${CLEAN.repeat(500)}`.replaceAll("\n", " "),
  "that cannot be cut well": `${SPUN}\n\n${UNBROKEN}${SPUN}`,
};

/** Parts are restored once; a part that is cut in another way is another part. */
function remembering(): Unspinner {
  const known = new Map<string, Restoration>();
  const restorer: PartRestorer = {
    unspin: (text) => {
      const restoration = known.get(text) ?? unspinner.unspin(text);
      known.set(text, restoration);
      return restoration;
    },
    detect: (text) => unspinner.detect(text),
  };
  return { ...unspinner, openText: () => openText(restorer, []) };
}

/** Where to cut: a share of the length, and whether to move on to the inside of a character. */
const share = fc.nat(1_000_000).map((millionths) => millionths / 1_000_000);
const cuts = fc.array(fc.tuple(share, fc.boolean()), { maxLength: 40 });
type Cuts = readonly (readonly [share: number, tears: boolean])[];

function pieces<Text extends string | Uint8Array>(
  text: Text,
  cuts: Cuts,
  isInside: (at: number) => boolean,
  slice: (from: number, to: number) => Text,
): Text[] {
  const places = cuts.map(([share, tears]) => {
    let at = Math.floor(share * text.length);
    while (tears && at < text.length && !isInside(at)) at++;
    return at;
  });
  const ends = [...places, text.length].sort((a, b) => a - b);
  return ends.map((end, i) => slice(ends[i - 1] ?? 0, end));
}

/** Pieces of a string, many of which begin with the second half of a surrogate pair. */
function stringPieces(text: string, cuts: Cuts): string[] {
  const isInside = (at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  return pieces(text, cuts, isInside, (from, to) => text.slice(from, to));
}

/** Pieces of its bytes in UTF-8, many of which begin in the middle of a character. */
function bytePieces(text: string, cuts: Cuts): Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  return pieces<Uint8Array>(
    bytes,
    cuts,
    (at) => (bytes[at] & 0xc0) === 0x80,
    (from, to) => bytes.subarray(from, to),
  );
}

describe("a text that comes in pieces", () => {
  it.each(Object.entries(DOCUMENTS))(
    "%s: text, edits, suggestions and verdict are those of the whole",
    async (_, text) => {
      expect(text.length).toBeGreaterThan(LONGEST_PART);
      const whole = unspinner.unspin(text);
      expect(whole.edits.length).toBeGreaterThan(10);
      const unspin = remembering();
      const property = fc.asyncProperty(cuts, fc.boolean(), async (cuts, asBytes) => {
        const source = asBytes ? bytePieces(text, cuts) : stringPieces(text, cuts);
        const parts: RestoredPart[] = [];
        for await (const part of unspinText(source, { unspinner: unspin })) parts.push(part);
        expect(joinParts(parts)).toEqual(whole);
        for (const { start, end, edits } of parts) {
          expect(edits.every((edit) => start <= edit.start && edit.end <= end)).toBe(true);
        }
      });
      await fc.assert(property, { numRuns: 25 });
    },
    120_000,
  );

  it("may hold lone surrogates, which are not joined to anything that was not beside them", async () => {
    const text = `${CLEAN.repeat(2600)}\ud83d ${SPUN}\udc00`;
    const whole = unspinner.unspin(text);
    const unspin = remembering();
    const property = fc.asyncProperty(cuts, async (cuts) => {
      const parts: RestoredPart[] = [];
      for await (const part of unspinText(stringPieces(text, cuts), { unspinner: unspin })) parts.push(part);
      expect(joinParts(parts)).toEqual(whole);
    });
    await fc.assert(property, { numRuns: 15 });
  }, 120_000);
});
