/** A score by which documents are ranked: first by the one number, where that is equal by the other. */
export type RankedScore = readonly [first: number, second: number];

function compare(a: RankedScore, b: RankedScore): number {
  return a[0] - b[0] || a[1] - b[1];
}

/**
 * The area under the receiver operating characteristic: the probability that a random positive scores higher than a
 * random negative, ties counted half (Mann, Whitney 1947). 0 to 1; NaN if one side is empty.
 */
export function areaUnderCurve(positives: readonly RankedScore[], negatives: readonly RankedScore[]): number {
  const sorted = [...negatives].sort(compare);
  let sum = 0;
  for (const score of positives) sum += (below(sorted, score, false) + below(sorted, score, true)) / 2;
  return sum / (positives.length * negatives.length);
}

/** How many of the sorted scores are lower than this one, or with `equal` not higher. */
function below(sorted: readonly RankedScore[], score: RankedScore, equal: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = compare(sorted[middle], score);
    if (order < 0 || (equal && order === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The share of positives that score higher than all but this share of the negatives, 0 to 1. With fewer than
 * 1 / `falseAlarms` negatives not one of them may score as high.
 */
export function foundAt(
  positives: readonly RankedScore[],
  negatives: readonly RankedScore[],
  falseAlarms: number,
): number {
  const falling = [...negatives].sort((a, b) => compare(b, a));
  const limit = falling[Math.floor(falseAlarms * falling.length)];
  return positives.filter((score) => compare(score, limit) > 0).length / positives.length;
}
