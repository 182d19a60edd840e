import { ModelError } from "../errors.js";

/*
 * The n-grams of a language model as two hash tables by open addressing, one number a slot. A look-up needs no search and
 * reads one place of memory, so that many can be under way at once: what costs time here is not the processor's work but
 * its waiting for memory.
 *
 * Nothing is ever taken for something else. A bigram's hash is a permutation of all pairs of words; of its 32 bits the
 * place where it stands tells some and the slot the others. A trigram is the place of its first two words in the table of
 * bigrams, and a word: the slot has the word, and where it stands tells the place.
 */

/** An empty slot, or no place. */
export const EMPTY = -1;

const CODE_BITS = 6;
/** What a code may be at most. */
export const MOST_CODE = (1 << CODE_BITS) - 1;
/** With smaller tables there would be no room in a slot for what its place does not tell. */
const LEAST_BITS = 21;
/** Load above which tables get larger. */
const MOST_LOAD = 0.72;
/** A slot has so many low bits of the place it should have: it may stand so far from it. */
const HOME_BITS = 9;
const HOME_MASK = (1 << HOME_BITS) - 1;

/** The n-grams of a model. */
export interface NgramTables {
  /** `rest of the hash, home, back-off code, probability code` by place; a power of two long. */
  readonly bigrams: Int32Array;
  /** `word, home, probability code` by place; as long. */
  readonly trigrams: Int32Array;
  /** How many bits a place has. */
  readonly bits: number;
}

/** A permutation of the 32-bit numbers that looks random. */
function mixed(value: number): number {
  let x = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b);
  return x ^ (x >>> 16);
}

/** What stands for a pair of words, each less than 2^16. */
export function pairHash(history: number, word: number): number {
  return mixed((history << 16) | word);
}

/** Where a pair should stand. */
export function bigramHome({ bits }: NgramTables, pair: number): number {
  return pair & ((1 << bits) - 1);
}

/** Where a trigram should stand. @param history the place of its first two words */
export function trigramHome({ bits }: NgramTables, history: number, word: number): number {
  return (Math.imul(history, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)) & ((1 << bits) - 1);
}

function bigramKey({ bits }: NgramTables, pair: number): number {
  // Sign-extended, as the slot is that it is compared with.
  return ((((pair >>> bits) << HOME_BITS) | (pair & HOME_MASK)) << (2 * CODE_BITS)) >> (2 * CODE_BITS);
}

function trigramKey(tables: NgramTables, history: number, word: number): number {
  return (word << HOME_BITS) | (trigramHome(tables, history, word) & HOME_MASK);
}

/** The place of a bigram, `EMPTY` if there is none. @param slot what stands at its home */
export function bigramPlace(tables: NgramTables, pair: number, slot: number): number {
  const { bigrams } = tables;
  const key = bigramKey(tables, pair);
  let place = bigramHome(tables, pair);
  for (let found = slot; found !== EMPTY; found = bigrams[place]) {
    if (found >> (2 * CODE_BITS) === key) return place;
    place = (place + 1) & (bigrams.length - 1);
  }
  return EMPTY;
}

/** The slot of a trigram, `EMPTY` if there is none. @param slot what stands at its home */
export function trigramSlot(tables: NgramTables, history: number, word: number, slot: number): number {
  const { trigrams } = tables;
  const key = trigramKey(tables, history, word);
  let place = trigramHome(tables, history, word);
  let found = slot;
  while (found >> CODE_BITS !== key && found !== EMPTY) {
    place = (place + 1) & (trigrams.length - 1);
    found = trigrams[place];
  }
  return found;
}

/** The code of a slot's probability. */
export function probabilityCode(slot: number): number {
  return slot & MOST_CODE;
}

/** The code of a bigram's weight as a history; 0 if no trigram begins with it. */
export function backoffCode(slot: number): number {
  return (slot >> CODE_BITS) & MOST_CODE;
}

/** How many entries are sorted before they are put in, and by how many bits of their homes. */
const BATCH = 1 << 17;
const SORTED_BITS = 8;

/**
 * Fills a table. Entries are put in batch by batch, each sorted by place: at random places every one of them would wait
 * for memory.
 */
class TableFiller {
  readonly slots: Int32Array;
  readonly #shift: number;
  readonly #homes = new Int32Array(BATCH);
  readonly #entries = new Int32Array(BATCH);
  readonly #sortedHomes = new Int32Array(BATCH);
  readonly #sortedEntries = new Int32Array(BATCH);
  #count = 0;

  constructor(bits: number) {
    this.slots = new Int32Array(2 ** bits).fill(EMPTY);
    this.#shift = bits - SORTED_BITS;
  }

  add(home: number, entry: number): void {
    if (this.#count === BATCH) this.flush();
    this.#homes[this.#count] = home;
    this.#entries[this.#count++] = entry;
  }

  /** Puts in what was added. */
  flush(): void {
    this.#sort();
    const { slots } = this;
    const mask = slots.length - 1;
    for (let i = 0; i < this.#count; i++) {
      const home = this.#sortedHomes[i];
      let place = home;
      while (slots[place] !== EMPTY) place = (place + 1) & mask;
      if (((place - home) & mask) > HOME_MASK) throw new ModelError("language model: its n-grams crowd together");
      slots[place] = this.#sortedEntries[i];
    }
    this.#count = 0;
  }

  #sort(): void {
    const starts = new Int32Array((1 << SORTED_BITS) + 1);
    for (let i = 0; i < this.#count; i++) starts[(this.#homes[i] >>> this.#shift) + 1]++;
    for (let k = 1; k < starts.length; k++) starts[k] += starts[k - 1];
    for (let i = 0; i < this.#count; i++) {
      const at = starts[this.#homes[i] >>> this.#shift]++;
      this.#sortedHomes[at] = this.#homes[i];
      this.#sortedEntries[at] = this.#entries[i];
    }
  }
}

/** Collects n-grams: first all bigrams, then all trigrams. */
export class NgramTableBuilder {
  readonly #tables: NgramTables;
  readonly #bigrams: TableFiller;
  readonly #trigrams: TableFiller;

  /** @param most how many bigrams or trigrams there will be, whichever are more */
  constructor(most: number) {
    let bits = LEAST_BITS;
    while (most > MOST_LOAD * 2 ** bits) bits++;
    this.#bigrams = new TableFiller(bits);
    this.#trigrams = new TableFiller(bits);
    this.#tables = { bigrams: this.#bigrams.slots, trigrams: this.#trigrams.slots, bits };
  }

  /**
   * @param probability code of log P(word | history)
   * @param backoff code of the pair's weight as a history, 0 if it is none
   */
  addBigram(history: number, word: number, probability: number, backoff: number): void {
    const pair = pairHash(history, word);
    const codes = (backoff << CODE_BITS) | probability;
    this.#bigrams.add(bigramHome(this.#tables, pair), (bigramKey(this.#tables, pair) << (2 * CODE_BITS)) | codes);
  }

  /** The place of a bigram, for `addTrigram`. All bigrams must have been added. */
  historyOf(first: number, second: number): number {
    const pair = pairHash(first, second);
    return bigramPlace(this.#tables, pair, this.#tables.bigrams[bigramHome(this.#tables, pair)]);
  }

  /** @param probability code of log P(word | history) */
  addTrigram(history: number, word: number, probability: number): void {
    const entry = (trigramKey(this.#tables, history, word) << CODE_BITS) | probability;
    this.#trigrams.add(trigramHome(this.#tables, history, word), entry);
  }

  /** Says that all bigrams, or all trigrams, have been added. @throws {ModelError} if the tables are too full */
  flush(): void {
    this.#bigrams.flush();
    this.#trigrams.flush();
  }

  /** What was collected. */
  get tables(): NgramTables {
    return this.#tables;
  }
}
