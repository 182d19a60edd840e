import type { WordClasses } from "../../src/context/feature-lens.js";
import { scan } from "../../src/text/scan.js";
import type { Vocabulary } from "../../src/text/vocabulary.js";
import { seededRandom } from "../simulate/random.js";
import { clusterRows, projectRows } from "./random-projection.js";

/** How many words, by frequency, get a class. */
const WORDS = 24_000;
/** How many of the most frequent words are contexts. */
const CONTEXTS = 500;
const DIMENSIONS = 96;
/** Fine and coarse classes: the most frequent words are classes of their own, the rest are clustered. */
const FINE = { own: 60, clusters: 188 };
const COARSE = { own: 16, clusters: 40 };

/**
 * Clusters words by the frequent words that stand right before and behind them: positive pointwise mutual information
 * (Church and Hanks 1990), reduced by random projection, spherical k-means.
 */
export function learnClasses(vocabulary: Vocabulary, texts: Iterable<string>, firstWord: number): WordClasses {
  const size = Math.min(WORDS, vocabulary.size);
  const { matrix, frequency } = countNeighbours(vocabulary, texts, size);
  toMutualInformation(matrix, size);
  const random = seededRandom("word classes");
  const vectors = projectRows(matrix, size, DIMENSIONS, random);
  const weight = (row: number): number => Math.sqrt(frequency[row]);
  const order = Array.from(frequency.keys()).filter((id) => id >= firstWord);
  order.sort((a, b) => frequency[b] - frequency[a] || a - b);
  const learn = ({ own, clusters }: typeof FINE): Uint8Array => {
    const assigned = clusterRows(vectors, size, clusters, weight, 14, random);
    const classes = Uint8Array.from(assigned, (cluster, id) => (frequency[id] < 5 ? 0 : own + 1 + cluster));
    order.slice(0, own).forEach((id, index) => {
      classes[id] = index + 1;
    });
    return classes;
  };
  return { fine: learn(FINE), coarse: learn(COARSE) };
}

function countNeighbours(vocabulary: Vocabulary, texts: Iterable<string>, size: number) {
  const matrix = new Float32Array(size * 2 * CONTEXTS);
  const frequency = new Float64Array(size);
  for (const text of texts) {
    const { word, count } = scan(text, vocabulary);
    for (let i = 0; i < count; i++) {
      const id = word[i];
      if (id < 0 || id >= size) continue;
      frequency[id]++;
      const row = id * 2 * CONTEXTS;
      const before = i > 0 ? word[i - 1] : -1;
      const after = i + 1 < count ? word[i + 1] : -1;
      if (before >= 0 && before < CONTEXTS) matrix[row + before]++;
      if (after >= 0 && after < CONTEXTS) matrix[row + CONTEXTS + after]++;
    }
  }
  return { matrix, frequency };
}

function toMutualInformation(matrix: Float32Array, rows: number): void {
  const columns = matrix.length / rows;
  const rowSum = new Float64Array(rows);
  const columnSum = new Float64Array(columns);
  let total = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = matrix[row * columns + column];
      rowSum[row] += value;
      columnSum[column] += value;
      total += value;
    }
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      if (matrix[at] > 0) matrix[at] = Math.max(0, Math.log((matrix[at] * total) / (rowSum[row] * columnSum[column])));
    }
  }
}
