import { accountFor } from "./account.js";
import { modelLens, scoreFluency } from "./context/fluency.js";
import { evidenceOdds, firstOdds } from "./context/odds.js";
import { rankCandidates } from "./context/ranker.js";
import { plainReading } from "./context/reading.js";
import { documentSupport } from "./context/support.js";
import { type Change, toChanges } from "./decision/change.js";
import { chooseCandidates } from "./decision/choose.js";
import { draftReading } from "./decision/draft.js";
import { posteriorOf } from "./decision/posterior.js";
import { estimateSpinRate, refineSpinRate, type SpinRate } from "./decision/spin-rate.js";
import { detectionOf } from "./detection.js";
import type { UserDictionary } from "./dictionary/define.js";
import { match } from "./dictionary/match.js";
import { applyEdits } from "./edits/apply.js";
import { type Account, toEdits } from "./edits/report.js";
import { InputError } from "./errors.js";
import { type Ignore, ignoredTokens } from "./ignore.js";
import type { Lattice } from "./lattice.js";
import { loadResources } from "./load.js";
import { type Preset, type Thresholds, thresholdsOf } from "./options.js";
import { type Resources, withDictionaries } from "./resources.js";
import { scan } from "./text/scan.js";
import type { Detection, Restoration } from "./types.js";

/** How a text is to be restored. */
export interface UnspinOptions {
  /** How careful to be; `balanced` if not said. */
  readonly preset?: Preset;
  /** Least confidence of an edit that is applied, 0 to 1; the preset's if not said. */
  readonly minConfidence?: number;
  /** Words, phrases, patterns and spans that are left alone. */
  readonly ignore?: readonly Ignore[];
  /** Dictionaries of your own, made by `defineDictionary`: added to the package's, or in their place. */
  readonly dictionary?: UserDictionary | readonly UserDictionary[];
}

/** A restorer that is set up once and used for millions of texts. It has no state: calls do not influence each other. */
export interface Unspinner {
  /** Restores a text. @throws {InputError} if it is no string */
  unspin(text: string): Restoration;
  /** Says whether a text was spun, without restoring it. @throws {InputError} if it is no string */
  detect(text: string): Detection;
}

/** What one restorer works with. */
interface Workshop {
  readonly resources: Resources;
  readonly thresholds: Thresholds;
  readonly ignore: readonly Ignore[];
}

/**
 * Sets a restorer up.
 *
 * @throws {InputError} for options out of their range or not made as they should be
 * @throws {ModelError} if the packed data is missing or damaged
 */
export function createUnspinner(options: UnspinOptions = {}): Unspinner {
  return assembleUnspinner(loadResources(), options);
}

/** The same with resources of the caller's. */
export function assembleUnspinner(resources: Resources, options: UnspinOptions = {}): Unspinner {
  const workshop: Workshop = {
    resources: withDictionaries(resources, [options.dictionary ?? []].flat()),
    thresholds: thresholdsOf(options.preset, options.minConfidence),
    ignore: options.ignore ?? [],
  };
  return {
    unspin: (text) => restore(workshop, text),
    detect: (text) => detectionOf(analyse(workshop, text), workshop.thresholds.evidence),
  };
}

/**
 * Gives back the words that a machine swapped.
 *
 * @example unspin("Macron’s workplace stated that ...").text
 * @throws {InputError} if the text is no string or an option is out of its range
 */
export function unspin(text: string, options?: UnspinOptions): Restoration {
  return createUnspinner(options).unspin(text);
}

/** Says whether a text was spun, how much of it and where. @throws {InputError} as `unspin` does */
export function detect(text: string, options?: UnspinOptions): Detection {
  return createUnspinner(options).detect(text);
}

/** A text as all stages but the last have read it. */
export interface Analysis {
  readonly lattice: Lattice;
  /** By candidate: log-odds against the form as it stands. */
  readonly odds: Float32Array;
  readonly rate: SpinRate;
}

function analyse({ resources }: Workshop, text: string): Analysis {
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
  return { lattice, odds, rate: refineSpinRate(lattice, odds, rate) };
}

function restore(workshop: Workshop, text: string): Restoration {
  const analysis = analyse(workshop, text);
  const { thresholds, resources } = workshop;
  const detection = detectionOf(analysis, thresholds.evidence);
  if (!detection.spun) return { text, edits: [], suggestions: [], detection };
  const { lattice, odds, rate } = analysis;
  const probability = posteriorOf(lattice, odds, rate).candidate;
  const blocked = ignoredTokens(lattice.scan, workshop.ignore);
  const changes = toChanges(
    lattice,
    chooseCandidates(lattice, probability, thresholds.edit, blocked, false),
    probability,
  );
  for (const change of changes) blocked.fill(1, change.from, change.to);
  const proposed = toChanges(
    lattice,
    chooseCandidates(lattice, probability, thresholds.suggestion, blocked, true),
    probability,
  );
  const account = (change: Change): Account => accountFor(resources.dictionary, lattice, odds, rate, change);
  const edits = toEdits(lattice.scan, changes, account);
  return { text: applyEdits(text, edits), edits, suggestions: toEdits(lattice.scan, proposed, account), detection };
}
