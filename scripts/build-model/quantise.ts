/** Rounds each logarithm to one of a few levels. */
export interface Quantised {
  readonly levels: Float32Array;
  readonly codes: Uint8Array;
}

const ITERATIONS = 20;
/** A value's say in where the levels lie grows with this power of it: probable n-grams are looked up more often. */
const SAY = 0.3;

/**
 * Finds the levels by Lloyd's algorithm (1982) on the logarithms, and each value's nearest level. `values` are linear
 * and above zero, but for words that are never predicted.
 */
export function quantise(values: Float64Array, count: number): Quantised {
  const logs = values.map((value) => Math.log(Math.max(value, 1e-30)));
  const levels = findLevels(logs.slice().sort(), count);
  return { levels, codes: Uint8Array.from(logs, (log) => nearest(levels, log)) };
}

/** The rounded values, linear again. */
export function restore({ levels, codes }: Quantised): Float64Array {
  return Float64Array.from(codes, (code) => Math.exp(levels[code]));
}

function findLevels(sorted: Float64Array, count: number): Float32Array {
  const levels = new Float64Array(count);
  if (sorted.length === 0) return new Float32Array(levels);
  const low = sorted[Math.floor(sorted.length * 0.0005)];
  const high = sorted[sorted.length - 1];
  for (let i = 0; i < count; i++) levels[i] = low + ((high - low) * (i + 0.5)) / count;
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const sums = new Float64Array(count);
    const says = new Float64Array(count);
    let level = 0;
    for (const value of sorted) {
      while (level < count - 1 && value > (levels[level] + levels[level + 1]) / 2) level++;
      const say = Math.exp(value * SAY);
      sums[level] += value * say;
      says[level] += say;
    }
    for (let i = 0; i < count; i++) if (says[i] > 0) levels[i] = sums[i] / says[i];
    levels.sort();
  }
  return new Float32Array(levels);
}

function nearest(levels: Float32Array, log: number): number {
  let low = 0;
  let high = levels.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (log > (levels[middle] + levels[middle + 1]) / 2) low = middle + 1;
    else high = middle;
  }
  return low;
}
