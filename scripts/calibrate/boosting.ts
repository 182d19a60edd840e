import { type BoostedTrees, countBelow, TREE_DEPTH, TREE_LEAVES } from "../../src/decision/boosted-trees.js";
import { seededRandom } from "../simulate/random.js";

/** Rows of features, one column after the other, and what is true of each row. */
export interface Table {
  readonly rows: number;
  readonly columns: readonly Float32Array[];
  /** By row: 1 or 0. */
  readonly truth: Uint8Array;
}

/** No trees at all: for what has to run before they are fitted. */
export const UNFITTED: BoostedTrees = {
  bias: 0,
  feature: new Uint8Array(),
  threshold: new Float32Array(),
  leaf: new Float32Array(),
};

const TREES = 240;
const LEARNING_RATE = 0.1;
/** Questions are "more than which of so many quantiles". */
const BINS = 64;
/** Each tree sees these shares of the rows and of the features. */
const ROWS = 0.4;
const FEATURES = 0.7;
/** Ridge on the leaves, in rows of even odds. */
const RIDGE = 10;

/** A column cut at quantiles: the bins of its values, and the values between the bins. */
interface Binned {
  readonly bins: Uint8Array;
  readonly cuts: Float32Array;
}

/** Fits boosted oblivious trees to the logistic loss by Newton steps (Friedman 2001; Chen and Guestrin 2016). */
export function fitTrees(table: Table): BoostedTrees {
  const { rows, truth } = table;
  const binned = table.columns.map(binColumn);
  const random = seededRandom("rows and features of trees");
  const share = truth.reduce((sum, value) => sum + value, 0) / rows;
  const bias = Math.log(share / (1 - share));
  const score = new Float32Array(rows).fill(bias);
  const gradient = new Float32Array(rows);
  const curvature = new Float32Array(rows);
  const feature: number[] = [];
  const threshold: number[] = [];
  const leaf: number[] = [];
  for (let tree = 0; tree < TREES; tree++) {
    for (let row = 0; row < rows; row++) {
      const p = 1 / (1 + Math.exp(-score[row]));
      gradient[row] = truth[row] - p;
      curvature[row] = p * (1 - p);
    }
    const sample = Int32Array.from(someOf(rows, ROWS, random));
    const grown = growTree(binned, sample, someOf(binned.length, FEATURES, random), gradient, curvature);
    const answers = answersOf(binned, grown, rows);
    const values = leafValues(answers, sample, gradient, curvature);
    for (let row = 0; row < rows; row++) score[row] += values[answers[row]];
    for (const question of grown) {
      feature.push(question.feature);
      threshold.push(binned[question.feature].cuts[question.bin]);
    }
    leaf.push(...values);
  }
  return {
    bias,
    feature: Uint8Array.from(feature),
    threshold: Float32Array.from(threshold),
    leaf: Float32Array.from(leaf),
  };
}

/** Whether a feature's bin is higher than this one. */
interface Question {
  readonly feature: number;
  readonly bin: number;
}

/** Asks, depth by depth, the question that explains most over all leaves together. */
function growTree(
  binned: readonly Binned[],
  sample: Int32Array,
  features: readonly number[],
  gradient: Float32Array,
  curvature: Float32Array,
): Question[] {
  const questions: Question[] = [];
  const leafOf = new Uint8Array(sample.length);
  const g = new Float64Array(TREE_LEAVES * BINS);
  const h = new Float64Array(TREE_LEAVES * BINS);
  for (let depth = 0; depth < TREE_DEPTH; depth++) {
    let best: Question = { feature: features[0], bin: 0 };
    let most = Number.NEGATIVE_INFINITY;
    for (const feature of features) {
      const { bins, cuts } = binned[feature];
      g.fill(0);
      h.fill(0);
      for (let i = 0; i < sample.length; i++) {
        const at = leafOf[i] * BINS + bins[sample[i]];
        g[at] += gradient[sample[i]];
        h[at] += curvature[sample[i]];
      }
      const gains = gainsOf(g, h, 1 << depth);
      for (let bin = 0; bin < cuts.length; bin++) {
        if (gains[bin] > most) {
          most = gains[bin];
          best = { feature, bin };
        }
      }
    }
    questions.push(best);
    const { bins } = binned[best.feature];
    for (let i = 0; i < sample.length; i++) if (bins[sample[i]] > best.bin) leafOf[i] |= 1 << depth;
  }
  return questions;
}

/** By bin: what is gained by asking for more than it in all leaves. */
function gainsOf(g: Float64Array, h: Float64Array, leaves: number): Float64Array {
  const gains = new Float64Array(BINS);
  for (let leaf = 0; leaf < leaves; leaf++) {
    let allG = 0;
    let allH = 0;
    for (let bin = 0; bin < BINS; bin++) {
      allG += g[leaf * BINS + bin];
      allH += h[leaf * BINS + bin];
    }
    let lowG = 0;
    let lowH = 0;
    for (let bin = 0; bin < BINS; bin++) {
      lowG += g[leaf * BINS + bin];
      lowH += h[leaf * BINS + bin];
      const highG = allG - lowG;
      gains[bin] += lowG ** 2 / (lowH + RIDGE) + highG ** 2 / (allH - lowH + RIDGE);
    }
  }
  return gains;
}

function answersOf(binned: readonly Binned[], questions: readonly Question[], rows: number): Uint8Array {
  const answers = new Uint8Array(rows);
  questions.forEach(({ feature, bin }, depth) => {
    const { bins } = binned[feature];
    for (let row = 0; row < rows; row++) if (bins[row] > bin) answers[row] |= 1 << depth;
  });
  return answers;
}

function leafValues(
  answers: Uint8Array,
  sample: Int32Array,
  gradient: Float32Array,
  curvature: Float32Array,
): number[] {
  const g = new Float64Array(TREE_LEAVES);
  const h = new Float64Array(TREE_LEAVES).fill(RIDGE);
  for (const row of sample) {
    g[answers[row]] += gradient[row];
    h[answers[row]] += curvature[row];
  }
  return Array.from(g, (sum, leaf) => (LEARNING_RATE * sum) / h[leaf]);
}

function binColumn(values: Float32Array): Binned {
  const sorted = values.slice().sort();
  const cuts: number[] = [];
  for (let bin = 1; bin < BINS; bin++) {
    const cut = sorted[Math.floor((bin * sorted.length) / BINS)];
    if (cut < sorted[sorted.length - 1] && cut !== cuts.at(-1)) cuts.push(cut);
  }
  const bins = Uint8Array.from(values, (value) => countBelow(cuts, value, 0, cuts.length));
  return { bins, cuts: Float32Array.from(cuts) };
}

function someOf(count: number, share: number, random: () => number): number[] {
  const all = Array.from({ length: count }, (_, index) => index);
  const some = all.filter(() => random() < share);
  return some.length > 0 ? some : all;
}
