import { assembleModel, type BackoffModel, KEY_BASE, type NgramList } from "./backoff-model.js";
import type { CorpusCounts, Counts } from "./count.js";

/** How counts become probabilities. */
export interface DiscountOptions {
  /** Kneser-Ney's lower order: how many different words stand before a bigram instead of how often it stands. */
  readonly continuation: boolean;
  /** N-grams seen less often than this leave their mass to the back-off. */
  readonly leastBigram: number;
  readonly leastTrigram: number;
}

/**
 * Modified Kneser-Ney smoothing (Chen and Goodman 1999): interpolated absolute discounting with three discounts. The
 * discount depends on how often an n-gram was seen, and takes the same part of its weight.
 */
export function estimateModel(counts: CorpusCounts, options: DiscountOptions): BackoffModel {
  const total = counts.unigrams.reduce((sum, weight) => sum + weight, 0);
  const unigram = counts.unigrams.map((weight) => weight / total);
  const bigramCounts = options.continuation ? continuationCounts(counts) : counts.bigrams;
  const bigrams = estimateOrder(bigramCounts, (key) => unigram[key % KEY_BASE]);
  const trigrams = estimateOrder(counts.trigrams, lowerProbability(bigrams));
  return assembleModel(
    unigram,
    keepSeen(bigrams, counts.bigrams.sightings, options.leastBigram),
    keepSeen(trigrams, counts.trigrams.sightings, options.leastTrigram),
  );
}

function keepSeen({ keys, probabilities }: NgramList, sightings: Uint32Array, least: number): NgramList {
  return {
    keys: keys.filter((_, i) => sightings[i] >= least),
    probabilities: probabilities.filter((_, i) => sightings[i] >= least),
  };
}

/** The bigrams' counts, each sighting replaced by a different word before it. Those that begin a sentence stay. */
function continuationCounts(counts: CorpusCounts): Counts {
  const { keys } = counts.bigrams;
  const sightings = new Uint32Array(keys.length);
  const weights = new Float64Array(keys.length);
  const rowOf = rowIndex(keys);
  counts.trigrams.keys.forEach((key, i) => {
    const row = rowOf(key % (KEY_BASE * KEY_BASE));
    sightings[row]++;
    weights[row] += counts.trigrams.weights[i] / counts.trigrams.sightings[i];
  });
  for (let i = 0; i < keys.length; i++) {
    if (sightings[i] > 0) continue;
    sightings[i] = counts.bigrams.sightings[i];
    weights[i] = counts.bigrams.weights[i];
  }
  return { keys, sightings, weights };
}

/** Finds the row of a bigram in ascending keys, by its history's rows. */
function rowIndex(keys: Float64Array): (key: number) => number {
  const start = new Uint32Array(KEY_BASE + 1);
  for (const key of keys) start[Math.floor(key / KEY_BASE) + 1]++;
  for (let h = 0; h < KEY_BASE; h++) start[h + 1] += start[h];
  return (key) => {
    const h = Math.floor(key / KEY_BASE);
    let low = start[h];
    let high = start[h + 1] - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (keys[middle] < key) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** P(w | h) for the key of a trigram. Its last two words are always among the bigrams. */
function lowerProbability(bigrams: NgramList): (key: number) => number {
  const rowOf = rowIndex(bigrams.keys);
  return (key) => bigrams.probabilities[rowOf(key % (KEY_BASE * KEY_BASE))];
}

/** What each of the counts one, two and three or more loses, from the counts of counts. */
function discounts(sightings: Uint32Array): readonly number[] {
  const seen = [0, 0, 0, 0, 0];
  for (const count of sightings) if (count <= 4) seen[count]++;
  const [, n1, n2, n3, n4] = seen;
  // A tiny or odd corpus has no such counts of counts: half a count is a fair discount for any.
  if (n1 === 0 || n2 === 0 || n3 === 0 || n4 === 0) return [0, 0.5, 0.5, 0.5];
  const y = n1 / (n1 + 2 * n2);
  const bounded = (count: number, value: number): number => Math.min(Math.max(value, 0.1), count * 0.95);
  return [0, bounded(1, 1 - (2 * y * n2) / n1), bounded(2, 2 - (3 * y * n3) / n2), bounded(3, 3 - (4 * y * n4) / n3)];
}

function estimateOrder(counts: Counts, lower: (key: number) => number): NgramList {
  const { keys, sightings, weights } = counts;
  const taken = discounts(sightings);
  const probabilities = new Float64Array(keys.length);
  for (let from = 0; from < keys.length; ) {
    const history = Math.floor(keys[from] / KEY_BASE);
    let to = from;
    let total = 0;
    let freed = 0;
    for (; to < keys.length && Math.floor(keys[to] / KEY_BASE) === history; to++) {
      total += weights[to];
      freed += (weights[to] * taken[Math.min(sightings[to], 3)]) / sightings[to];
    }
    for (let i = from; i < to; i++) {
      const own = weights[i] * (1 - taken[Math.min(sightings[i], 3)] / sightings[i]);
      probabilities[i] = (own + freed * lower(keys[i])) / total;
    }
    from = to;
  }
  return { keys, probabilities };
}
