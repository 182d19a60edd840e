import type { Lattice } from "../lattice.js";
import { featureLens, type Symbols } from "./feature-lens.js";
import { ATOMS, formHash, PAIR_ATOMS, pairHash, phraseHash, SiteDescriber } from "./features.js";
import type { RankerModel } from "./ranker.js";
import type { Reading } from "./reading.js";
import type { Lens } from "./window.js";

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

/** Crosses what stands around a site with what may stand there: looks the weights of the hashed features up. */
export class Crosser {
  readonly #model: RankerModel;
  readonly #symbols: Symbols;
  readonly #lattice: Lattice;
  readonly #lens: Lens;
  readonly #describer: SiteDescriber;
  readonly #shift: number;
  readonly #atoms = new Int32Array(ATOMS);
  readonly #pairAtoms = new Int32Array(PAIR_ATOMS);

  constructor(model: RankerModel, symbols: Symbols, lattice: Lattice) {
    this.#model = model;
    this.#symbols = symbols;
    this.#lattice = lattice;
    this.#lens = featureLens(symbols, lattice.scan);
    this.#describer = new SiteDescriber(lattice, symbols, this.#lens);
    this.#shift = bucketShift(model.weights.length);
  }

  /** Reads what stands around a site. @returns which tokens that are */
  read(site: number, draft: Reading): { readonly start: number; readonly end: number } {
    return this.#describer.read(site, draft);
  }

  /** Adds up the weights for every candidate of the site that was read. @param sums by candidate, filled in here */
  cross(site: number, sums: Float32Array): void {
    const { weights } = this.#model;
    const { first, original } = this.#lattice;
    const shift = this.#shift;
    const atoms = this.#atoms;
    const pairAtoms = this.#pairAtoms;
    this.#describer.describe(site);
    for (let k = 0; k < ATOMS; k++) atoms[k] = Math.imul(this.#describer.atoms[k], ATOM_FACTOR);
    for (let k = 0; k < PAIR_ATOMS; k++) pairAtoms[k] = Math.imul(this.#describer.pairAtoms[k], ATOM_FACTOR);
    const form = formHash(this.#lattice, this.#lens, this.#symbols, site);
    const kept = sumOfWeights(weights, atoms, form, shift);
    for (let c = first[site]; c < first[site + 1]; c++) {
      const reading = phraseHash(this.#lattice, this.#symbols, original[c]);
      const own = sumOfWeights(weights, atoms, reading, shift);
      sums[c] = own + sumOfWeights(weights, pairAtoms, pairHash(form, reading), shift) - kept;
    }
  }
}

/** The sum of a reading's weights. @param atoms multiplied by their factor */
function sumOfWeights(weights: RankerModel["weights"], atoms: Int32Array, reading: number, shift: number): number {
  const half = Math.imul(reading, READING_FACTOR);
  let sum = 0;
  for (let k = 0; k < atoms.length; k++) sum += weights[bucketOfHalves(atoms[k], half, shift)];
  return sum;
}
