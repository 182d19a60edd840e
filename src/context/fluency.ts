import type { Lattice } from "../lattice.js";
import { isAcronym, LetterCase } from "../text/case.js";
import type { Scan } from "../text/scan.js";
import { TokenKind } from "../text/tokens.js";
import { type Vocabulary, wordAt, wordIdOf } from "../text/vocabulary.js";
import { logProbability, type NgramModel } from "./ngram.js";
import type { Reading } from "./reading.js";
import { ContextWindow, type Lens, NO_CONTEXT, PASSED_OVER } from "./window.js";

/** By word id of a dictionary's vocabulary: the language model's word for it, or `PASSED_OVER` for punctuation. */
export function modelWordsOf(model: NgramModel, vocabulary: Vocabulary): Int32Array {
  const words = new Int32Array(vocabulary.size);
  for (let id = 0; id < vocabulary.size; id++)
    words[id] = id < model.vocabulary.size ? id : strangerOf(model, wordAt(vocabulary, id));
  return words;
}

function strangerOf(model: NgramModel, word: string): number {
  if (/^\d/.test(word)) return model.number;
  return /^[\p{L}']/u.test(word) ? model.unknown : PASSED_OVER;
}

/** In capitals, words more frequent than this are acronyms that look like them. By id, which is by frequency. */
const FREQUENT = 300;

/** How the language model sees a text: no punctuation, sentences apart. */
export function modelLens(model: NgramModel, words: Int32Array, scan: Scan): Lens {
  const { count, word, kind, letterCase } = scan;
  const tokens = new Int32Array(count);
  const us = wordIdOf(model.vocabulary, "us");
  const unitedStates = wordIdOf(model.vocabulary, "u.s.");
  for (let i = 0; i < count; i++) {
    if (kind[i] === TokenKind.Punctuation || kind[i] === TokenKind.Stop) tokens[i] = PASSED_OVER;
    else if (kind[i] === TokenKind.Number) tokens[i] = model.number;
    // "US" and "WHO" are not the pronouns that the model has in their place.
    else if (word[i] === us && unitedStates >= 0 && isAcronym(letterCase, i)) tokens[i] = unitedStates;
    else if (word[i] >= 0 && word[i] < FREQUENT && isAcronym(letterCase, i)) tokens[i] = model.name;
    else if (word[i] >= 0 && word[i] < model.vocabulary.size) tokens[i] = word[i];
    else
      tokens[i] = letterCase[i] === LetterCase.Lower || letterCase[i] === LetterCase.None ? model.unknown : model.name;
  }
  return { tokens, words, walls: scan.sentenceStart, start: model.sentenceStart, end: model.sentenceEnd };
}

/** How well each reading of a site fits its context. */
export interface Fluency {
  /** By site: log P(form as it stands and the two words behind it | the two words before it), natural logarithm. */
  readonly kept: Float32Array;
  /** By candidate: the same with the original in the form's place, less `kept`. */
  readonly gain: Float32Array;
}

/** Scores every candidate of every site with the language model, neighbours read through `reading`. */
export function scoreFluency(model: NgramModel, lens: Lens, lattice: Lattice, reading: Reading): Fluency {
  const { siteCount, candidateCount, from, to, first, original, phrases } = lattice;
  const kept = new Float32Array(siteCount);
  const gain = new Float32Array(candidateCount);
  const window = new ContextWindow(lattice, lens, 2);
  const words: number[] = [];
  for (let site = 0; site < siteCount; site++) {
    window.read(from[site], to[site], reading);
    words.length = 0;
    for (let i = from[site]; i < to[site]; i++) if (lens.tokens[i] !== PASSED_OVER) words.push(lens.tokens[i]);
    kept[site] = scoreSpan(model, window, words);
    for (let c = first[site]; c < first[site + 1]; c++) {
      words.length = 0;
      for (let at = phrases.offsets[original[c]]; at < phrases.offsets[original[c] + 1]; at++) {
        const word = lens.words[phrases.words[at]];
        if (word !== PASSED_OVER) words.push(word);
      }
      gain[c] = scoreSpan(model, window, words) - kept[site];
    }
  }
  return { kept, gain };
}

/** log P(words, right context | left context). */
export function scoreSpan(model: NgramModel, window: ContextWindow, words: readonly number[]): number {
  let [history, previous] = [window.left[1], window.left[0]];
  let sum = 0;
  for (const word of words) {
    sum += logProbability(model, history, previous, word);
    history = previous;
    previous = word;
  }
  for (const word of window.right) {
    if (word === NO_CONTEXT) break;
    sum += logProbability(model, history, previous, word);
    history = previous;
    previous = word;
  }
  return sum;
}
