/** Sums by key: a hash table by open addressing that makes no object for a key. */
export class Tally {
  /** NaN in an empty slot. */
  readonly #keys: Float64Array;
  readonly #sums: Float64Array;
  readonly #mask: number;

  /** @param most how many different keys there will be at most */
  constructor(most: number) {
    let capacity = 16;
    while (capacity < most * 2) capacity *= 2;
    this.#keys = new Float64Array(capacity).fill(Number.NaN);
    this.#sums = new Float64Array(capacity);
    this.#mask = capacity - 1;
  }

  /** Adds an amount to a key's sum. @param key a whole number, less than 2^53 either way */
  add(key: number, amount: number): void {
    const slot = this.#slotOf(key);
    this.#keys[slot] = key;
    this.#sums[slot] += amount;
  }

  /** A key's sum; 0 if nothing was added. */
  of(key: number): number {
    return this.#sums[this.#slotOf(key)];
  }

  /** Where a key is, or is to be. */
  #slotOf(key: number): number {
    const keys = this.#keys;
    const high = (key / 0x100000000) | 0;
    let slot = Math.imul((key | 0) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
    slot = (slot ^ (slot >>> 15)) & this.#mask;
    while (keys[slot] !== key && !Number.isNaN(keys[slot])) slot = (slot + 1) & this.#mask;
    return slot;
  }
}
