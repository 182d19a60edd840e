/** Fits a logistic regression without regularisation by Newton's method; `rows[i][0]` should be 1 for an intercept. */
export function fitLogistic(rows: readonly (readonly number[])[], truth: readonly boolean[]): number[] {
  const size = rows[0]?.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let iteration = 0; iteration < 25; iteration++) {
    const gradient = new Array<number>(size).fill(0);
    const hessian = Array.from({ length: size }, (_, k) => new Array<number>(size).fill(0).fill(1e-6, k, k + 1));
    rows.forEach((row, i) => {
      const p = predict(weights, row);
      const slope = Math.max(1e-9, p * (1 - p));
      for (let a = 0; a < size; a++) {
        gradient[a] += row[a] * ((truth[i] ? 1 : 0) - p);
        for (let b = 0; b < size; b++) hessian[a][b] += slope * row[a] * row[b];
      }
    });
    const stride = solve(hessian, gradient);
    weights = weights.map((weight, k) => weight + stride[k]);
    if (stride.every((value) => Math.abs(value) < 1e-7)) break;
  }
  return weights;
}

/** The probability that a fitted regression gives a row. */
function predict(weights: readonly number[], row: readonly number[]): number {
  return 1 / (1 + Math.exp(-row.reduce((sum, value, k) => sum + value * weights[k], 0)));
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, k) => [...row, right[k]]);
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let k = column + 1; k < size; k++) if (Math.abs(rows[k][column]) > Math.abs(rows[pivot][column])) pivot = k;
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    for (let k = column + 1; k < size; k++) {
      const factor = rows[k][column] / rows[column][column];
      for (let j = column; j <= size; j++) rows[k][j] -= factor * rows[column][j];
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let k = size - 1; k >= 0; k--) {
    let sum = rows[k][size];
    for (let j = k + 1; j < size; j++) sum -= rows[k][j] * solution[j];
    solution[k] = sum / rows[k][k];
  }
  return solution;
}
