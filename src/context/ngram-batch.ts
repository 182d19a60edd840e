import type { NgramModel } from "./ngram.js";
import {
  backoffCode,
  bigramHome,
  bigramPlace,
  EMPTY,
  pairHash,
  probabilityCode,
  trigramHome,
  trigramSlot,
} from "./ngram-table.js";

/** No pair of words: a term that has it for its history is P(w | h) alone. */
export const NO_PAIR = -1;

/** About so many terms are looked up at a time. */
const BATCH = 1024;
/** There is always room for so many more. */
const RESERVE = 1024;

/**
 * Probabilities by the language model for many words at a time. First the pairs of words are named that are needed, and
 * the terms log P(w | g h), each by its two pairs (g, h) and (h, w); then all are looked up together: no look-up waits for
 * another one, and so hardly any for memory. The values are those of `logProbability`, to the last bit.
 */
export class NgramBatch {
  readonly #model: NgramModel;
  #histories = new Int32Array(2 * RESERVE);
  #words = new Int32Array(2 * RESERVE);
  /** By pair: its hash, and the slot at its home. */
  #hashes = new Int32Array(2 * RESERVE);
  #homes = new Int32Array(2 * RESERVE);
  /** By pair: where it stands in the table, and what stands there; `EMPTY` for one that is not there. */
  #places = new Int32Array(2 * RESERVE);
  #codes = new Int32Array(2 * RESERVE);
  /** By term: its pairs. */
  #before = new Int32Array(2 * RESERVE);
  #after = new Int32Array(2 * RESERVE);
  #slots = new Int32Array(2 * RESERVE);
  #likely = new Int32Array(2 * RESERVE);
  #values = new Float64Array(2 * RESERVE);
  #pairCount = 0;
  #termCount = 0;

  constructor(model: NgramModel) {
    this.#model = model;
  }

  /** How many terms have been named since the last run. */
  get length(): number {
    return this.#termCount;
  }

  /** Whether so many are waiting that it is time to run. */
  get isFull(): boolean {
    return this.#termCount >= BATCH;
  }

  /** Makes room for another thousand pairs and terms. */
  reserve(): void {
    while (Math.max(this.#pairCount, this.#termCount) + RESERVE > this.#words.length) this.#grow();
  }

  /**
   * Names a pair of words; gives its number. `reserve` must have been called not long ago. What stands at its home is read
   * at once and looked at later, when memory has answered.
   */
  pair(history: number, word: number): number {
    const at = this.#pairCount++;
    const { tables } = this.#model;
    const hash = pairHash(history, word);
    this.#histories[at] = history;
    this.#words[at] = word;
    this.#hashes[at] = hash;
    this.#homes[at] = tables.bigrams[bigramHome(tables, hash)];
    return at;
  }

  /** Names a term; gives its number. @param before its history's pair, `NO_PAIR` if it has one word only */
  term(before: number, after: number): number {
    const at = this.#termCount++;
    this.#before[at] = before;
    this.#after[at] = after;
    return at;
  }

  /** Looks everything up and begins anew. @returns by term: its log probability; valid until the next run */
  run(): Float64Array {
    this.#findPairs();
    this.#findTriples();
    this.#addUp();
    this.clear();
    return this.#values;
  }

  /** Forgets what was named. */
  clear(): void {
    this.#pairCount = 0;
    this.#termCount = 0;
  }

  #findPairs(): void {
    const { tables } = this.#model;
    const { bigrams } = tables;
    const hashes = this.#hashes;
    const homes = this.#homes;
    const places = this.#places;
    const codes = this.#codes;
    const count = this.#pairCount;
    for (let at = 0; at < count; at++) {
      const place = homes[at] === EMPTY ? EMPTY : bigramPlace(tables, hashes[at], homes[at]);
      places[at] = place;
      codes[at] = place === EMPTY ? EMPTY : bigrams[place];
    }
  }

  /** A trigram is looked for only where both its pairs are known and the first one is a history. */
  #findTriples(): void {
    const { tables } = this.#model;
    const { trigrams } = tables;
    const words = this.#words;
    const places = this.#places;
    const codes = this.#codes;
    const before = this.#before;
    const after = this.#after;
    const slots = this.#slots;
    const likely = this.#likely;
    const count = this.#termCount;
    let found = 0;
    for (let at = 0; at < count; at++) {
      slots[at] = EMPTY;
      likely[found] = at;
      const pair = before[at];
      if (pair >= 0 && codes[after[at]] !== EMPTY && codes[pair] !== EMPTY && backoffCode(codes[pair]) !== 0) found++;
    }
    for (let i = 0; i < found; i++) {
      const at = likely[i];
      slots[at] = trigrams[trigramHome(tables, places[before[at]], words[after[at]])];
    }
    for (let i = 0; i < found; i++) {
      const at = likely[i];
      slots[at] = trigramSlot(tables, places[before[at]], words[after[at]], slots[at]);
    }
  }

  #addUp(): void {
    const { trigramLevels, bigramLevels, backoffLevels, unigram, unigramBackoff } = this.#model;
    const histories = this.#histories;
    const words = this.#words;
    const codes = this.#codes;
    const before = this.#before;
    const after = this.#after;
    const slots = this.#slots;
    const values = this.#values;
    const count = this.#termCount;
    for (let at = 0; at < count; at++) {
      if (slots[at] !== EMPTY) {
        values[at] = trigramLevels[probabilityCode(slots[at])];
        continue;
      }
      const history = before[at] < 0 ? EMPTY : codes[before[at]];
      const backoff = history === EMPTY ? 0 : backoffLevels[backoffCode(history)];
      const pair = after[at];
      values[at] =
        codes[pair] === EMPTY
          ? backoff + unigramBackoff[histories[pair]] + unigram[words[pair]]
          : backoff + bigramLevels[probabilityCode(codes[pair])];
    }
  }

  #grow(): void {
    const length = this.#words.length * 2;
    this.#histories = resized(this.#histories, length);
    this.#words = resized(this.#words, length);
    this.#hashes = resized(this.#hashes, length);
    this.#homes = resized(this.#homes, length);
    this.#before = resized(this.#before, length);
    this.#after = resized(this.#after, length);
    this.#places = new Int32Array(length);
    this.#codes = new Int32Array(length);
    this.#slots = new Int32Array(length);
    this.#likely = new Int32Array(length);
    this.#values = new Float64Array(length);
  }
}

const batches = new WeakMap<NgramModel, NgramBatch>();

/** A model's batch. One serves all texts: it is empty between two runs, and what it is made of is large. */
export function batchOf(model: NgramModel): NgramBatch {
  const batch = batches.get(model) ?? new NgramBatch(model);
  batches.set(model, batch);
  batch.clear();
  return batch;
}

function resized(column: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(column);
  return larger;
}
