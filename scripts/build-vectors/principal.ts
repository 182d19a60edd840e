/**
 * The principal directions of the rows of a matrix: eigenvectors of their covariance, by falling eigenvalue (cyclic
 * Jacobi; Golub and Van Loan, Matrix Computations, 8.5).
 */
export function principalDirections(rows: readonly Float64Array[], dimensions: number): Float64Array[] {
  const a = covariance(rows, dimensions);
  const vectors = Array.from({ length: dimensions }, (_, i) => {
    const unit = new Float64Array(dimensions);
    unit[i] = 1;
    return unit;
  });
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < dimensions; p++) for (let q = p + 1; q < dimensions; q++) rotate(a, vectors, p, q);
  }
  const order = Array.from({ length: dimensions }, (_, i) => i).sort((i, j) => a[j][j] - a[i][i]);
  return order.map((column) => Float64Array.from(vectors, (row) => row[column]));
}

function covariance(rows: readonly Float64Array[], dimensions: number): Float64Array[] {
  const matrix = Array.from({ length: dimensions }, () => new Float64Array(dimensions));
  for (const row of rows) {
    for (let i = 0; i < dimensions; i++) for (let j = 0; j < dimensions; j++) matrix[i][j] += row[i] * row[j];
  }
  for (const line of matrix) for (let j = 0; j < dimensions; j++) line[j] /= rows.length;
  return matrix;
}

/** One rotation, which sets a[p][q] to zero. */
function rotate(a: Float64Array[], vectors: Float64Array[], p: number, q: number): void {
  if (Math.abs(a[p][q]) < 1e-12) return;
  const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const [kp, kq] = [a[k][p], a[k][q]];
    a[k][p] = c * kp - s * kq;
    a[k][q] = s * kp + c * kq;
  }
  for (let k = 0; k < a.length; k++) {
    const [pk, qk] = [a[p][k], a[q][k]];
    a[p][k] = c * pk - s * qk;
    a[q][k] = s * pk + c * qk;
    const [vp, vq] = [vectors[k][p], vectors[k][q]];
    vectors[k][p] = c * vp - s * vq;
    vectors[k][q] = s * vp + c * vq;
  }
}
