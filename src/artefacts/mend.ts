/** A repair of what a machine left in a text, in UTF-16 offsets of it. */
export interface Mend {
  readonly start: number;
  readonly end: number;
  /** What is written in its place; "" for a deletion. */
  readonly text: string;
  /** Probability that this is how it was, 0 to 1. */
  readonly probability: number;
  readonly kind: "artefact" | "translation";
  /** The rule or the dictionary entry, as an edit names it. */
  readonly entry: string;
  /** Why, in a clause that a person understands. */
  readonly reason: string;
  /** Other repairs, most probable first. */
  readonly alternatives: readonly { readonly text: string; readonly probability: number }[];
}

/** Those mends that overlap no other, in the order of the text; of two that overlap the more probable one stays. */
export function withoutOverlaps(mends: readonly Mend[]): Mend[] {
  const kept: Mend[] = [];
  for (const mend of [...mends].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || last.end <= mend.start) kept.push(mend);
    else if (mend.probability > last.probability) kept[kept.length - 1] = mend;
  }
  return kept;
}
