import type { Random } from "../simulate/random.js";

/** Projects the rows of a matrix to `dimensions` random directions, which keeps their distances (Achlioptas 2003), and scales them to length 1. */
export function projectRows(matrix: Float32Array, rows: number, dimensions: number, random: Random): Float32Array {
  const columns = matrix.length / rows;
  const signs = new Float32Array(columns * dimensions);
  for (let i = 0; i < signs.length; i++) signs[i] = random() < 0.5 ? -1 : 1;
  const result = new Float32Array(rows * dimensions);
  for (let row = 0; row < rows; row++) {
    const out = result.subarray(row * dimensions, (row + 1) * dimensions);
    for (let column = 0; column < columns; column++) {
      const value = matrix[row * columns + column];
      if (value === 0) continue;
      const at = column * dimensions;
      for (let d = 0; d < dimensions; d++) out[d] += value * signs[at + d];
    }
    let norm = 1e-9;
    for (let d = 0; d < dimensions; d++) norm += out[d] * out[d];
    norm = Math.sqrt(norm);
    for (let d = 0; d < dimensions; d++) out[d] /= norm;
  }
  return result;
}

/** Spherical k-means (Dhillon and Modha 2001): the cluster of each row, 0 to `clusters - 1`. */
export function clusterRows(
  vectors: Float32Array,
  rows: number,
  clusters: number,
  weight: (row: number) => number,
  iterations: number,
  random: Random,
): Uint16Array {
  const dimensions = vectors.length / rows;
  const centres = new Float32Array(clusters * dimensions);
  const seeds = Math.min(rows, 6000);
  for (let k = 0; k < clusters; k++) {
    const row = Math.floor(random() * seeds);
    centres.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), k * dimensions);
  }
  const assigned = new Uint16Array(rows);
  for (let iteration = 0; iteration < iterations; iteration++) {
    for (let row = 0; row < rows; row++)
      assigned[row] = nearest(vectors, row * dimensions, centres, clusters, dimensions);
    centres.fill(0);
    for (let row = 0; row < rows; row++) {
      const w = weight(row);
      for (let d = 0; d < dimensions; d++) centres[assigned[row] * dimensions + d] += w * vectors[row * dimensions + d];
    }
    for (let k = 0; k < clusters; k++) normalise(centres.subarray(k * dimensions, (k + 1) * dimensions));
  }
  return assigned;
}

function nearest(
  vectors: Float32Array,
  at: number,
  centres: Float32Array,
  clusters: number,
  dimensions: number,
): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < clusters; k++) {
    let dot = 0;
    const centre = k * dimensions;
    for (let d = 0; d < dimensions; d++) dot += vectors[at + d] * centres[centre + d];
    if (dot > most) {
      most = dot;
      best = k;
    }
  }
  return best;
}

function normalise(vector: Float32Array): void {
  let norm = 0;
  for (const value of vector) norm += value * value;
  if (norm === 0) return;
  const scale = 1 / Math.sqrt(norm);
  for (let d = 0; d < vector.length; d++) vector[d] *= scale;
}
