import { scoreFluency } from "../context/fluency.js";
import type { NgramModel } from "../context/ngram.js";
import { batchOf } from "../context/ngram-batch.js";
import { firstOdds } from "../context/odds.js";
import type { Sites } from "../lattice.js";
import type { QuickReader } from "./quick-reader.js";

/** Weighs the candidates of a text that the quick reader has read, as it stands: nothing is guessed anywhere. */
export class FirstImpression {
  readonly #language: NgramModel;
  /** By word id of the dictionary's vocabulary: the language model's word. */
  readonly #words: Int32Array;
  /** By token: -1, as many as any text had. */
  #unguessed = new Int32Array(0);

  constructor(language: NgramModel, words: Int32Array) {
    this.#language = language;
    this.#words = words;
  }

  /** By candidate: log-odds against the form as it stands, by fluency and channel. */
  oddsOf(sites: Sites, { model, walls }: QuickReader): Float32Array {
    if (this.#unguessed.length < model.length) this.#unguessed = new Int32Array(model.length).fill(-1);
    const reading = { siteAt: this.#unguessed, candidateOf: this.#unguessed };
    const { sentenceStart: start, sentenceEnd: end } = this.#language;
    const lens = { tokens: model, words: this.#words, walls, start, end };
    return firstOdds(sites, scoreFluency(batchOf(this.#language), lens, sites, reading));
  }
}
