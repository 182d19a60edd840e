import type { Lattice } from "../lattice.js";
import { scoreSpan } from "./fluency.js";
import type { NgramModel } from "./ngram.js";
import type { Reading } from "./reading.js";
import { ContextWindow, type Lens, PASSED_OVER } from "./window.js";

/** Two sites side by side and the best that both may have been: "speak reveals" is "talk shows" only if both go back. */
export interface SitePair {
  readonly left: number;
  readonly right: number;
  /** The candidates. */
  readonly leftOriginal: number;
  readonly rightOriginal: number;
  /** Gain in fluency of both together over the text as it stands, natural logarithm. */
  readonly gain: number;
}

/** How many candidates of a site are tried with those of its neighbour. */
const WIDTH = 6;

/**
 * The best joint reading of every two sites that stand side by side.
 *
 * @param odds by candidate: those of the single sites, by which the candidates to try are chosen
 */
export function scorePairs(
  model: NgramModel,
  lens: Lens,
  lattice: Lattice,
  plain: Reading,
  odds: Float32Array,
): SitePair[] {
  const { siteCount, from, to, scan } = lattice;
  const window = new ContextWindow(lattice, lens, 2);
  const starting = sitesByStart(lattice);
  const tried = Array.from({ length: siteCount }, () => undefined as readonly number[] | undefined);
  const pairs: SitePair[] = [];
  for (let left = 0; left < siteCount; left++) {
    const edge = to[left];
    if (edge >= scan.count || scan.sentenceStart[edge] === 1) continue;
    for (let right = starting[edge]; right < siteCount && from[right] === edge; right++) {
      tried[left] ??= mostLikely(lattice, left, odds);
      tried[right] ??= mostLikely(lattice, right, odds);
      window.read(from[left], to[right], plain);
      const words: number[] = [];
      for (let i = from[left]; i < to[right]; i++) if (lens.tokens[i] !== PASSED_OVER) words.push(lens.tokens[i]);
      const kept = scoreSpan(model, window, words);
      let best: SitePair | undefined;
      let most = Number.NEGATIVE_INFINITY;
      for (const a of tried[left] ?? []) {
        for (const b of tried[right] ?? []) {
          words.length = 0;
          pushWords(lattice, lens, a, words);
          pushWords(lattice, lens, b, words);
          const gain = scoreSpan(model, window, words) - kept;
          const worth = gain + lattice.channel[a] + lattice.channel[b];
          if (worth <= most) continue;
          most = worth;
          best = { left, right, leftOriginal: a, rightOriginal: b, gain };
        }
      }
      if (best) pairs.push(best);
    }
  }
  return pairs;
}

/** By token: the first site that begins there or later. */
function sitesByStart(lattice: Lattice): Int32Array {
  const starts = new Int32Array(lattice.scan.count + 1);
  let site = 0;
  for (let token = 0; token <= lattice.scan.count; token++) {
    while (site < lattice.siteCount && lattice.from[site] < token) site++;
    starts[token] = site;
  }
  return starts;
}

function mostLikely(lattice: Lattice, site: number, odds: Float32Array): readonly number[] {
  const candidates: number[] = [];
  for (let c = lattice.first[site]; c < lattice.first[site + 1]; c++) candidates.push(c);
  if (candidates.length <= WIDTH) return candidates;
  return candidates.sort((a, b) => odds[b] - odds[a] || a - b).slice(0, WIDTH);
}

function pushWords(lattice: Lattice, lens: Lens, candidate: number, words: number[]): void {
  const { offsets, words: all } = lattice.phrases;
  const phrase = lattice.original[candidate];
  for (let at = offsets[phrase]; at < offsets[phrase + 1]; at++) {
    const word = lens.words[all[at]];
    if (word !== PASSED_OVER) words.push(word);
  }
}
