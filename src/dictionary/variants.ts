import type { Phrases } from "../lattice.js";
import { LetterCase } from "../text/case.js";
import type { Scan } from "../text/scan.js";
import { NO_WORD, wordAt, wordIdOf } from "../text/vocabulary.js";
import { similarity } from "./similarity.js";
import { step, type Trie } from "./trie.js";

/** What `VariantFinder.formAt` gives where the word is a variant of nothing. */
export const NO_VARIANT = -1;

/** Least Dice coefficient at which an unknown word is taken for a misspelt form. */
const LEAST_SIMILARITY = 0.8;
/** Shorter words are too like each other. */
const SHORTEST_MISSPELT = 6;

/** One-word forms by their first two letters and their last: what a misspelt word is compared with. */
export type VariantIndex = ReadonlyMap<number, readonly number[]>;

/** What the finder needs of a dictionary. */
export interface VariantSource {
  readonly phrases: Phrases;
  readonly trie: Trie;
  readonly variants: VariantIndex;
}

function bucketOf(text: string, start: number, end: number): number {
  const at = (i: number): number => text.charCodeAt(i) & 0x3ff;
  return (at(start) << 20) | (at(start + 1) << 10) | at(end - 1);
}

/** Indexes the one-word forms that are long enough to be recognised when misspelt. */
export function indexVariants(phrases: Phrases, forms: readonly number[]): VariantIndex {
  const index = new Map<number, number[]>();
  for (const form of forms) {
    if (phrases.offsets[form + 1] !== phrases.offsets[form] + 1) continue;
    const word = wordAt(phrases.vocabulary, phrases.words[phrases.offsets[form]]);
    if (word.length < SHORTEST_MISSPELT || !/^[a-z]+$/.test(word)) continue;
    const bucket = bucketOf(word, 0, word.length);
    const members = index.get(bucket);
    if (members) members.push(form);
    else index.set(bucket, [form]);
  }
  return index;
}

/**
 * Finds the forms of which an unknown word is a variant: hyphenated ("web-site" for "web site" or "website") or
 * misspelt. Only words that the vocabulary does not hold are asked about, and no capitalised ones in mid-sentence, so
 * real words and names are never taken for variants.
 */
export class VariantFinder {
  readonly #source: VariantSource;
  readonly #scan: Scan;
  readonly #known = new Map<string, number>();

  constructor(source: VariantSource, scan: Scan) {
    this.#source = source;
    this.#scan = scan;
  }

  /** The form that token `index`, an unknown word, is a variant of, or `NO_VARIANT`. */
  formAt(index: number): number {
    const { text, start, end, letterCase, sentenceStart } = this.#scan;
    const length = end[index] - start[index];
    if (length < SHORTEST_MISSPELT || length > 30) return NO_VARIANT;
    if (letterCase[index] !== LetterCase.Lower && sentenceStart[index] === 0) return NO_VARIANT;
    const word = text.slice(start[index], end[index]).toLowerCase();
    let form = this.#known.get(word);
    if (form === undefined) {
      form = word.includes("-") ? this.#unhyphenated(word) : this.#respelt(word);
      this.#known.set(word, form);
    }
    return form;
  }

  #unhyphenated(word: string): number {
    const { trie, phrases } = this.#source;
    const joined = wordIdOf(phrases.vocabulary, word.replaceAll("-", ""));
    if (joined !== NO_WORD && trie.roots[joined] !== 0) return trie.phraseAt[trie.roots[joined]];
    let node = 0;
    for (const part of word.split("-")) {
      const id = wordIdOf(phrases.vocabulary, part);
      if (id === NO_WORD) return NO_VARIANT;
      node = node === 0 ? trie.roots[id] : step(trie, node, id);
      if (node === 0) return NO_VARIANT;
    }
    return trie.phraseAt[node];
  }

  #respelt(word: string): number {
    const { variants, phrases } = this.#source;
    let best = NO_VARIANT;
    let most = LEAST_SIMILARITY;
    for (const form of variants.get(bucketOf(word, 0, word.length)) ?? []) {
      const candidate = wordAt(phrases.vocabulary, phrases.words[phrases.offsets[form]]);
      if (Math.abs(candidate.length - word.length) > 1) continue;
      const score = similarity(word, candidate);
      if (score <= most) continue;
      most = score;
      best = form;
    }
    return best;
  }
}
