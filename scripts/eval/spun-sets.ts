import type { NgramModel } from "../../src/context/ngram.js";
import { type SpinHabits, type SpunText, spin } from "../simulate/spin.js";
import type { Spinner } from "../simulate/spinner.js";
import { surfaceKey } from "./library.js";
import type { GoldCase, GoldEdit } from "./scoring/gold.js";
import { withSilence } from "./silent.js";
import type { CleanText } from "./texts.js";

/** A gold edit and where the swap came from. */
export interface SpunGold extends GoldEdit {
  /** The spinner's dictionary that had the pair. */
  readonly domain: string;
  /** Whether the library's dictionary holds the pair too. */
  readonly known: boolean;
}

/** A clean text that was spun. */
export interface SpunCase extends GoldCase {
  readonly source: string;
  readonly gold: readonly SpunGold[];
}

/** The habits of a spinner when it meets a text. */
export type HabitsFor = (text: CleanText) => SpinHabits;

/** Spins texts and lays out what is to be undone. @param known pairs that the library holds, see `surfaceKeys` */
export function spinTexts(
  spinner: Spinner,
  texts: readonly CleanText[],
  habits: HabitsFor,
  model: NgramModel,
  known: ReadonlySet<string>,
): SpunCase[] {
  return texts.map((clean) => {
    const { id, source, text } = clean;
    const spun = spin(spinner, text, habits(clean), id);
    return { id, source, text: spun.text, gold: goldEdits(spinner, text, spun, model, known) };
  });
}

function goldEdits(
  spinner: Spinner,
  text: string,
  spun: SpunText,
  model: NgramModel,
  known: ReadonlySet<string>,
): SpunGold[] {
  const edits = spun.gold.map(({ start, end, spun: form, original, pair }) => {
    const { domain } = spinner.pairs[pair];
    const found = known.has(surfaceKey(form, original));
    return { start, end, spun: form, original, accept: [], silent: false, domain, known: found };
  });
  return withSilence(model, text, edits);
}
