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
const BATCH = 4096;
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
  #places = new Int32Array(2 * RESERVE);
  /** By term: its pairs. */
  #before = new Int32Array(2 * RESERVE);
  #after = new Int32Array(2 * RESERVE);
  #slots = new Int32Array(2 * RESERVE);
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

  /** Names a pair of words; gives its number. `reserve` must have been called not long ago. */
  pair(history: number, word: number): number {
    const at = this.#pairCount++;
    this.#histories[at] = history;
    this.#words[at] = word;
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
    for (let at = 0; at < this.#termCount; at++) this.#values[at] = this.#valueAt(at);
    this.#pairCount = 0;
    this.#termCount = 0;
    return this.#values;
  }

  #findPairs(): void {
    const { tables } = this.#model;
    const { bigrams } = tables;
    const histories = this.#histories;
    const words = this.#words;
    const places = this.#places;
    const slots = this.#slots;
    const count = this.#pairCount;
    for (let at = 0; at < count; at++) slots[at] = bigrams[bigramHome(tables, pairHash(histories[at], words[at]))];
    for (let at = 0; at < count; at++) {
      places[at] = bigramPlace(tables, pairHash(histories[at], words[at]), slots[at]);
    }
  }

  #findTriples(): void {
    const { tables } = this.#model;
    const { trigrams } = tables;
    const words = this.#words;
    const places = this.#places;
    const before = this.#before;
    const after = this.#after;
    const slots = this.#slots;
    const count = this.#termCount;
    for (let at = 0; at < count; at++) {
      // Where there is no history, this reads what nobody will look at.
      slots[at] = trigrams[trigramHome(tables, before[at] < 0 ? 0 : places[before[at]], words[after[at]])];
    }
  }

  #valueAt(at: number): number {
    const { tables, trigramLevels, bigramLevels, backoffLevels, unigram, unigramBackoff } = this.#model;
    const before = this.#before[at];
    const after = this.#after[at];
    const word = this.#words[after];
    let backoff = 0;
    if (before >= 0 && this.#places[before] !== EMPTY) {
      const history = this.#places[before];
      const trigram = trigramSlot(tables, history, word, this.#slots[at]);
      if (trigram !== EMPTY) return trigramLevels[probabilityCode(trigram)];
      backoff = backoffLevels[backoffCode(tables.bigrams[history])];
    }
    const place = this.#places[after];
    if (place !== EMPTY) return backoff + bigramLevels[probabilityCode(tables.bigrams[place])];
    return backoff + unigramBackoff[this.#histories[after]] + unigram[word];
  }

  #grow(): void {
    const length = this.#words.length * 2;
    this.#histories = resized(this.#histories, length);
    this.#words = resized(this.#words, length);
    this.#before = resized(this.#before, length);
    this.#after = resized(this.#after, length);
    this.#places = new Int32Array(length);
    this.#slots = new Int32Array(length);
    this.#values = new Float64Array(length);
  }
}

function resized(column: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(column);
  return larger;
}
