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
  /** What would be written; empty if the words would go. */
  readonly text: string;
  /** Probability that this is the original, 0 to 1. */
  readonly confidence: number;
}

/** A replacement, in UTF-16 offsets of the caller's string: `text.slice(start, end) === before`. */
export interface Edit {
  /** Where it begins. */
  readonly start: number;
  /** Where it ends, exclusive. */
  readonly end: number;
  /** The words as they stand. */
  readonly before: string;
  /** What is written in their place. */
  readonly after: string;
  /** Calibrated probability that the edit is right, 0 to 1. */
  readonly confidence: number;
  /** Where it comes from. */
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
  /** Where it begins, in UTF-16 offsets of the text. */
  readonly start: number;
  /** Where it ends, exclusive. */
  readonly end: number;
  /** Probability that it was spun, 0 to 1. */
  readonly probability: number;
}

/** What a verdict rests on. */
export interface Evidence {
  /** log P(text | spun at the estimated rates) - log P(text | not spun), in nats. */
  readonly logLikelihoodRatio: number;
  /** How much was spun, by kind of place. */
  readonly regions: Readonly<Record<RegionName, RegionRate>>;
  /** How much was spun, stretch by stretch; sorted, never overlapping. */
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
  /** What this rests on. */
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
  /** Whether the text was spun, and how much. */
  readonly detection: Detection;
}
