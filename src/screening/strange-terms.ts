import { logProbability, type NgramModel } from "../context/ngram.js";
import { NO_CONTEXT } from "../context/window.js";
import { mayBegin } from "../dictionary/beginnings.js";
import type { Dictionary } from "../dictionary/compile.js";
import { TermComposer } from "../dictionary/composer.js";
import { Shields } from "../dictionary/shields.js";
import { buildTrie, type Trie } from "../dictionary/trie.js";
import { LatticeBuilder } from "../lattice.js";
import { APART, FIXED, type QuickReader } from "./quick-reader.js";

/** Two words side by side that are more frequent than this, by themselves, are not strange. In nats. */
const COMMON = -18.5;
/** How strange a phrase has to be, its channel weight taken off; in nats. */
const STRANGE = 18;

/** Finds whether a text has a phrase that nobody writes and that is a swapped term: see decision/strong-terms.ts. */
export class StrangeTerms {
  readonly #dictionary: Dictionary;
  readonly #model: NgramModel;
  /** No form has precedence here. */
  readonly #noForms: Trie;
  readonly #builder = new LatticeBuilder();

  constructor(dictionary: Dictionary, model: NgramModel) {
    this.#dictionary = dictionary;
    this.#model = model;
    this.#noForms = buildTrie(dictionary.phrases, [], dictionary.phrases.vocabulary.size);
  }

  /** Whether the text that was read has one. */
  isIn({ count, word, model, flags }: QuickReader): boolean {
    const { composition, phrases } = this.#dictionary;
    const { unigram } = this.#model;
    const { size } = phrases.vocabulary;
    let composer: TermComposer | undefined;
    for (let at = 0; at + 1 < count; at++) {
      if (unigram[model[at]] + unigram[model[at + 1]] > COMMON || flags[at] & FIXED || flags[at + 1] & APART) continue;
      if (word[at] < 0 || word[at + 1] < 0 || word[at] >= size || word[at + 1] >= size) continue;
      if (!mayBegin(composition.beginnings, word[at], word[at + 1])) continue;
      composer ??= new TermComposer(composition, this.#noForms, {
        count,
        word,
        isApart: (token) => (flags[token] & APART) !== 0 || word[token] >= size,
        written: () => "",
      });
      this.#builder.clear();
      composer.composeAt(at, new Shields(phrases), this.#builder);
      if (this.#isStrange(model)) return true;
    }
    return false;
  }

  #isStrange(words: Int32Array): boolean {
    const { siteCount, from, to, first, channel } = this.#builder.sites({ count: 0 }, this.#dictionary.phrases);
    for (let site = 0; site < siteCount; site++) {
      let best = Number.NEGATIVE_INFINITY;
      for (let c = first[site]; c < first[site + 1]; c++) best = Math.max(best, channel[c]);
      let surprise = 0;
      let [before, last] = [NO_CONTEXT, NO_CONTEXT];
      for (let token = from[site]; token < to[site]; token++) {
        surprise -= logProbability(this.#model, before, last, words[token]);
        [before, last] = [last, words[token]];
      }
      if (surprise + best > STRANGE) return true;
    }
    return false;
  }
}
