/** What the build was told; src/data/README.md says what was measured. */
export const SETTINGS = {
  /** At most, where they are chosen; ids have 16 bits. */
  words: 60_000,
  /** What a word of a narrow source counts for. */
  narrowWeight: 0.25,
  /** What the sphinx model counts for; the rest is the corpora's. */
  sphinxShare: 0.6,
  discount: { continuation: true, leastBigram: 3, leastTrigram: 3 },
  /** Least relative entropy, in nats, that an n-gram must be worth. */
  threshold: 3.05e-8,
  /** How many words `<unk>` and `<name>` stand for. */
  classSize: 20_000,
} as const;
