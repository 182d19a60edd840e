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
  packed.words.forEach((word, row) => {
    rowOf[word] = row;
    weight[row] = row < FIRST_CONTENT_WORD ? 0 : Math.log((row + 10) / 60);
  });
  const { dimensions, levels } = packed;
  const norm = new Int32Array(packed.words.length);
  for (let i = 0; i < levels.length; i++) norm[(i / dimensions) | 0] += levels[i] * levels[i];
  return { dimensions, rowOf, levels, norm, weight };
}

/** By candidate: how much better than the form an original fits the words around in meaning, as a difference of cosines. */
export interface TopicFit {
  /** With the few words nearest. */
  readonly near: Float32Array;
  /** With a wider window. */
  readonly far: Float32Array;
}

const NEAR = 5;
const FAR = 25;

/** Compares every candidate and form with its surroundings by word vectors. */
export function topicFit(vectors: WordVectors, lattice: Lattice): TopicFit {
  const { scan, siteCount, candidateCount, first, original, from, to, phrases } = lattice;
  const near = new SlidingContext(vectors, lattice, NEAR);
  const far = new SlidingContext(vectors, lattice, FAR);
  const fit = { near: new Float32Array(candidateCount), far: new Float32Array(candidateCount) };
  const meaning = new Meaning(vectors);
  for (let site = 0; site < siteCount; site++) {
    if (!meaning.read(scan.word, from[site], to[site])) continue;
    near.moveTo(from[site], to[site]);
    far.moveTo(from[site], to[site]);
    const keptNear = cosine(meaning, near);
    const keptFar = cosine(meaning, far);
    for (let c = first[site]; c < first[site + 1]; c++) {
      const start = phrases.offsets[original[c]];
      if (!meaning.read(phrases.words, start, phrases.offsets[original[c] + 1])) continue;
      fit.near[c] = cosine(meaning, near) - keptNear;
      fit.far[c] = cosine(meaning, far) - keptFar;
    }
  }
  return fit;
}

/** The sum of the vectors of some words. */
class Meaning {
  readonly sum: Int16Array;
  /** The square of its length. */
  norm = 0;
  readonly #vectors: WordVectors;

  constructor(vectors: WordVectors) {
    this.#vectors = vectors;
    this.sum = new Int16Array(vectors.dimensions);
  }

  /** Sums the vectors of `words[from .. to)`; false if none has one. */
  read(words: Int32Array, from: number, to: number): boolean {
    const { dimensions, rowOf, levels, norm } = this.#vectors;
    const { sum } = this;
    let found = 0;
    for (let at = from; at < to; at++) {
      const word = words[at];
      const row = word >= 0 && word < rowOf.length ? rowOf[word] : -1;
      if (row < 0) continue;
      const start = row * dimensions;
      this.norm = norm[row];
      if (found++ === 0) for (let d = 0; d < dimensions; d++) sum[d] = levels[start + d];
      else for (let d = 0; d < dimensions; d++) sum[d] += levels[start + d];
    }
    if (found > 1) {
      this.norm = 0;
      for (let d = 0; d < dimensions; d++) this.norm += sum[d] * sum[d];
    }
    return found > 0;
  }
}

/** The weighted sum of the vectors within a distance of a span, kept up as the span moves on through the text. */
class SlidingContext {
  /** The sum, what lies in the span itself left out. */
  readonly sum: Float64Array;
  /** The square of its length. */
  norm = 0;
  readonly #vectors: WordVectors;
  readonly #words: Int32Array;
  readonly #count: number;
  readonly #reach: number;
  /** Of the tokens `start .. end`, the span among them. */
  readonly #whole: Float64Array;
  readonly #inner: Float64Array;
  #start = 0;
  #end = 0;

  constructor(vectors: WordVectors, { scan }: Lattice, reach: number) {
    this.#vectors = vectors;
    this.#words = scan.word;
    this.#count = scan.count;
    this.#reach = reach;
    this.sum = new Float64Array(vectors.dimensions);
    this.#whole = new Float64Array(vectors.dimensions);
    this.#inner = new Float64Array(vectors.dimensions);
  }

  /** Moves to a span that begins no earlier than the last one. */
  moveTo(from: number, to: number): void {
    const start = Math.max(0, from - this.#reach);
    const end = Math.min(this.#count, to + this.#reach);
    while (this.#end < end) this.#add(this.#whole, this.#end++, 1);
    while (this.#end > end) this.#add(this.#whole, --this.#end, -1);
    while (this.#start < start) this.#add(this.#whole, this.#start++, -1);
    this.#inner.fill(0);
    for (let token = from; token < to; token++) this.#add(this.#inner, token, 1);
    const { sum } = this;
    let norm = 0;
    for (let d = 0; d < sum.length; d++) {
      const value = this.#whole[d] - this.#inner[d];
      sum[d] = value;
      norm += value * value;
    }
    this.norm = norm;
  }

  #add(sum: Float64Array, token: number, sign: number): void {
    const { dimensions, rowOf, levels, weight } = this.#vectors;
    const word = this.#words[token];
    const row = word >= 0 && word < rowOf.length ? rowOf[word] : -1;
    if (row < 0 || weight[row] === 0) return;
    const factor = sign * weight[row];
    const start = row * dimensions;
    for (let d = 0; d < dimensions; d++) sum[d] += factor * levels[start + d];
  }
}

/** Cosine of a phrase with its surroundings, -1 to 1; 0 where there are none. */
function cosine(meaning: Meaning, context: SlidingContext): number {
  // Sums of small products of whole levels: anything below this is rounding.
  if (meaning.norm < 1 || context.norm < 1e-6) return 0;
  const phrase = meaning.sum;
  const { sum } = context;
  let dot = 0;
  for (let d = 0; d < phrase.length; d++) dot += phrase[d] * sum[d];
  return dot / Math.sqrt(meaning.norm * context.norm);
}
