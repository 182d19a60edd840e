import type { Lattice } from "../lattice.js";
import type { NgramBatch } from "./ngram-batch.js";
import { pairOdds } from "./odds.js";
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
  /** Their log-odds against the text as it stands. */
  readonly odds: number;
}

/** How many candidates of a site are tried with those of its neighbour. */
const WIDTH = 6;

/**
 * The best joint reading of every two sites that stand side by side.
 *
 * @param odds by candidate: those of the single sites, by which the candidates to try are chosen
 * @param isHopeless whether two sites need not be tried; none if not given
 */
export function scorePairs(
  batch: NgramBatch,
  lens: Lens,
  lattice: Lattice,
  plain: Reading,
  odds: Float32Array,
  isHopeless: (left: number, right: number) => boolean = () => false,
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
      if (isHopeless(left, right)) continue;
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

function bestOf(lattice: Lattice, trial: PairTrial, gains: Float64Array): SitePair | undefined {
  const { channel } = lattice;
  const { left, right, leftTried, rightTried } = trial;
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < gains.length; k++) {
    const worth =
      gains[k] + channel[leftTried[Math.floor(k / rightTried.length)]] + channel[rightTried[k % rightTried.length]];
    if (worth <= most) continue;
    most = worth;
    best = k;
  }
  if (best < 0) return undefined;
  const leftOriginal = leftTried[Math.floor(best / rightTried.length)];
  const rightOriginal = rightTried[best % rightTried.length];
  const gain = gains[best];
  return { left, right, leftOriginal, rightOriginal, gain, odds: pairOdds(lattice, gain, leftOriginal, rightOriginal) };
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
