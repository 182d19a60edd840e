import { accountFor } from "./account.js";
import { examine } from "./analysis.js";
import { type Change, toChanges } from "./decision/change.js";
import { chooseCandidates } from "./decision/choose.js";
import { withinErrors } from "./decision/expected-errors.js";
import { withTerms } from "./decision/strong-terms.js";
import { detectionOf, dismissal } from "./detection.js";
import type { UserDictionary } from "./dictionary/define.js";
import { applyEdits } from "./edits/apply.js";
import { type Account, toEdits } from "./edits/report.js";
import { InputError } from "./errors.js";
import { type Ignore, ignoredTokens } from "./ignore.js";
import { loadResources } from "./load.js";
import { LONGEST_PART } from "./long-text/cutter.js";
import { detectLongText, type OpenText, openText, type PartRestorer, restoreLongText } from "./long-text/restore.js";
import { type Bench, mendFirst, mendLast, withMends } from "./mending.js";
import { type Preset, type Thresholds, thresholdsOf } from "./options.js";
import { type Resources, screenOf, withDictionaries } from "./resources.js";
import type { Screen, Suspicion } from "./screening/screen.js";
import { settle } from "./settle.js";
import { scan } from "./text/scan.js";
import type { Detection, Restoration } from "./types.js";

/** How a text is to be restored. */
export interface UnspinOptions {
  /** How careful to be; `balanced` if not said. */
  readonly preset?: Preset;
  /**
   * Least confidence of an edit that is applied, 0 to 1. If it is not said, the preset decides; `balanced` and
   * `cautious` also see to it that no more than 7 edits in a hundred of a text, and two, are expected to be wrong.
   */
  readonly minConfidence?: number;
  /** Words, phrases, patterns and spans that are left alone. */
  readonly ignore?: readonly Ignore[];
  /** Dictionaries of your own, made by `defineDictionary`: added to the package's, or in their place. */
  readonly dictionary?: UserDictionary | readonly UserDictionary[];
  /**
   * Looks at every text in full. Otherwise texts that show nothing of spinning or translation at first glance are
   * dismissed, which is many times as fast; the verdict on them is a summary one.
   */
  readonly thorough?: boolean;
}

/** A restorer that is set up once and used for millions of texts. It has no state: calls do not influence each other. */
export interface Unspinner {
  /** Restores a text. @throws {InputError} if it is no string */
  unspin(text: string): Restoration;
  /** Says whether a text was spun, without restoring it. @throws {InputError} if it is no string */
  detect(text: string): Detection;
  /** Restores a text while it comes in, in memory that does not grow with it; the result is that of `unspin`. */
  openText(): OpenText;
}

/** What one restorer works with. */
interface Workshop {
  readonly resources: Resources;
  readonly thresholds: Thresholds;
  /** Looks at texts first; absent if all are to be looked at in full. */
  readonly screen: Screen | undefined;
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
  const extended = withDictionaries(resources, [options.dictionary ?? []].flat());
  const workshop: Workshop = {
    resources: extended,
    thresholds: thresholdsOf(options.preset, options.minConfidence),
    screen: options.thorough ? undefined : screenOf(extended),
  };
  const ignore = options.ignore ?? [];
  const parts: PartRestorer = {
    unspin: (text, ignore) => settle((once, left) => restore(workshop, once, left), text, ignore),
    detect: (text) => detectSpinning(workshop, text),
  };
  const isLong = (text: string): boolean => typeof text === "string" && text.length > LONGEST_PART;
  return {
    unspin: (text) => (isLong(text) ? restoreLongText(parts, text, ignore) : parts.unspin(text, ignore)),
    detect: (text) => (isLong(text) ? detectLongText(parts, text) : parts.detect(text)),
    openText: () => openText(parts, ignore),
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

/** Screens a text. @throws {InputError} if it is no string */
function suspect({ screen, thresholds }: Workshop, text: string): Suspicion {
  if (typeof text !== "string") throw new InputError(`the text must be a string, not ${typeof text}`);
  return screen?.suspect(text, thresholds.evidence) ?? { spun: true, translated: true };
}

function detectSpinning(workshop: Workshop, text: string): Detection {
  if (!suspect(workshop, text).spun) return dismissal(text);
  return detectionOf(examine(workshop.resources, text), workshop.thresholds.evidence);
}

/** Restores a text that was not spun: it may still have been translated. */
function restoreUnspun(workshop: Workshop, text: string, ignore: readonly Ignore[], translated: boolean): Restoration {
  const detection = dismissal(text);
  const untouched = { edits: [], suggestions: [] };
  if (!translated) return { text, ...untouched, detection };
  const { resources, thresholds } = workshop;
  const tokens = scan(text, resources.dictionary.phrases.vocabulary);
  const bench: Bench = { resources, scan: tokens, spun: false, blocked: ignoredTokens(tokens, ignore) };
  const all = withMends(text, untouched, mendFirst(bench), thresholds);
  return { text: applyEdits(text, all.edits), ...all, detection };
}

function restore(workshop: Workshop, text: string, ignore: readonly Ignore[]): Restoration {
  const suspicion = suspect(workshop, text);
  if (!suspicion.spun) return restoreUnspun(workshop, text, ignore, suspicion.translated);
  const { thresholds, resources } = workshop;
  const examination = examine(resources, text);
  const { analysis, last } = examination;
  const detection = detectionOf(examination, thresholds.evidence);
  const { lattice, terms } = analysis;
  const { scan: tokens } = lattice;
  const blocked = ignoredTokens(tokens, ignore);
  const bench: Bench = { resources, scan: tokens, spun: detection.spun, blocked };
  const first = mendFirst(bench);
  const confidence = (detection.spun && last?.confidence) || new Float64Array(lattice.candidateCount);
  const probability = withTerms(confidence, terms, detection.spun);
  const choose = (threshold: number, propose: boolean, wrong: number): Change[] => {
    if (!detection.spun && terms.certainty.length === 0) return [];
    const choices = chooseCandidates(lattice, probability, threshold, blocked, propose);
    return toChanges(lattice, withinErrors(choices, probability, wrong), probability);
  };
  const changes = choose(thresholds.edit, false, thresholds.wrong);
  for (const change of changes) blocked.fill(1, change.from, change.to);
  const mends = mendLast(bench, changes, first);
  const { odds, rate } = last ?? analysis;
  const account = (change: Change): Account => accountFor(resources.dictionary, lattice, odds, rate, change);
  const edits = toEdits(tokens, changes, account);
  const suggestions = toEdits(tokens, choose(thresholds.suggestion, true, 1), account);
  const all = withMends(text, { edits, suggestions }, mends, thresholds);
  return { text: applyEdits(text, all.edits), ...all, detection };
}
