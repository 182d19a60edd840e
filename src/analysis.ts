import { modelLens, scoreFluency } from "./context/fluency.js";
import { evidenceOdds, firstOdds } from "./context/odds.js";
import { rankCandidates } from "./context/ranker.js";
import { plainReading } from "./context/reading.js";
import { documentSupport } from "./context/support.js";
import { draftReading } from "./decision/draft.js";
import { posteriorOf } from "./decision/posterior.js";
import { estimateSpinRate, refineSpinRate, type SpinRate } from "./decision/spin-rate.js";
import { match } from "./dictionary/match.js";
import { InputError } from "./errors.js";
import type { Lattice } from "./lattice.js";
import type { Resources } from "./resources.js";
import { scan } from "./text/scan.js";

/** A text as all stages up to the decision have read it. */
export interface Analysis {
  readonly lattice: Lattice;
  /** By candidate: log-odds against the form as it stands, by fluency and channel alone. */
  readonly first: Float32Array;
  /** By candidate: the ranker's. */
  readonly odds: Float32Array;
  readonly rate: SpinRate;
}

/**
 * Reads a text twice: as it stands, for a draft of what it was, and then through that draft, since spun words stand next
 * to spun words.
 *
 * @throws {InputError} if it is no string
 */
export function analyse(resources: Resources, text: string): Analysis {
  if (typeof text !== "string") throw new InputError(`the text must be a string, not ${typeof text}`);
  const { language, dictionary, modelWords, ranker, symbols } = resources;
  const lattice = match(dictionary, scan(text, dictionary.phrases.vocabulary));
  const lens = modelLens(language, modelWords, lattice.scan);

  const plain = scoreFluency(language, lens, lattice, plainReading(lattice));
  const first = firstOdds(lattice, plain);
  const firstRate = estimateSpinRate(lattice, first);

  const draft = draftReading(lattice, first, firstRate);
  const drafted = scoreFluency(language, lens, lattice, draft);
  const support = documentSupport(lattice, posteriorOf(lattice, first, firstRate).candidate);
  const odds = rankCandidates(ranker, symbols, lattice, { plain, drafted, support, draft });

  const rate = estimateSpinRate(lattice, evidenceOdds(first, odds));
  return { lattice, first, odds, rate: refineSpinRate(lattice, odds, rate) };
}
