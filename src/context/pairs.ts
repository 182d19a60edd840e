import type { Lattice } from "../lattice.js";
import type { NgramBatch } from "./ngram-batch.js";
import { pairOdds } from "./odds.js";
import { PairTerms, type TakeBest, type Tried, WIDTH } from "./pair-terms.js";
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
  const tried = new TriedCandidates(lattice, odds);
  const pairs: SitePair[] = [];
  const take: TakeBest = (left, right, leftOriginal, rightOriginal, gain) => {
    const joint = pairOdds(lattice, gain, leftOriginal, rightOriginal);
    pairs.push({ left, right, leftOriginal, rightOriginal, gain, odds: joint });
  };
  for (let left = 0; left < siteCount; left++) {
    const edge = to[left];
    if (edge >= scan.count || scan.sentenceStart[edge] === 1) continue;
    for (let right = starting[edge]; right < siteCount && from[right] === edge; right++) {
      if (isHopeless(left, right)) continue;
      window.read(from[left], to[right], plain);
      terms.name(left, right, tried.of(left), tried.of(right));
      if (batch.isFull) terms.run(take);
    }
  }
  terms.run(take);
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

/** The candidates of each site that are tried: all in their order, or of many the likeliest, best first. */
class TriedCandidates {
  readonly #lattice: Lattice;
  readonly #odds: Float32Array;
  readonly #all: Int32Array;
  readonly #found: (Tried | undefined)[];

  constructor(lattice: Lattice, odds: Float32Array) {
    this.#lattice = lattice;
    this.#odds = odds;
    this.#all = new Int32Array(lattice.candidateCount);
    for (let c = 0; c < this.#all.length; c++) this.#all[c] = c;
    this.#found = new Array(lattice.siteCount);
  }

  of(site: number): Tried {
    const found = this.#found[site] ?? this.#find(site);
    this.#found[site] = found;
    return found;
  }

  #find(site: number): Tried {
    const { first } = this.#lattice;
    const start = first[site];
    const count = first[site + 1] - start;
    if (count <= WIDTH) return { list: this.#all, start, count };
    const odds = this.#odds;
    const list = this.#all.slice(start, start + count).sort((a, b) => odds[b] - odds[a] || a - b);
    return { list, start: 0, count: WIDTH };
  }
}
