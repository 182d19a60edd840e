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

/** The log-odds that trees give for a row of features. */
export function sumOfTrees({ bias, feature, threshold, leaf }: BoostedTrees, row: ArrayLike<number>): number {
  let sum = bias;
  for (let question = 0, tree = 0; question < feature.length; tree += TREE_LEAVES) {
    let answers = 0;
    for (let depth = 0; depth < TREE_DEPTH; depth++, question++) {
      if (row[feature[question]] > threshold[question]) answers |= 1 << depth;
    }
    sum += leaf[tree + answers];
  }
  return sum;
}
