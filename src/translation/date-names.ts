import { onceFor } from "../deferred.js";
import type { Dictionary } from "../dictionary/compile.js";
import { spellingOf } from "../lattice.js";

/** In English, from January on. */
export const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const DATE_NAMES = new Set([...MONTHS, ...DAYS]);

/** Whether an original is the name of a month or a day. */
export function isDateName(original: string): boolean {
  return DATE_NAMES.has(original);
}

/** The words, by id in the domain's vocabulary, that are names of months or days in another language. Worked out once. */
export const foreignDateNames = onceFor((translation: Dictionary): ReadonlySet<number> => {
  const { phrases, entryFirst, entryOriginal } = translation;
  const names = new Set<number>();
  for (let form = 0; form + 1 < entryFirst.length; form++) {
    const originals = entryOriginal.subarray(entryFirst[form], entryFirst[form + 1]);
    if (originals.some((original) => isDateName(spellingOf(phrases, original)))) {
      names.add(phrases.words[phrases.offsets[form]]);
    }
  }
  return names;
});
