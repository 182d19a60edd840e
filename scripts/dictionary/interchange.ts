import { logProbability, type NgramModel } from "../../src/context/ngram.js";
import { wordsOf } from "../../src/dictionary/phrases.js";
import { NO_WORD, wordIdOf } from "../../src/text/vocabulary.js";

/** How many neighbours on each side a word is known by. */
const NEIGHBOURS = 300;
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
    return start === NO_WORD || end === NO_WORD ? [] : [{ phrase, score: scoreOf(model, around, start, end) }];
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
  const found: { word: number; share: number }[] = [];
  for (let h = 0; h < model.vocabulary.size; h++) {
    if (h === model.sentenceStart) continue;
    const row = rowOf(model, h, word);
    if (row >= 0) found.push({ word: h, share: Math.exp(model.unigram[h] + model.bigramLevels[model.bigram[row]]) });
  }
  return mostFrequent(found);
}

function rightOf(model: NgramModel, word: number): Surroundings["right"] {
  const found: { word: number; share: number }[] = [];
  for (let row = model.bigramStart[word]; row < model.bigramStart[word + 1]; row++) {
    found.push({ word: model.bigramWord[row], share: Math.exp(model.bigramLevels[model.bigram[row]]) });
  }
  return mostFrequent(found);
}

function rowOf(model: NgramModel, history: number, word: number): number {
  let low = model.bigramStart[history];
  let high = model.bigramStart[history + 1] - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (model.bigramWord[middle] === word) return middle;
    if (model.bigramWord[middle] < word) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function mostFrequent(found: { word: number; share: number }[]): { word: number; share: number }[] {
  const kept = found.sort((a, b) => b.share - a.share).slice(0, NEIGHBOURS);
  const total = kept.reduce((sum, { share }) => sum + share, 0);
  return kept.map(({ word, share }) => ({ word, share: share / total }));
}
