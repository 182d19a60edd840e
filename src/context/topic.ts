import type { Lattice } from "../lattice.js";
import type { PackedVectors } from "./vectors-pack.js";

/** Word vectors for looking up by word id. */
export interface WordVectors {
  readonly dimensions: number;
  /** By word id of the language model: the vector's row, -1 for a word without one. */
  readonly rowOf: Int32Array;
  /** Row by row. */
  readonly levels: Int8Array;
  /** By row: the square of the vector's length. */
  readonly norm: Int32Array;
  /** By row: how much the word says of what a text is about; 0 for function words. */
  readonly weight: Float32Array;
}

/** Words more frequent than this say nothing of the topic. By rank. */
const FIRST_CONTENT_WORD = 110;

/** Lays vectors out for look-ups. @param size the language model's vocabulary's */
export function layOutVectors(packed: PackedVectors, size: number): WordVectors {
  const rowOf = new Int32Array(size).fill(-1);
  const weight = new Float32Array(packed.words.length);
  const { dimensions, levels, words } = packed;
  const norm = new Int32Array(words.length);
  for (let row = 0, at = 0; row < words.length; row++) {
    rowOf[words[row]] = row;
    weight[row] = row < FIRST_CONTENT_WORD ? 0 : Math.log((row + 10) / 60);
    let sum = 0;
    for (const end = at + dimensions; at < end; at++) sum += levels[at] * levels[at];
    norm[row] = sum;
  }
  return { dimensions, rowOf, levels, norm, weight };
}

/** So many words to each side are the surroundings. */
const AROUND = 25;

/**
 * Compares every candidate and form with its surroundings by word vectors.
 *
 * @returns by candidate: how much better than the form it fits them in meaning, as a difference of cosines
 */
export function topicFit(vectors: WordVectors, lattice: Lattice): Float32Array {
  const { scan, siteCount, candidateCount, first, original, from, to, phrases } = lattice;
  const fit = new Float32Array(candidateCount);
  const meaning = new Meaning(vectors);
  const around = new Surroundings(vectors, lattice);
  for (let site = 0; site < siteCount; site++) {
    if (!meaning.read(scan.word, from[site], to[site])) continue;
    around.lookAt(from[site], to[site]);
    const kept = around.cosineOf(meaning);
    for (let c = first[site]; c < first[site + 1]; c++) {
      const start = phrases.offsets[original[c]];
      if (!meaning.read(phrases.words, start, phrases.offsets[original[c] + 1])) continue;
      fit[c] = around.cosineOf(meaning) - kept;
    }
  }
  return fit;
}

/** So many vectors can be added up before a level overflows; no phrase is nearly as long. */
const MOST_WORDS = 15;

/** The sum of the vectors of some words. */
class Meaning {
  /** The sum is `levels[start .. start + dimensions)`: the vector itself if there is only one. */
  levels: Int8Array;
  start = 0;
  /** The square of its length. */
  norm = 0;
  readonly #vectors: WordVectors;
  readonly #sum: Int8Array;

  constructor(vectors: WordVectors) {
    this.#vectors = vectors;
    this.levels = vectors.levels;
    this.#sum = new Int8Array(vectors.dimensions);
  }

  /** Sums the vectors of `words[from .. to)`; false if none has one. */
  read(words: Int32Array, from: number, to: number): boolean {
    const { dimensions, rowOf, levels, norm } = this.#vectors;
    let found = 0;
    for (let at = from; at < to && found < MOST_WORDS; at++) {
      const word = words[at];
      const row = word >= 0 && word < rowOf.length ? rowOf[word] : -1;
      if (row < 0) continue;
      if (found++ === 0) {
        this.levels = levels;
        this.start = row * dimensions;
        this.norm = norm[row];
      } else this.#add(row * dimensions);
    }
    return found > 0;
  }

  /** Adds a vector to what was found before. */
  #add(start: number): void {
    const { dimensions, levels } = this.#vectors;
    const before = this.levels;
    const shift = this.start;
    const sum = this.#sum;
    let norm = 0;
    for (let d = 0; d < dimensions; d++) {
      const value = before[shift + d] + levels[start + d];
      sum[d] = value;
      norm += value * value;
    }
    this.levels = sum;
    this.start = 0;
    this.norm = norm;
  }
}

/**
 * The weighted sum of the vectors around a span, which moves on through the text. It is made of running sums
 * from the text's beginning, of which as many are kept as can be asked for.
 */
class Surroundings {
  readonly #vectors: WordVectors;
  readonly #words: Int32Array;
  readonly #count: number;
  /** What lies in the span itself is left out. */
  readonly #sum: Float64Array;
  /** The square of its length. */
  #norm = 0;
  /** Running sums, a ring. */
  readonly #sums: Float64Array;
  readonly #ring: number;
  /** By token: where the sum of what stands before it begins. */
  readonly #sumAt: Int32Array;
  /** How many tokens have been added up. */
  #added = 0;

  constructor(vectors: WordVectors, { scan, siteCount, from, to }: Lattice) {
    this.#vectors = vectors;
    this.#words = scan.word;
    this.#count = scan.count;
    this.#sum = new Float64Array(vectors.dimensions);
    let longest = 0;
    for (let site = 0; site < siteCount; site++) longest = Math.max(longest, to[site] - from[site]);
    this.#ring = (2 * AROUND + 2 * longest + 2) * vectors.dimensions;
    this.#sums = new Float64Array(this.#ring);
    this.#sumAt = new Int32Array(scan.count + 1);
  }

  /** Moves to a span that begins no earlier than the last one. */
  lookAt(from: number, to: number): void {
    const { dimensions } = this.#vectors;
    const stop = Math.min(this.#count, to + AROUND);
    while (this.#added < stop) this.#addNext();
    const sums = this.#sums;
    const at = this.#sumAt;
    const outerStart = at[Math.max(0, from - AROUND)];
    const outerEnd = at[stop];
    const innerStart = at[from];
    const innerEnd = at[to];
    const sum = this.#sum;
    let norm = 0;
    for (let d = 0; d < dimensions; d++) {
      const value = sums[outerEnd + d] - sums[outerStart + d] - (sums[innerEnd + d] - sums[innerStart + d]);
      sum[d] = value;
      norm += value * value;
    }
    this.#norm = norm;
  }

  #addNext(): void {
    const { dimensions, rowOf, levels, weight } = this.#vectors;
    const token = this.#added++;
    const word = this.#words[token];
    const row = word >= 0 && word < rowOf.length ? rowOf[word] : -1;
    const last = this.#sumAt[token];
    this.#sumAt[token + 1] = last;
    if (row < 0 || weight[row] === 0) return;
    const next = last + dimensions === this.#ring ? 0 : last + dimensions;
    this.#sumAt[token + 1] = next;
    const sums = this.#sums;
    const factor = weight[row];
    const start = row * dimensions;
    for (let d = 0; d < dimensions; d++) sums[next + d] = sums[last + d] + factor * levels[start + d];
  }

  /** The cosine of a phrase with the surroundings, -1 to 1; 0 where there is nothing. */
  cosineOf({ levels, start, norm }: Meaning): number {
    const sum = this.#sum;
    let dot = 0;
    for (let d = 0; d < sum.length; d++) dot += levels[start + d] * sum[d];
    // Sums of small products of whole levels: anything below this is rounding.
    return norm < 1 || this.#norm < 1e-6 ? 0 : dot / Math.sqrt(norm * this.#norm);
  }
}
