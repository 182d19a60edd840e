import { COMPOSING_DOMAIN } from "../../src/dictionary/compile.js";
import type { Entry } from "../../src/dictionary/entry.js";
import { STANDS } from "../../src/dictionary/lay-out.js";
import type { Random } from "../simulate/random.js";
import type { SpinHabits } from "../simulate/spin.js";
import {
  dialectDrawnFrom,
  listDrawnFrom,
  OTHER_DIALECTS,
  pairsOfEntries,
  type SpinPair,
} from "../simulate/spin-pairs.js";
import { buildSpinner, type Spinner } from "../simulate/spinner.js";

/**
 * The habits of the next spinner to learn from: an eighth of the texts are left clean, the rest are spun at all rates,
 * names and quotations protected in half of them, words swapped throughout or not at all in half.
 */
export function habitsFor(random: Random): SpinHabits {
  const mode = random();
  const rate = mode < 0.12 ? 0 : mode < 0.37 ? 1 : mode < 0.62 ? ("list-size" as const) : ([0.1, 1] as const);
  return { rate, protect: random() < 0.5, choice: random() < 0.7 ? "weighted" : "uniform", steady: random() < 0.5 };
}

const LISTS = 9;
/** How many of the lists are those of papers' spinners, and of those with a dialect of their own. */
const SCIENCE_LISTS = 1;
const DIALECT_LISTS = 1;
/** How many tortured forms a paper's spinner has for a term, and how likely each of its words is swapped. */
const FORMS = 3;
const SWAPPED = 0.8;
/** Spinners with lists of their own. No real one uses all that the dictionary foresees: the ranker must not expect it to. */
export function spinnersFor(entries: readonly Entry[], terms: readonly string[], random: Random): Spinner[] {
  const usable = entries.filter(({ domain }) => !OTHER_DIALECTS.has(domain));
  const general = Array.from({ length: LISTS - SCIENCE_LISTS - DIALECT_LISTS }, () =>
    buildSpinner(pairsOfEntries(listDrawnFrom(usable, random))),
  );
  const dialects = Array.from({ length: DIALECT_LISTS }, () =>
    buildSpinner(pairsOfEntries(dialectDrawnFrom(entries, random))),
  );
  const science = Array.from({ length: SCIENCE_LISTS }, () => buildSpinner(tortured(entries, terms, random)));
  return [...general, ...dialects, ...science];
}

/** Terms with their words swapped one by one, as in papers: "counterfeit consciousness" for "artificial intelligence". */
function tortured(entries: readonly Entry[], terms: readonly string[], random: Random): SpinPair[] {
  const swaps = new Map<string, string[]>();
  for (const { spun, original } of pairsOfEntries(entries.filter(({ domain }) => domain === COMPOSING_DOMAIN))) {
    const forms = swaps.get(original);
    if (forms) forms.push(spun);
    else swaps.set(original, [spun]);
  }
  const pairs: SpinPair[] = [];
  for (const term of terms) {
    if (term.startsWith(STANDS)) continue;
    for (let form = 0; form < FORMS; form++) {
      const spun = term
        .split(" ")
        .map((word) => {
          const forms = swaps.get(word);
          return forms && random() < SWAPPED ? forms[Math.floor(random() * forms.length)] : word;
        })
        .join(" ");
      if (spun !== term) pairs.push({ original: term, spun, weight: 1, domain: "science" });
    }
  }
  return pairs;
}
