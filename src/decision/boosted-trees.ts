import { onceFor } from "../deferred.js";

/** Every tree asks so many questions, the same ones on every way down. */
export const TREE_DEPTH = 5;
/** Leaves of a tree. */
export const TREE_LEAVES = 1 << TREE_DEPTH;

/**
 * Gradient-boosted trees (Friedman 2001) that are oblivious: all nodes of one depth ask the same question, so that a tree
 * is a list of questions and a table of answers (Prokhorenkova et al. 2018). Their sum is a log-odds.
 */
export interface BoostedTrees {
  /** What the sum begins with. */
  readonly bias: number;
  /** By question: the feature that it is about, and whether that is more than this. `TREE_DEPTH` questions a tree. */
  readonly feature: Uint8Array;
  readonly threshold: Float32Array;
  /** By tree and answers: what the tree adds. */
  readonly leaf: Float32Array;
}

const LEVEL_BITS = 16;
const LEVEL = (1 << LEVEL_BITS) - 1;

/** The log-odds that trees give for a row of features. */
export function sumOfTrees(trees: BoostedTrees, row: ArrayLike<number>): number {
  return treeSumOf(trees).of(row);
}

/** What adds trees up; set up when it is first asked for. */
export const treeSumOf = onceFor((trees: BoostedTrees) => new TreeSum(trees));

/**
 * Adds trees up. Every value is looked up once among all thresholds of its feature; a question then is a subtraction of two
 * small whole numbers, whose sign is the answer. Comparisons would be jumps that no processor foresees.
 */
export class TreeSum {
  readonly #trees: BoostedTrees;
  /** All thresholds, by feature and rising: those of feature `f` are `cuts[first[f] .. first[f + 1])`. */
  readonly #cuts: Float32Array;
  readonly #first: Int32Array;
  /** By question: its feature, and behind it in `LEVEL_BITS` how many thresholds of the feature are not above its own. */
  readonly #questions: Int32Array;
  /** By feature: how many of its thresholds the value is above. */
  readonly #above: Int32Array;

  constructor(trees: BoostedTrees) {
    this.#trees = trees;
    const features = trees.feature.reduce((most, feature) => Math.max(most, feature + 1), 0);
    const cuts: number[] = [];
    this.#first = new Int32Array(features + 1);
    this.#questions = new Int32Array(trees.feature.length);
    for (let feature = 0; feature < features; feature++) {
      const own = new Float32Array(new Set(trees.threshold.filter((_, at) => trees.feature[at] === feature))).sort();
      own.forEach((cut, index) => {
        trees.feature.forEach((about, at) => {
          if (about !== feature || trees.threshold[at] !== cut) return;
          this.#questions[at] = (feature << LEVEL_BITS) | (index + 1);
        });
      });
      cuts.push(...own);
      this.#first[feature + 1] = cuts.length;
    }
    this.#cuts = new Float32Array(cuts);
    this.#above = new Int32Array(features);
  }

  /** The log-odds for a row of features. */
  of(row: ArrayLike<number>): number {
    const { bias, leaf } = this.#trees;
    const above = this.#above;
    const questions = this.#questions;
    const cuts = this.#cuts;
    const first = this.#first;
    for (let f = 0; f < above.length; f++) above[f] = countBelow(cuts, row[f], first[f], first[f + 1]);
    let sum = bias;
    let tree = 0;
    for (let at = 0; at + 4 < questions.length; at += TREE_DEPTH, tree += TREE_LEAVES) {
      const a = questions[at];
      const b = questions[at + 1];
      const c = questions[at + 2];
      const d = questions[at + 3];
      const e = questions[at + 4];
      // A question's sign bit, which goes to the place of its answer.
      const answers =
        (((a & LEVEL) - 1 - above[a >> LEVEL_BITS]) >>> 31) |
        ((((b & LEVEL) - 1 - above[b >> LEVEL_BITS]) >>> 30) & 2) |
        ((((c & LEVEL) - 1 - above[c >> LEVEL_BITS]) >>> 29) & 4) |
        ((((d & LEVEL) - 1 - above[d >> LEVEL_BITS]) >>> 28) & 8) |
        ((((e & LEVEL) - 1 - above[e >> LEVEL_BITS]) >>> 27) & 16);
      sum += leaf[tree + answers];
    }
    return sum;
  }
}

/** How many of the rising numbers `cuts[start .. end)` a value is above. */
export function countBelow(cuts: ArrayLike<number>, value: number, start: number, end: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value > cuts[middle]) low = middle + 1;
    else high = middle;
  }
  return low - start;
}
