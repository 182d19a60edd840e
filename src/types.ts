/** Where an edit comes from. */
export type EditKind =
  /** One word for one word. */
  | "word"
  /** A phrase on either side. */
  | "phrase"
  /** A term of science put together from swapped words. */
  | "term"
  /** "a" or "an" made to fit a restored word. */
  | "article"
  /** What a spinner leaves behind: braces, doubled words, an article that no longer fits. */
  | "artefact"
  /** What a machine translator does: foreign quotation marks and figures, phrases that are never English. */
  | "translation";

/** Another original that an edit might have restored. */
export interface Alternative {
  readonly text: string;
  /** Probability that this is the original, 0 to 1. */
  readonly confidence: number;
}

/** A replacement, in UTF-16 offsets of the caller's string: `text.slice(start, end) === before`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  /** Calibrated probability that the edit is right, 0 to 1. */
  readonly confidence: number;
  readonly kind: EditKind;
  /** The dictionary entry: "general: workplace > office". */
  readonly entry: string;
  /** Why, in a sentence that a person understands. */
  readonly reason: string;
  /** Other originals, most probable first. */
  readonly alternatives: readonly Alternative[];
}

/** How much was spun in one kind of place. */
export interface RegionRate {
  /** Share of swappable words that were swapped, 0 to 1. */
  readonly rate: number;
  /** Expected number of swapped words. */
  readonly spun: number;
  /** Number of words that could have been swapped. */
  readonly sites: number;
}

/** The kinds of place that have a spin rate of their own. */
export type RegionName = "body" | "quotation" | "capitalised" | "sentenceStart" | "heading";

/** A stretch of text over which the spinner was either at work or not. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Probability that it was spun, 0 to 1. */
  readonly probability: number;
}

/** What a verdict rests on. */
export interface Evidence {
  /** log P(text | spun at the estimated rates) - log P(text | not spun), in nats. */
  readonly logLikelihoodRatio: number;
  readonly regions: Readonly<Record<RegionName, RegionRate>>;
  readonly segments: readonly Segment[];
}

/** The verdict on a text: a signal about the words, not about who wrote them. */
export interface Detection {
  /** Whether the evidence is strong enough to edit the text. */
  readonly spun: boolean;
  /** Calibrated probability that the text was spun, 0 to 1. */
  readonly probability: number;
  /** Share of the swappable words that were swapped, 0 to 1. */
  readonly rate: number;
  readonly evidence: Evidence;
}

/** A restored text. */
export interface Restoration {
  /** The text with all `edits` applied. */
  readonly text: string;
  /** Sorted, never overlapping. */
  readonly edits: readonly Edit[];
  /** Edits below the threshold, not applied; they overlap no edit and each other not either. */
  readonly suggestions: readonly Edit[];
  readonly detection: Detection;
}
