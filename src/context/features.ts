import type { Lattice } from "../lattice.js";
import { Region } from "../text/region.js";
import type { Symbols } from "./feature-lens.js";
import type { Reading } from "./reading.js";
import { ContextWindow, type Lens, NO_CONTEXT } from "./window.js";

/** How many words to each side the ranker looks at. */
const DEPTH = 4;
/** How many hashed features a site has for each of its readings. */
export const ATOMS = 27;
/** How many more a candidate has together with the form that stands there. */
export const PAIR_ATOMS = 3;

/** One hash of a template's number and its value. */
function atom(template: number, value: number): number {
  return Math.imul(Math.imul(template + 1, 0x01000193) ^ value, 0x9e3779b1) ^ (value >>> 16);
}

function both(a: number, b: number): number {
  return Math.imul(a, 0x85ebca6b) ^ (Math.imul(b, 0xc2b2ae35) + 0x27d4eb2f);
}

/**
 * Describes sites by what stands around them: words at a distance of up to four, read through the draft; their
 * distributional classes, one by one and in twos and threes; the neighbours as they stand; letter case, region and
 * punctuation. Each is one hash, an *atom*; the ranker crosses atoms with what may stand at the site.
 */
export class SiteDescriber {
  /** The atoms of the site described last. */
  readonly atoms = new Int32Array(ATOMS);
  /** What candidates are crossed with together with the form. */
  readonly pairAtoms = new Int32Array(PAIR_ATOMS);
  readonly #lattice: Lattice;
  readonly #symbols: Symbols;
  readonly #lens: Lens;
  readonly #window: ContextWindow;

  constructor(lattice: Lattice, symbols: Symbols, lens: Lens) {
    this.#lattice = lattice;
    this.#symbols = symbols;
    this.#lens = lens;
    this.#window = new ContextWindow(lattice, lens, DEPTH);
  }

  /** Reads what stands around a site. @returns the window: which tokens it looked at */
  read(site: number, reading: Reading): ContextWindow {
    this.#window.read(this.#lattice.from[site], this.#lattice.to[site], reading);
    return this.#window;
  }

  /** Fills `atoms` and `pairAtoms` for the site that was read. */
  describe(site: number): void {
    const { atoms, pairAtoms } = this;
    const { hash, fine, coarse } = this.#symbols;
    const from = this.#lattice.from[site];
    const to = this.#lattice.to[site];
    const wall = this.#lens.start;
    const { left, right } = this.#window;
    for (let k = 0; k < DEPTH; k++) {
      if (left[k] === NO_CONTEXT) left[k] = wall;
      if (right[k] === NO_CONTEXT) right[k] = wall;
    }
    // Not destructured: that would call the arrays' iterators.
    const l1 = left[0];
    const l2 = left[1];
    const l3 = left[2];
    const r1 = right[0];
    const r2 = right[1];
    const r3 = right[2];
    let n = 0;
    atoms[n++] = atom(0, 0);
    for (let k = 0; k < DEPTH; k++) {
      atoms[n++] = atom(1 + 2 * k, hash[left[k]]);
      atoms[n++] = atom(2 + 2 * k, hash[right[k]]);
    }
    const before = from > 0 ? this.#lens.tokens[from - 1] : wall;
    const after = to < this.#lens.tokens.length ? this.#lens.tokens[to] : wall;
    atoms[n++] = atom(9, before === l1 ? 0 : hash[before]);
    atoms[n++] = atom(10, after === r1 ? 0 : hash[after]);
    atoms[n++] = atom(11, fine[l1]);
    atoms[n++] = atom(12, fine[r1]);
    atoms[n++] = atom(13, fine[l2]);
    atoms[n++] = atom(14, fine[r2]);
    atoms[n++] = atom(15, (fine[l1] << 8) | fine[r1]);
    atoms[n++] = atom(16, (fine[l2] << 8) | fine[l1]);
    atoms[n++] = atom(17, (fine[r1] << 8) | fine[r2]);
    atoms[n++] = atom(18, (coarse[l2] << 12) | (coarse[l1] << 6) | coarse[r1]);
    atoms[n++] = atom(19, (coarse[l1] << 12) | (coarse[r1] << 6) | coarse[r2]);
    atoms[n++] = atom(20, (coarse[l3] << 12) | (coarse[l2] << 6) | coarse[l1]);
    atoms[n++] = atom(21, (coarse[r1] << 12) | (coarse[r2] << 6) | coarse[r3]);
    atoms[n++] = atom(22, both(hash[l1], coarse[r1]));
    atoms[n++] = atom(23, both(hash[r1], coarse[l1]));
    atoms[n++] = atom(24, this.#shape(from, to));
    atoms[n++] = atom(25, (this.#caseAt(from - 1) << 3) | this.#caseAt(to));
    const size = this.#symbols.vocabularySize;
    atoms[n++] = atom(26, both(l1 < size ? 0 : hash[l1], r1 < size ? 0 : hash[r1]));
    pairAtoms[0] = atom(30, 0);
    pairAtoms[1] = atom(31, coarse[l1]);
    pairAtoms[2] = atom(32, coarse[r1]);
  }

  /** Letter case, region, and whether the site begins its sentence. */
  #shape(from: number, to: number): number {
    const { scan } = this.#lattice;
    const quoted = scan.region[from] === Region.Quotation ? 1 : 0;
    return (scan.letterCase[from] << 4) | (quoted << 3) | (scan.sentenceStart[from] << 2) | Math.min(3, to - from);
  }

  #caseAt(token: number): number {
    const { scan } = this.#lattice;
    return token >= 0 && token < scan.count ? scan.letterCase[token] : 5;
  }
}

/** The hash of what stands in a span of tokens as it is. */
export function formHash(lattice: Lattice, lens: Lens, symbols: Symbols, site: number): number {
  let h = 0;
  for (let i = lattice.from[site]; i < lattice.to[site]; i++) h = both(h, symbols.hash[lens.tokens[i]]);
  return h;
}

/** The hash of a phrase. */
export function phraseHash(lattice: Lattice, symbols: Symbols, phrase: number): number {
  const { offsets, words } = lattice.phrases;
  let h = 0;
  for (let at = offsets[phrase]; at < offsets[phrase + 1]; at++) h = both(h, symbols.hash[words[at]]);
  return h;
}

/** The hash of a form and an original together. */
export function pairHash(form: number, original: number): number {
  return both(form ^ 0x5bd1e995, original);
}
