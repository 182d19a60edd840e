/** Numbers are counted in so many buckets. */
const BUCKET_BITS = 12;

/** Counts what is seen again in a text: the k-th time it is less of a surprise. */
export class Repeats {
  readonly #seen = new Uint8Array(1 << BUCKET_BITS);

  /** Begins a text. */
  clear(): void {
    this.#seen.fill(0);
  }

  /** What something counts for that is seen once more, 0 to 1. @param number a hash or an id */
  weightOf(number: number): number {
    const bucket = Math.imul(number, 0x9e3779b1) >>> (32 - BUCKET_BITS);
    const seen = Math.min(255, this.#seen[bucket] + 1);
    this.#seen[bucket] = seen;
    return 1 / (Math.sqrt(seen) * (seen > 2 ? 2 : 1));
  }
}
