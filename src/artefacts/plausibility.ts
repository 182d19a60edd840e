import { logProbability, type NgramModel } from "../context/ngram.js";
import { type Lens, PASSED_OVER } from "../context/window.js";
import { wordsOf } from "../dictionary/phrases.js";
import { type Vocabulary, wordIdOf } from "../text/vocabulary.js";

/** What a text's words are to the language model. */
export interface Fluent {
  readonly model: NgramModel;
  /** The vocabulary that the lens's words are numbered by. */
  readonly vocabulary: Vocabulary;
  readonly lens: Lens;
}

/**
 * log P(words and the two words behind them | the two words before them) of words put between two tokens, natural
 * logarithm.
 *
 * @param left the last token before the words is `left - 1`
 * @param right the first token behind them
 */
export function plausibilityOf(fluent: Fluent, left: number, right: number, words: readonly number[]): number {
  const { model } = fluent;
  let [history, previous] = leftOf(fluent, left);
  let sum = 0;
  for (const word of [...words, ...rightOf(fluent, right)]) {
    sum += logProbability(model, history, previous, word);
    [history, previous] = [previous, word];
  }
  return sum;
}

/** The language model's words of a phrase, punctuation left out. */
export function modelWordsIn({ model, vocabulary, lens }: Fluent, phrase: string): number[] {
  return wordsOf(phrase).flatMap((word) => {
    const id = wordIdOf(vocabulary, word);
    const key = id >= 0 ? lens.words[id] : /^[\p{L}']/u.test(word) ? model.unknown : PASSED_OVER;
    return key === PASSED_OVER ? [] : [key];
  });
}

/** The tokens' words from `from` to `to` (exclusive), punctuation left out. */
export function modelWordsAt({ lens }: Fluent, from: number, to: number): number[] {
  return [...lens.tokens.subarray(from, to)].filter((word) => word !== PASSED_OVER);
}

function leftOf({ lens }: Fluent, left: number): [number, number] {
  const found: number[] = [];
  let at = left;
  while (found.length < 2) {
    if (at === 0 || (at < lens.walls.length && lens.walls[at] === 1)) {
      found.push(lens.start, -1);
      break;
    }
    at--;
    if (lens.tokens[at] !== PASSED_OVER) found.push(lens.tokens[at]);
  }
  return [found[1], found[0]];
}

function rightOf({ lens }: Fluent, right: number): number[] {
  const found: number[] = [];
  for (let at = right; found.length < 2; at++) {
    if (at >= lens.tokens.length || lens.walls[at] === 1) return [...found, lens.end];
    if (lens.tokens[at] !== PASSED_OVER) found.push(lens.tokens[at]);
  }
  return found;
}
