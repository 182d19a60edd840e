import type { Lattice } from "../lattice.js";
import { DENSE, denseFeatures } from "./dense.js";
import { featureLens, type Symbols } from "./feature-lens.js";
import { formHash, pairHash, phraseHash, SiteDescriber } from "./features.js";
import type { Fluency } from "./fluency.js";
import type { Reading } from "./reading.js";
import type { Support } from "./support.js";
import type { TopicFit } from "./topic.js";

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
  readonly topic: TopicFit;
  readonly draft: Reading;
}

/** The bucket in which the weight of an atom and a reading is kept. */
export function bucketOf(atom: number, reading: number, shift: number): number {
  let h = Math.imul(atom, 0x85ebca6b) + Math.imul(reading, 0xc2b2ae35);
  h ^= h >>> 15;
  return Math.imul(h, 0x2c1b3c6d) >>> shift;
}

/** How far a hash is to be shifted to the right to give a bucket of a table of this length. */
export function bucketShift(length: number): number {
  return Math.clz32(length) + 1;
}

/** By candidate: log-odds against the form as it stands, the spin rate not included. */
export function rankCandidates(
  model: RankerModel,
  symbols: Symbols,
  lattice: Lattice,
  findings: Findings,
): Float32Array {
  const { siteCount, first, original } = lattice;
  const odds = new Float32Array(lattice.candidateCount);
  const lens = featureLens(symbols, lattice.scan);
  const describer = new SiteDescriber(lattice, symbols, lens);
  const dense = new Float32Array(DENSE);
  const { weights, step } = model;
  const shift = bucketShift(weights.length);
  const { atoms, pairAtoms } = describer;
  for (let site = 0; site < siteCount; site++) {
    describer.describe(site, findings.draft);
    const form = formHash(lattice, lens, symbols, site);
    let kept = 0;
    for (let k = 0; k < atoms.length; k++) kept += weights[bucketOf(atoms[k], form, shift)];
    for (let c = first[site]; c < first[site + 1]; c++) {
      const reading = phraseHash(lattice, symbols, original[c]);
      let sum = -kept;
      for (let k = 0; k < atoms.length; k++) sum += weights[bucketOf(atoms[k], reading, shift)];
      const pair = pairHash(form, reading);
      for (let k = 0; k < pairAtoms.length; k++) sum += weights[bucketOf(pairAtoms[k], pair, shift)];
      denseFeatures(lattice, findings, site, c, dense);
      let score = sum * step;
      for (let k = 0; k < DENSE; k++) score += model.dense[k] * dense[k];
      odds[c] = score;
    }
  }
  return odds;
}
