import type { Lattice } from "../lattice.js";
import { LetterCase } from "../text/case.js";
import { Region } from "../text/region.js";
import { Tally } from "./tally.js";

/** What the rest of the document says for a candidate, each a log of 1 + a count. */
export interface Support {
  /** By site: how often its form stands elsewhere. */
  readonly recurring: Float32Array;
  /** By candidate: how often the original is expected behind other forms. */
  readonly behindOthers: Float32Array;
  /** By candidate: how often it is expected behind the same form elsewhere. */
  readonly behindSame: Float32Array;
  /** By candidate: how often it stands unspun. */
  readonly visible: Float32Array;
  /** By candidate: how often it does so where a spinner would have swapped it: in small letters, in the body. */
  readonly standing: Float32Array;
}

/**
 * Counts through a document: an original that fits other forms, or stands in a quotation, is likelier to have stood here;
 * one that stands in the body is less so, since most spinners swap a word throughout or not at all.
 *
 * @param expected by candidate: its probability in the first reading
 */
export function documentSupport(lattice: Lattice, expected: Float64Array): Support {
  const { scan, phrases, siteCount, candidateCount, first, form, original } = lattice;
  const forms = new Tally(siteCount);
  const originals = new Tally(candidateCount);
  const pairs = new Tally(candidateCount);
  const words = new Tally(scan.count);
  const open = new Tally(scan.count);
  const size = phrases.offsets.length;
  for (let i = 0; i < scan.count; i++) {
    if (scan.word[i] < 0) continue;
    words.add(scan.word[i], 1);
    if (scan.region[i] === Region.Body && scan.letterCase[i] === LetterCase.Lower) open.add(scan.word[i], 1);
  }
  for (let site = 0; site < siteCount; site++) {
    forms.add(form[site], 1);
    for (let c = first[site]; c < first[site + 1]; c++) {
      originals.add(original[c], expected[c]);
      pairs.add(original[c] * size + form[site], expected[c]);
    }
  }
  const recurring = new Float32Array(siteCount);
  const behindOthers = new Float32Array(candidateCount);
  const behindSame = new Float32Array(candidateCount);
  const visible = new Float32Array(candidateCount);
  const standing = new Float32Array(candidateCount);
  for (let site = 0; site < siteCount; site++) {
    recurring[site] = Math.log(forms.of(form[site]));
    for (let c = first[site]; c < first[site + 1]; c++) {
      const same = pairs.of(original[c] * size + form[site]);
      behindOthers[c] = logOf(originals.of(original[c]) - same);
      behindSame[c] = logOf(same - expected[c]);
      const at = phrases.offsets[original[c]];
      if (phrases.offsets[original[c] + 1] !== at + 1) continue;
      visible[c] = logOf(words.of(phrases.words[at]));
      if (visible[c] > 0) standing[c] = logOf(open.of(phrases.words[at]));
    }
  }
  return { recurring, behindOthers, behindSame, visible, standing };
}

/** log(1 + count); nearly all counts are 0. */
function logOf(count: number): number {
  return count > 0 ? Math.log1p(count) : 0;
}
