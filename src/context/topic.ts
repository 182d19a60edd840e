import type { Lattice } from "../lattice.js";
import type { PackedVectors } from "./vectors-pack.js";

/** Word vectors for looking up by word id. */
export interface WordVectors {
  readonly dimensions: number;
  /** By word id of the language model: the vector's row, -1 for a word without one. */
  readonly rowOf: Int32Array;
  /** Row by row. */
  readonly levels: Int8Array;
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
  return { dimensions: packed.dimensions, rowOf, levels: packed.levels, weight };
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
  const { siteCount, candidateCount, first, original, from, to, phrases } = lattice;
  const near = new SlidingContext(vectors, lattice, NEAR);
  const far = new SlidingContext(vectors, lattice, FAR);
  const fit = { near: new Float32Array(candidateCount), far: new Float32Array(candidateCount) };
  const phrase = new Float32Array(vectors.dimensions);
  for (let site = 0; site < siteCount; site++) {
    const { word } = lattice.scan;
    if (!sumVectors(vectors, word, from[site], to[site], phrase)) continue;
    near.moveTo(from[site], to[site]);
    far.moveTo(from[site], to[site]);
    const keptNear = near.cosine(phrase);
    const keptFar = far.cosine(phrase);
    for (let c = first[site]; c < first[site + 1]; c++) {
      const start = phrases.offsets[original[c]];
      if (!sumVectors(vectors, phrases.words, start, phrases.offsets[original[c] + 1], phrase)) continue;
      fit.near[c] = near.cosine(phrase) - keptNear;
      fit.far[c] = far.cosine(phrase) - keptFar;
    }
  }
  return fit;
}

/** Sums the vectors of some words; false if none has one. */
function sumVectors(vectors: WordVectors, words: Int32Array, start: number, end: number, sum: Float32Array): boolean {
  const { dimensions, rowOf, levels } = vectors;
  let any = false;
  sum.fill(0);
  for (let at = start; at < end; at++) {
    const row = words[at] >= 0 && words[at] < rowOf.length ? rowOf[words[at]] : -1;
    if (row < 0) continue;
    any = true;
    for (let d = 0, from = row * dimensions; d < dimensions; d++) sum[d] += levels[from + d];
  }
  return any;
}

/** The weighted sum of the vectors within a distance of a span, kept up as the span moves on through the text. */
class SlidingContext {
  readonly #vectors: WordVectors;
  readonly #lattice: Lattice;
  readonly #reach: number;
  readonly #sum: Float64Array;
  /** The sum is over tokens `start .. end`; `inner` has what of it lies in the span itself. */
  readonly #inner: Float64Array;
  #start = 0;
  #end = 0;

  constructor(vectors: WordVectors, lattice: Lattice, reach: number) {
    this.#vectors = vectors;
    this.#lattice = lattice;
    this.#reach = reach;
    this.#sum = new Float64Array(vectors.dimensions);
    this.#inner = new Float64Array(vectors.dimensions);
  }

  /** Moves to a span that begins no earlier than the last one. */
  moveTo(from: number, to: number): void {
    const start = Math.max(0, from - this.#reach);
    const end = Math.min(this.#lattice.scan.count, to + this.#reach);
    while (this.#end < end) this.#add(this.#sum, this.#end++, 1);
    while (this.#end > end) this.#add(this.#sum, --this.#end, -1);
    while (this.#start < start) this.#add(this.#sum, this.#start++, -1);
    this.#inner.fill(0);
    for (let token = from; token < to; token++) this.#add(this.#inner, token, 1);
  }

  /** Cosine of a vector with the surroundings, -1 to 1; 0 where there are none. */
  cosine(vector: Float32Array): number {
    let dot = 0;
    let own = 0;
    let other = 0;
    for (let d = 0; d < vector.length; d++) {
      const context = this.#sum[d] - this.#inner[d];
      dot += vector[d] * context;
      own += vector[d] * vector[d];
      other += context * context;
    }
    // Sums of small products of whole levels: anything below this is rounding.
    return own < 1 || other < 1e-6 ? 0 : dot / Math.sqrt(own * other);
  }

  #add(sum: Float64Array, token: number, sign: number): void {
    const { dimensions, rowOf, levels, weight } = this.#vectors;
    const word = this.#lattice.scan.word[token];
    const row = word >= 0 && word < rowOf.length ? rowOf[word] : -1;
    if (row < 0 || weight[row] === 0) return;
    const factor = sign * weight[row];
    for (let d = 0, from = row * dimensions; d < dimensions; d++) sum[d] += factor * levels[from + d];
  }
}
