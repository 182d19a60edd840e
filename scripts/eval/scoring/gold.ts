import { type TokenEdit, tokenEdits } from "./token-edits.js";

/** What a restorer should do at a span: `text.slice(start, end) === spun`. */
export interface GoldEdit {
  readonly start: number;
  readonly end: number;
  readonly spun: string;
  readonly original: string;
  /** What is as good as the original; `spun` itself where leaving it is as good. */
  readonly accept: readonly string[];
  /** Fluent as it stands: leaving it costs no recall. */
  readonly silent: boolean;
}

/** A text to restore and what is to come out. */
export interface GoldCase {
  readonly id: string;
  readonly text: string;
  readonly gold: readonly GoldEdit[];
}

/** A case as it is written in a file: with gold edits, or with a restored text from which they follow. */
export interface WrittenCase {
  readonly id: string;
  readonly text: string;
  readonly reference?: string;
  readonly gold?: readonly (Omit<GoldEdit, "accept" | "silent"> & {
    readonly accept?: readonly string[];
    readonly silent?: boolean;
  })[];
}

/** Reads a case, deriving its gold edits from the reference if it has none. */
export function goldCaseOf({ id, text, reference, gold }: WrittenCase): GoldCase {
  if (gold) return { id, text, gold: gold.map((each) => ({ accept: [], silent: false, ...each })) };
  return { id, text, gold: tokenEdits(text, reference ?? text).map(toGold) };
}

function toGold({ start, end, before, after }: TokenEdit): GoldEdit {
  return { start, end, spun: before, original: after, accept: [], silent: false };
}
