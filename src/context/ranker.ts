import type { Lattice } from "../lattice.js";
import { candidateFeatures, DENSE, siteFeatures } from "./dense.js";
import { featureLens, type Symbols } from "./feature-lens.js";
import { ATOMS, formHash, PAIR_ATOMS, pairHash, phraseHash, SiteDescriber } from "./features.js";
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
  return bucketOfHalves(Math.imul(atom, ATOM_FACTOR), Math.imul(reading, READING_FACTOR), shift);
}

const ATOM_FACTOR = 0x85ebca6b;
const READING_FACTOR = 0xc2b2ae35;

/** The same of an atom and a reading that have been multiplied by their factors. */
function bucketOfHalves(atom: number, reading: number, shift: number): number {
  const h = (atom + reading) | 0;
  return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> shift;
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
  const x = new Float32Array(DENSE);
  const { weights, step, dense } = model;
  const shift = bucketShift(weights.length);
  const atoms = new Int32Array(ATOMS);
  const pairAtoms = new Int32Array(PAIR_ATOMS);
  for (let site = 0; site < siteCount; site++) {
    describer.describe(site, findings.draft);
    for (let k = 0; k < ATOMS; k++) atoms[k] = Math.imul(describer.atoms[k], ATOM_FACTOR);
    for (let k = 0; k < PAIR_ATOMS; k++) pairAtoms[k] = Math.imul(describer.pairAtoms[k], ATOM_FACTOR);
    const form = formHash(lattice, lens, symbols, site);
    const kept = sumOfWeights(weights, atoms, form, shift);
    siteFeatures(lattice, findings, site, x);
    for (let c = first[site]; c < first[site + 1]; c++) {
      const reading = phraseHash(lattice, symbols, original[c]);
      const own = sumOfWeights(weights, atoms, reading, shift);
      const together = sumOfWeights(weights, pairAtoms, pairHash(form, reading), shift);
      candidateFeatures(lattice, findings, site, c, x);
      let score = (own + together - kept) * step;
      for (let k = 0; k < DENSE; k++) score += dense[k] * x[k];
      odds[c] = score;
    }
  }
  return odds;
}

/** The sum of a reading's weights. @param atoms multiplied by their factor */
function sumOfWeights(weights: RankerModel["weights"], atoms: Int32Array, reading: number, shift: number): number {
  const half = Math.imul(reading, READING_FACTOR);
  let sum = 0;
  for (let k = 0; k < atoms.length; k++) sum += weights[bucketOfHalves(atoms[k], half, shift)];
  return sum;
}
