import type { Sites } from "../lattice.js";
import { isAcronym, LetterCase } from "../text/case.js";
import type { Scan } from "../text/scan.js";
import { TokenKind } from "../text/tokens.js";
import { type Vocabulary, wordAt, wordIdOf } from "../text/vocabulary.js";
import { IntList } from "./int-list.js";
import type { NgramModel } from "./ngram.js";
import type { NgramBatch } from "./ngram-batch.js";
import { differencesOf, type Reading } from "./reading.js";
import { SpanTerms, sumOf } from "./span-terms.js";
import { ContextWindow, type Lens, PASSED_OVER } from "./window.js";

/** By word id of a dictionary's vocabulary: the language model's word for it, or `PASSED_OVER` for punctuation. */
export function modelWordsOf(model: NgramModel, vocabulary: Vocabulary): Int32Array {
  const words = new Int32Array(vocabulary.size);
  const known = model.vocabulary.size;
  for (let id = 0; id < known; id++) words[id] = id;
  const { characters, offsets } = vocabulary;
  for (let id = known; id < vocabulary.size; id++) {
    const first = characters[offsets[id]];
    words[id] = first >= 0x61 && first <= 0x7a ? model.unknown : strangerOf(model, wordAt(vocabulary, id));
  }
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

/** Scores that are known, and the reading through which they were made. */
export interface KnownFluency {
  readonly reading: Reading;
  readonly fluency: Fluency;
}

/**
 * Scores every candidate of every site with the language model, neighbours read through `reading`.
 *
 * @param known what is known already: it holds where both readings have the same neighbours
 */
export function scoreFluency(
  batch: NgramBatch,
  lens: Lens,
  lattice: Sites,
  reading: Reading,
  known?: KnownFluency,
): Fluency {
  const { siteCount, candidateCount, from, to } = lattice;
  const fluency = { kept: new Float32Array(siteCount), gain: new Float32Array(candidateCount) };
  const window = new ContextWindow(lattice, lens, 2);
  const readings = new SiteReadings(batch, lens, lattice, window);
  const different = known && differencesOf(reading, known.reading);
  for (let site = 0; site < siteCount; site++) {
    window.read(from[site], to[site], reading);
    if (different && different[window.start] === different[window.end]) {
      takeOver(known.fluency, fluency, lattice, site);
      continue;
    }
    readings.name(site);
    if (batch.isFull) readings.score(fluency);
  }
  readings.score(fluency);
  return fluency;
}

function takeOver(known: Fluency, fluency: Fluency, { first }: Sites, site: number): void {
  fluency.kept[site] = known.kept[site];
  for (let c = first[site]; c < first[site + 1]; c++) fluency.gain[c] = known.gain[c];
}

/** All readings of many sites, scored together. */
class SiteReadings {
  readonly #batch: NgramBatch;
  readonly #lattice: Sites;
  readonly #terms: SpanTerms;
  readonly #sites = new IntList();
  /** By reading, in the order of the sites: where its terms end. */
  readonly #ends = new IntList();

  constructor(batch: NgramBatch, lens: Lens, lattice: Sites, window: ContextWindow) {
    this.#batch = batch;
    this.#lattice = lattice;
    this.#terms = new SpanTerms(batch, lens, lattice.phrases, window);
  }

  /** Names the terms of a site's readings: as it stands, and with each original. The window has read what is around it. */
  name(site: number): void {
    const { from, to, first, original } = this.#lattice;
    const terms = this.#terms;
    terms.open();
    terms.begin();
    terms.addTokens(from[site], to[site]);
    terms.end();
    this.#ends.push(this.#batch.length);
    for (let c = first[site]; c < first[site + 1]; c++) {
      this.#batch.reserve();
      terms.begin();
      terms.addPhrase(original[c]);
      terms.end();
      this.#ends.push(this.#batch.length);
    }
    this.#sites.push(site);
  }

  /** Scores what was named. */
  score({ kept, gain }: Fluency): void {
    const { first } = this.#lattice;
    const values = this.#batch.run();
    const stops = this.#ends.values;
    let at = 0;
    let reading = 0;
    for (let i = 0; i < this.#sites.length; i++) {
      const site = this.#sites.values[i];
      kept[site] = sumOf(0, values, at, stops[reading]);
      at = stops[reading++];
      for (let c = first[site]; c < first[site + 1]; c++) {
        gain[c] = sumOf(0, values, at, stops[reading]) - kept[site];
        at = stops[reading++];
      }
    }
    this.#sites.clear();
    this.#ends.clear();
  }
}
