import { logProbability, type NgramModel } from "../../src/context/ngram.js";
import { wordsOf } from "../../src/dictionary/phrases.js";
import { NO_WORD, wordIdOf } from "../../src/text/vocabulary.js";

/** How many neighbours on each side a word is known by. */
const NEIGHBOURS = 300;
/** What a phrase loses for each word but its first, in nats. */
const INNER_WORD = 0.5;
/** A gain beyond this, in nats, is chance. */
const CLIP = 8;

/** The words that stand beside a word, each with the share of its occurrences there. */
interface Surroundings {
  readonly left: readonly { readonly word: number; readonly share: number }[];
  readonly right: readonly { readonly word: number; readonly share: number }[];
}

/**
 * Ranks phrases by how well they take a word's place: the mean pointwise mutual information (Church and Hanks 1990) of a
 * phrase with the neighbours that the language model knows of the word.
 *
 * @returns the phrases that the model knows, the best first, with their scores in nats
 */
export function rankByInterchange(
  model: NgramModel,
  word: string,
  phrases: readonly string[],
): { phrase: string; score: number }[] {
  const [first, last] = edgesOf(model, word);
  if (first === NO_WORD || last === NO_WORD) return [];
  const around: Surroundings = { left: leftOf(model, first), right: rightOf(model, last) };
  const ranked = phrases.flatMap((phrase) => {
    const [start, end] = edgesOf(model, phrase);
    if (start === NO_WORD || end === NO_WORD) return [];
    // The inner words of a phrase are not weighed.
    const score = scoreOf(model, around, start, end) - INNER_WORD * (phrase.split(" ").length - 1);
    return [{ phrase, score }];
  });
  return ranked.sort((a, b) => b.score - a.score || (a.phrase < b.phrase ? -1 : 1));
}

function edgesOf(model: NgramModel, phrase: string): [first: number, last: number] {
  const ids = wordsOf(phrase).map((word) => wordIdOf(model.vocabulary, word));
  return ids.includes(NO_WORD) ? [NO_WORD, NO_WORD] : [ids[0] ?? NO_WORD, ids.at(-1) ?? NO_WORD];
}

function scoreOf(model: NgramModel, around: Surroundings, start: number, end: number): number {
  let score = 0;
  for (const { word, share } of around.left) {
    score += share * clipped(logProbability(model, NO_WORD, word, start) - model.unigram[start]);
  }
  for (const { word, share } of around.right) {
    score += share * clipped(logProbability(model, NO_WORD, end, word) - model.unigram[word]);
  }
  return score;
}

function clipped(gain: number): number {
  return Math.max(-CLIP, Math.min(CLIP, gain));
}

function leftOf(model: NgramModel, word: number): Surroundings["left"] {
  return mostTelling(
    model,
    (other) => (other === model.sentenceStart ? NONE : logProbability(model, NO_WORD, other, word)),
    word,
  );
}

function rightOf(model: NgramModel, word: number): Surroundings["right"] {
  return mostTelling(
    model,
    (other) => logProbability(model, NO_WORD, word, other) - model.unigram[other] + model.unigram[word],
    word,
  );
}

const NONE = Number.NEGATIVE_INFINITY;

/**
 * The neighbours that stand beside a word most often, of those that stand there oftener than chance has it.
 *
 * @param after log P(word | neighbour), by neighbour
 */
function mostTelling(
  model: NgramModel,
  after: (neighbour: number) => number,
  word: number,
): { word: number; share: number }[] {
  const found: { word: number; share: number }[] = [];
  for (let other = 0; other < model.vocabulary.size; other++) {
    const given = after(other);
    if (given > model.unigram[word]) found.push({ word: other, share: Math.exp(model.unigram[other] + given) });
  }
  const kept = found.sort((a, b) => b.share - a.share).slice(0, NEIGHBOURS);
  const total = kept.reduce((sum, { share }) => sum + share, 0);
  return kept.map((neighbour) => ({ ...neighbour, share: neighbour.share / total }));
}
