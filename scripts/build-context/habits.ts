import type { Entry } from "../../src/dictionary/entry.js";
import type { Random } from "../simulate/random.js";
import type { SpinHabits } from "../simulate/spin.js";
import { OTHER_DIALECTS, pairsOfEntries } from "../simulate/spin-pairs.js";
import { buildSpinner, type Spinner } from "../simulate/spinner.js";

/**
 * The habits of the next spinner to learn from: an eighth of the texts are left clean, the rest are spun at all rates,
 * names and quotations protected in half of them.
 */
export function habitsFor(random: Random): SpinHabits {
  const mode = random();
  const rate = mode < 0.12 ? 0 : mode < 0.37 ? 1 : mode < 0.62 ? ("list-size" as const) : ([0.1, 1] as const);
  return { rate, protect: random() < 0.5, choice: random() < 0.7 ? "weighted" : "uniform" };
}

const LISTS = 8;
/** How likely an entry that was not observed is to be in a spinner's list. */
const LISTED = 0.4;

/**
 * Spinners with lists of their own: what was observed is in each, of the rest each has its random share. No real spinner
 * uses all that the dictionary foresees, and the ranker must not learn to expect it.
 */
export function spinnersFor(entries: readonly Entry[], random: Random): Spinner[] {
  const usable = entries.filter(({ domain }) => !OTHER_DIALECTS.has(domain));
  return Array.from({ length: LISTS }, () =>
    buildSpinner(pairsOfEntries(usable.filter((entry) => entry.seen || random() < LISTED))),
  );
}
