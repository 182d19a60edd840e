import { bucketOf, bucketShift } from "../../src/context/crosser.js";
import { DENSE, denseFeatures } from "../../src/context/dense.js";
import { featureLens, type Symbols } from "../../src/context/feature-lens.js";
import { ATOMS, formHash, PAIR_ATOMS, pairHash, phraseHash, SiteDescriber } from "../../src/context/features.js";
import type { RankerModel } from "../../src/context/ranker.js";
import { rateClassOf } from "../../src/decision/rate-class.js";
import { seededRandom } from "../simulate/random.js";
import { type Example, KEPT, UNKNOWN } from "./examples.js";

/** Learning rate and the first sum of squares of AdaGrad (Duchi, Hazan, Singer 2011). */
const HASHED = { rate: 0.08, start: 1 };
const NUMBERS = { rate: 0.05, start: 100 };
/** Gradients smaller than this are not worth a step. */
const LEAST_GRADIENT = 0.002;
/** Share of a group's hashed features that are left out, so that no few of them carry a decision alone (Srivastava et al. 2014). */
const DROPPED = 0.3;
const MOST_SITES = 6;
const MOST_CANDIDATES = 160;
const WIDTH = ATOMS + PAIR_ATOMS;

/**
 * Learns the ranker by stochastic gradient descent on the log-likelihood of the truth: the form as it stands against all
 * candidates of its site, and where a swap is known, of the sites that overlap it. The spin rate is in the softmax, so
 * the weights learn what it does not say.
 */
export class RankerTrainer {
  readonly #weights: Float32Array;
  readonly #squares: Float32Array;
  readonly #dense = new Float32Array(DENSE);
  readonly #denseSquares = new Float32Array(DENSE).fill(NUMBERS.start);
  readonly #symbols: Symbols;
  readonly #shift: number;
  readonly #keptBuckets = new Int32Array(MOST_SITES * ATOMS);
  readonly #buckets = new Int32Array(MOST_CANDIDATES * WIDTH);
  readonly #numbers = new Float32Array(MOST_CANDIDATES * DENSE);
  readonly #scores = new Float64Array(MOST_CANDIDATES);
  readonly #siteOf = new Int32Array(MOST_CANDIDATES);
  readonly #scratch = new Float32Array(DENSE);
  readonly #random = seededRandom("dropped features");
  /** By hashed feature: what it counts for in this group, 0 if it is left out. */
  readonly #mask = new Float32Array(WIDTH);
  /** Sum of the losses, in nats, and how many groups they were of, since the last `takeLoss`. */
  #loss = 0;
  #groups = 0;

  constructor(symbols: Symbols, bits: number) {
    this.#symbols = symbols;
    this.#weights = new Float32Array(1 << bits);
    this.#squares = new Float32Array(1 << bits).fill(HASHED.start);
    this.#shift = bucketShift(1 << bits);
    // Where the first odds begin: half the fluency of the draft, the channel.
    this.#dense[2] = 0.55;
    this.#dense[3] = 1;
    this.#dense[0] = -0.5;
  }

  /** The model as it is now; its arrays go on learning. */
  get model(): RankerModel {
    return { weights: this.#weights, step: 1, dense: this.#dense };
  }

  /** Mean loss since the last call, in nats a group. */
  takeLoss(): number {
    const mean = this.#loss / Math.max(1, this.#groups);
    this.#loss = 0;
    this.#groups = 0;
    return mean;
  }

  learn(example: Example): void {
    const { lattice, truth } = example;
    const describer = new SiteDescriber(lattice, this.#symbols, featureLens(this.#symbols, lattice.scan));
    const lens = featureLens(this.#symbols, lattice.scan);
    for (let site = 0; site < lattice.siteCount; site++) {
      if (truth[site] === UNKNOWN) continue;
      const group = truth[site] === KEPT ? [site] : [site, ...rivals(example, site)].slice(0, MOST_SITES);
      this.#drop();
      let candidates = 0;
      group.forEach((member, index) => {
        candidates = this.#score(example, describer, lens, member, index, candidates);
      });
      this.#update(example, site, group.length, candidates);
    }
  }

  #drop(): void {
    for (let k = 0; k < WIDTH; k++) this.#mask[k] = this.#random() < DROPPED ? 0 : 1 / (1 - DROPPED);
  }

  /** Scores a site's candidates; gives how many the group has with them. */
  #score(
    example: Example,
    describer: SiteDescriber,
    lens: ReturnType<typeof featureLens>,
    site: number,
    index: number,
    candidates: number,
  ): number {
    const { lattice, findings, rates } = example;
    const weights = this.#weights;
    const { atoms, pairAtoms } = describer;
    describer.read(site, findings.draft);
    describer.describe(site);
    const form = formHash(lattice, lens, this.#symbols, site);
    let kept = 0;
    for (let k = 0; k < ATOMS; k++) {
      const bucket = bucketOf(atoms[k], form, this.#shift);
      this.#keptBuckets[index * ATOMS + k] = bucket;
      kept += weights[bucket] * this.#mask[k];
    }
    const r = rates[rateClassOf(lattice.scan, lattice.from[site])];
    const prior = Math.log(r) - (lattice.swappable[lattice.from[site]] === 1 ? Math.log(1 - r) : 0);
    let n = candidates;
    for (let c = lattice.first[site]; c < lattice.first[site + 1] && n < MOST_CANDIDATES; c++, n++) {
      const reading = phraseHash(lattice, this.#symbols, lattice.original[c]);
      const pair = pairHash(form, reading);
      let score = prior - kept;
      for (let k = 0; k < ATOMS; k++) {
        const bucket = bucketOf(atoms[k], reading, this.#shift);
        this.#buckets[n * WIDTH + k] = bucket;
        score += weights[bucket] * this.#mask[k];
      }
      for (let k = 0; k < PAIR_ATOMS; k++) {
        const bucket = bucketOf(pairAtoms[k], pair, this.#shift);
        this.#buckets[n * WIDTH + ATOMS + k] = bucket;
        score += weights[bucket] * this.#mask[ATOMS + k];
      }
      denseFeatures(lattice, findings, site, c, this.#scratch);
      this.#numbers.set(this.#scratch, n * DENSE);
      for (let k = 0; k < DENSE; k++) score += this.#dense[k] * this.#scratch[k];
      this.#scores[n] = score;
      this.#siteOf[n] = index;
    }
    return n;
  }

  /** One step: the first site's truth against everything scored. */
  #update(example: Example, site: number, sites: number, candidates: number): void {
    const { lattice, truth } = example;
    const right = truth[site] === KEPT ? -1 : truth[site] - lattice.first[site];
    let most = 0;
    for (let n = 0; n < candidates; n++) most = Math.max(most, this.#scores[n]);
    let sum = Math.exp(-most);
    for (let n = 0; n < candidates; n++) sum += Math.exp(this.#scores[n] - most);
    const log = Math.log(sum) + most;
    this.#loss += log - (right < 0 ? 0 : this.#scores[right]);
    this.#groups++;
    const kept = new Float64Array(sites);
    for (let n = 0; n < candidates; n++) {
      const gradient = Math.exp(this.#scores[n] - log) - (n === right ? 1 : 0);
      kept[this.#siteOf[n]] -= gradient;
      if (Math.abs(gradient) < LEAST_GRADIENT) continue;
      this.#descend(this.#buckets, n * WIDTH, WIDTH, gradient);
      for (let k = 0; k < DENSE; k++) {
        const g = gradient * this.#numbers[n * DENSE + k];
        if (g === 0) continue;
        this.#denseSquares[k] += g * g;
        this.#dense[k] -= (NUMBERS.rate * g) / Math.sqrt(this.#denseSquares[k]);
      }
    }
    for (let index = 0; index < sites; index++) {
      if (Math.abs(kept[index]) >= LEAST_GRADIENT) this.#descend(this.#keptBuckets, index * ATOMS, ATOMS, kept[index]);
    }
  }

  #descend(buckets: Int32Array, start: number, length: number, gradient: number): void {
    for (let k = 0; k < length; k++) {
      const slope = gradient * this.#mask[k];
      if (slope === 0) continue;
      const bucket = buckets[start + k];
      this.#squares[bucket] += slope * slope;
      this.#weights[bucket] -= (HASHED.rate * slope) / Math.sqrt(this.#squares[bucket]);
    }
  }
}

/** The sites that overlap a swapped one. */
function rivals(example: Example, site: number): number[] {
  const { from, to, siteCount } = example.lattice;
  const found: number[] = [];
  for (let other = site - 1; other >= 0 && from[other] > from[site] - 8; other--) {
    if (to[other] > from[site]) found.push(other);
  }
  for (let other = site + 1; other < siteCount && from[other] < to[site]; other++) found.push(other);
  return found;
}
