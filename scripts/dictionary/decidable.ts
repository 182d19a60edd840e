import { logProbability, type NgramModel } from "../../src/context/ngram.js";
import { COMPOSING_DOMAIN } from "../../src/dictionary/compile.js";
import { conditionKey } from "../../src/dictionary/condition.js";
import type { Entry } from "../../src/dictionary/entry.js";
import { wordsOf } from "../../src/dictionary/phrases.js";
import { NO_WORD, wordIdOf } from "../../src/text/vocabulary.js";
import type { Finding } from "./rules.js";

/** A form more frequent than once in a million words is common English. */
const COMMON = Math.log(1e-6);
/** A word more frequent than once in twenty thousand stands in nearly every clean text; natural logarithm. */
export const EVERYDAY = Math.log(5e-5);

/**
 * Entries that nothing can decide: their spun form is common English, and the language model has never seen a word of
 * their original, so that no context can speak for it. They need a condition, or to be no more than suggestions.
 */
export function checkDecidable(model: NgramModel, entries: readonly Entry[]): Finding[] {
  return entries.flatMap((entry) => {
    if (entry.domain === COMPOSING_DOMAIN || entry.suggest || conditionKey(entry) !== "") return [];
    if (frequencyOf(model, entry.spun) <= COMMON) return [];
    const strange = strangersIn(model, entry.original);
    if (strange.length === 0) return [];
    const words = strange.map((word) => JSON.stringify(word)).join(" and ");
    return [{ entry, message: `common English for what the language model does not know, ${words}: give a condition` }];
  });
}

/**
 * Entries of everyday words that say where they fire and not where they stay: whoever knows a sentence in which the word
 * was swapped knows one in which it is right.
 */
export function checkBothKinds(model: NgramModel, entries: readonly Entry[]): Finding[] {
  const onesided = entries.filter(({ spun, fires, stays, requires, unless }) => {
    const ambiguous = !spun.includes(" ") && requires.length + unless.length === 0;
    return ambiguous && fires.length > 0 && stays.length === 0 && frequencyOf(model, spun) > EVERYDAY;
  });
  return onesided.map((entry) => ({ entry, message: "an everyday word: give a sentence in which it must stay, too" }));
}

/** log P(phrase) by the language model, natural logarithm; minus infinity if it does not know one of the words. */
export function frequencyOf(model: NgramModel, phrase: string): number {
  let sum = 0;
  let [history, previous] = [NO_WORD, NO_WORD];
  for (const word of wordsOf(phrase)) {
    const id = modelWordOf(model, word);
    if (id === NO_WORD) return Number.NEGATIVE_INFINITY;
    sum += logProbability(model, history, previous, id);
    [history, previous] = [previous, id];
  }
  return sum;
}

function strangersIn(model: NgramModel, phrase: string): string[] {
  return wordsOf(phrase).filter((word) => /^\p{L}/u.test(word) && modelWordOf(model, word) === NO_WORD);
}

function modelWordOf(model: NgramModel, word: string): number {
  return /^\d/.test(word) ? model.number : wordIdOf(model.vocabulary, word);
}
