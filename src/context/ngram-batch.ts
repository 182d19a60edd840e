import { onceFor } from "../deferred.js";
import type { NgramModel } from "./ngram.js";
import { findBigram, findTrigram } from "./ngram-find.js";
import { backoffCode, bigramHome, EMPTY, NOWHERE, probabilityCode, trigramHome, trigramKey } from "./ngram-table.js";

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
  /** By pair: its home. */
  #homes = new Int32Array(2 * RESERVE);
  /** By pair: what stands at its home, and then the pair's own slot; `EMPTY` for one that is not there. */
  #codes = new Int32Array(2 * RESERVE);
  /** By term: its pairs. */
  #before = new Int32Array(2 * RESERVE);
  #after = new Int32Array(2 * RESERVE);
  /** By term: where its trigram stands, `NOWHERE` if there is none. */
  #places = new Int32Array(2 * RESERVE);
  /** Terms that may have a trigram, and what stands at its home. */
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

  /** Names a pair of words; gives its number. `reserve` must have been called not long ago. */
  pair(history: number, word: number): number {
    const at = this.#pairCount++;
    this.#histories[at] = history;
    this.#words[at] = word;
    this.#homes[at] = bigramHome(this.#model.tables, history, word);
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
    const histories = this.#histories;
    const words = this.#words;
    const homes = this.#homes;
    const codes = this.#codes;
    const { bigrams } = tables;
    const count = this.#pairCount;
    // All are read before one is looked at: the processor waits for many at a time.
    for (let at = 0; at < count; at++) codes[at] = bigrams[homes[at]];
    for (let at = 0; at < count; at++) {
      if (codes[at] !== EMPTY) codes[at] = findBigram(tables, histories[at], words[at], homes[at], codes[at]);
    }
  }

  /** A trigram is looked for only where both its pairs are known and the first one is a history. */
  #findTriples(): void {
    const { tables } = this.#model;
    const { trigrams } = tables;
    const histories = this.#histories;
    const words = this.#words;
    const codes = this.#codes;
    const before = this.#before;
    const after = this.#after;
    const places = this.#places;
    const slots = this.#slots;
    const likely = this.#likely;
    const count = this.#termCount;
    let found = 0;
    for (let at = 0; at < count; at++) {
      places[at] = NOWHERE;
      likely[found] = at;
      const pair = before[at];
      if (pair >= 0 && codes[after[at]] !== EMPTY && backoffCode(codes[pair]) !== 0) found++;
    }
    for (let i = 0; i < found; i++) {
      const pair = before[likely[i]];
      slots[i] = trigramHome(tables, histories[pair], words[pair], words[after[likely[i]]]);
    }
    for (let i = 0; i < found; i++) {
      places[likely[i]] = slots[i];
      slots[i] = trigrams[slots[i]];
    }
    for (let i = 0; i < found; i++) {
      const at = likely[i];
      const pair = before[at];
      const key = trigramKey(words[pair], words[after[at]]);
      places[at] = findTrigram(tables, histories[pair], key, places[at], slots[i]);
    }
  }

  #addUp(): void {
    const { trigramLevels, bigramLevels, backoffLevels, unigram, unigramBackoff } = this.#model;
    const { trigramCodes } = this.#model.tables;
    const histories = this.#histories;
    const words = this.#words;
    const codes = this.#codes;
    const before = this.#before;
    const after = this.#after;
    const places = this.#places;
    const values = this.#values;
    const count = this.#termCount;
    for (let at = 0; at < count; at++) {
      if (places[at] !== NOWHERE) {
        values[at] = trigramLevels[trigramCodes[places[at]]];
        continue;
      }
      const history = before[at] < 0 ? EMPTY : codes[before[at]];
      const backoff = backoffLevels[backoffCode(history)];
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
    this.#homes = resized(this.#homes, length);
    this.#codes = resized(this.#codes, length);
    this.#before = resized(this.#before, length);
    this.#after = resized(this.#after, length);
    this.#places = new Int32Array(length);
    this.#slots = new Int32Array(length);
    this.#likely = new Int32Array(length);
    this.#values = new Float64Array(length);
  }
}

const ownBatch = onceFor((model: NgramModel) => new NgramBatch(model));

/** A model's batch. One serves all texts: it is empty between two runs, and what it is made of is large. */
export function batchOf(model: NgramModel): NgramBatch {
  const batch = ownBatch(model);
  batch.clear();
  return batch;
}

function resized(column: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(column);
  return larger;
}
