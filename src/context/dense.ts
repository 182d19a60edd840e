import type { Lattice } from "../lattice.js";
import { LetterCase } from "../text/case.js";
import { Region } from "../text/region.js";
import { TokenKind } from "../text/tokens.js";
import type { Findings } from "./ranker.js";

/** How many dense features a candidate has. */
export const DENSE = 22;

/** Log-odds beyond this say no more. */
const CLIP = 15;

/** Fills `x` with what is a number by nature: fluency, channel, counts through the document, kind of place. */
export function denseFeatures(
  lattice: Lattice,
  findings: Findings,
  site: number,
  candidate: number,
  x: Float32Array,
): void {
  siteFeatures(lattice, findings, site, x);
  candidateFeatures(lattice, findings, site, candidate, x);
}

/** Fills in what all candidates of a site have in common. */
export function siteFeatures(lattice: Lattice, findings: Findings, site: number, x: Float32Array): void {
  const { scan, from, to, swappable } = lattice;
  const token = from[site];
  const width = to[site] - token;
  const letterCase = scan.letterCase[token];
  const capital = letterCase !== LetterCase.Lower && letterCase !== LetterCase.None;
  const region = scan.region[token];
  x[0] = 1;
  x[4] = clipped(findings.drafted.kept[site] / (width + 2) + 6);
  x[5] = findings.support.recurring[site];
  x[9] = swappable[token] === 1 ? 0 : 1;
  x[10] = region === Region.Quotation ? 1 : 0;
  x[11] = capital && scan.sentenceStart[token] === 0 ? 1 : 0;
  x[12] = scan.sentenceStart[token];
  x[13] = region === Region.Heading || region === Region.List ? 1 : 0;
  x[14] = width > 1 ? 1 : 0;
  x[16] = scan.kind[token] === TokenKind.Number ? 1 : 0;
}

/** Fills in the rest. */
export function candidateFeatures(
  lattice: Lattice,
  { plain, drafted, support, topic }: Findings,
  site: number,
  candidate: number,
  x: Float32Array,
): void {
  const { from, phrases, original, channel, entry } = lattice;
  const phrase = original[candidate];
  x[1] = clipped(plain.gain[candidate]);
  x[2] = clipped(drafted.gain[candidate]);
  x[3] = channel[candidate];
  x[6] = support.behindOthers[candidate];
  x[7] = support.behindSame[candidate];
  x[8] = support.visible[candidate];
  x[15] = phrases.offsets[phrase + 1] - phrases.offsets[phrase] > 1 ? 1 : 0;
  x[17] = entry[candidate] < 0 ? 1 : 0;
  x[18] = articleFit(lattice, from[site], phrase);
  x[19] = drafted.gain[candidate] > 4 ? 1 : 0;
  x[20] = support.standing[candidate];
  x[21] = topic[candidate];
}

function clipped(value: number): number {
  return Math.max(-CLIP, Math.min(CLIP, value));
}

/** 1 where "a" or "an" before the site suits the original and not the form, -1 the other way round, else 0. */
function articleFit(lattice: Lattice, token: number, phrase: number): number {
  const { scan, phrases } = lattice;
  if (token === 0) return 0;
  const start = scan.start[token - 1];
  const length = scan.end[token - 1] - start;
  if (length > 2 || (scan.text.charCodeAt(start) | 32) !== 0x61) return 0;
  if (length === 2 && (scan.text.charCodeAt(start + 1) | 32) !== 0x6e) return 0;
  const wantsVowel = length === 2;
  const { characters, offsets } = phrases.vocabulary;
  const original = isVowel(characters[offsets[phrases.words[phrases.offsets[phrase]]]]);
  const form = isVowel(scan.text.charCodeAt(scan.start[token]) | 32);
  return original === form ? 0 : original === wantsVowel ? 1 : -1;
}

function isVowel(code: number): boolean {
  return code === 0x61 || code === 0x65 || code === 0x69 || code === 0x6f || code === 0x75;
}
