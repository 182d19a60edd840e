import { KEY_BASE, type NgramList } from "./backoff-model.js";

/** The key of a bigram. */
export function bigramKey(h: number, w: number): number {
  return h * KEY_BASE + w;
}

/** The key of a trigram: 48 bits, exact in a double. */
export function trigramKey(g: number, h: number, w: number): number {
  return (g * KEY_BASE + h) * KEY_BASE + w;
}

/** A list of keys that grows as needed. */
export interface KeyCollector {
  add(key: number): void;
  /** The distinct keys, ascending. */
  distinct(): Float64Array;
}

/** Collects keys in any order, with repeats. */
export function collectKeys(): KeyCollector {
  let keys = new Float64Array(1 << 20);
  let count = 0;
  return {
    add(key) {
      if (count === keys.length) {
        const larger = new Float64Array(keys.length * 2);
        larger.set(keys);
        keys = larger;
      }
      keys[count++] = key;
    },
    distinct() {
      const sorted = keys.slice(0, count).sort();
      let kept = 0;
      for (let i = 0; i < count; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i];
      return sorted.slice(0, kept);
    },
  };
}

/** The keys with the probability that `probabilityOf` gives each; those with none to speak of are left out. */
export function listNgrams(keys: Float64Array, probabilityOf: (g: number, h: number, w: number) => number): NgramList {
  const probabilities = new Float64Array(keys.length);
  const listed = new Float64Array(keys.length);
  let kept = 0;
  for (const key of keys) {
    const w = key % KEY_BASE;
    const history = Math.floor(key / KEY_BASE);
    const value = probabilityOf(Math.floor(history / KEY_BASE), history % KEY_BASE, w);
    if (!(value > 0)) continue;
    listed[kept] = key;
    probabilities[kept++] = value;
  }
  return { keys: listed.slice(0, kept), probabilities: probabilities.slice(0, kept) };
}
