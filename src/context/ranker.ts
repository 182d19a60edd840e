import type { Lattice } from "../lattice.js";
import { Crosser } from "./crosser.js";
import { candidateFeatures, DENSE, siteFeatures } from "./dense.js";
import type { Symbols } from "./feature-lens.js";
import type { Fluency } from "./fluency.js";
import { differencesOf, type Reading } from "./reading.js";
import type { Support } from "./support.js";

/**
 * A conditional log-linear model (Berger, Della Pietra, Della Pietra 1996) of what stood at a site: the form as it
 * stands or one of its originals, given the context. Features are hashed (Weinberger et al. 2009): the weight of "this
 * reading in this context" is shared by all entries that propose the reading.
 */
export interface RankerModel {
  /** By bucket, in units of `step`; the length is a power of two. */
  readonly weights: Int8Array | Float32Array;
  readonly step: number;
  /** By dense feature. */
  readonly dense: Float32Array;
}

/** What the ranker knows of a text besides its lattice. */
export interface Findings {
  /** Fluency of the text as it stands. */
  readonly plain: Fluency;
  /** Fluency with neighbours read through the draft. */
  readonly drafted: Fluency;
  readonly support: Support;
  /** See `topicFit`. */
  readonly topic: Float32Array;
  readonly draft: Reading;
}

/** What the ranker says of a text. */
export interface Ranking {
  /** By candidate: log-odds against the form as it stands, the spin rate not included. */
  readonly odds: Float32Array;
  /** By candidate: what the hashed features add to that, in steps. */
  readonly hashed: Float32Array;
}

/** A ranking that is known, and the draft that it was made through. */
export interface KnownRanking {
  readonly draft: Reading;
  readonly hashed: Float32Array;
}

/**
 * Ranks the candidates of all sites.
 *
 * @param known what is known already: its hashed features hold where both drafts have the same neighbours
 */
export function rankCandidates(
  model: RankerModel,
  symbols: Symbols,
  lattice: Lattice,
  findings: Findings,
  known?: KnownRanking,
): Ranking {
  const { siteCount, first } = lattice;
  const odds = new Float32Array(lattice.candidateCount);
  const hashed = new Float32Array(lattice.candidateCount);
  const different = known && differencesOf(findings.draft, known.draft);
  const crosser = new Crosser(model, symbols, lattice);
  const x = new Float32Array(DENSE);
  const { step, dense } = model;
  for (let site = 0; site < siteCount; site++) {
    const { start, end } = crosser.read(site, findings.draft);
    if (different && different[start] === different[end]) copy(known.hashed, hashed, first[site], first[site + 1]);
    else crosser.cross(site, hashed);
    siteFeatures(lattice, findings, site, x);
    for (let c = first[site]; c < first[site + 1]; c++) {
      candidateFeatures(lattice, findings, site, c, x);
      let score = hashed[c] * step;
      for (let k = 0; k < DENSE; k++) score += dense[k] * x[k];
      odds[c] = score;
    }
  }
  return { odds, hashed };
}

function copy(source: Float32Array, target: Float32Array, from: number, to: number): void {
  for (let c = from; c < to; c++) target[c] = source[c];
}
