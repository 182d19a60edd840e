import type { Lattice } from "../lattice.js";
import type { NgramBatch } from "./ngram-batch.js";
import { PairTerms, type PairTrial } from "./pair-terms.js";
import type { Reading } from "./reading.js";
import { ContextWindow, type Lens } from "./window.js";

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
  batch: NgramBatch,
  lens: Lens,
  lattice: Lattice,
  plain: Reading,
  odds: Float32Array,
): SitePair[] {
  const { siteCount, from, to, scan } = lattice;
  const window = new ContextWindow(lattice, lens, 2);
  const terms = new PairTerms(batch, lens, lattice, window);
  const starting = sitesByStart(lattice);
  const tried: (readonly number[] | undefined)[] = new Array(siteCount);
  const pairs: SitePair[] = [];
  const take = (trial: PairTrial, gains: Float64Array): void => {
    const best = bestOf(lattice, trial, gains);
    if (best) pairs.push(best);
  };
  for (let left = 0; left < siteCount; left++) {
    const edge = to[left];
    if (edge >= scan.count || scan.sentenceStart[edge] === 1) continue;
    for (let right = starting[edge]; right < siteCount && from[right] === edge; right++) {
      const leftTried = tried[left] ?? mostLikely(lattice, left, odds);
      const rightTried = tried[right] ?? mostLikely(lattice, right, odds);
      tried[left] = leftTried;
      tried[right] = rightTried;
      window.read(from[left], to[right], plain);
      terms.name({ left, right, leftTried, rightTried });
      if (batch.isFull) terms.run(take);
    }
  }
  terms.run(take);
  return pairs;
}

function bestOf({ channel }: Lattice, trial: PairTrial, gains: Float64Array): SitePair | undefined {
  const { left, right, leftTried, rightTried } = trial;
  let best: SitePair | undefined;
  let most = Number.NEGATIVE_INFINITY;
  leftTried.forEach((leftOriginal, a) => {
    rightTried.forEach((rightOriginal, b) => {
      const gain = gains[a * rightTried.length + b];
      const worth = gain + channel[leftOriginal] + channel[rightOriginal];
      if (worth <= most) return;
      most = worth;
      best = { left, right, leftOriginal, rightOriginal, gain };
    });
  });
  return best;
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
