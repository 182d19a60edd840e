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
export interface VariantIndex {
  /** Phrase ids, and by place the letters that tell what a word may be compared with. */
  readonly form: Int32Array;
  readonly letters: Int32Array;
  /** By bucket: the first place, -1 for none; by place: the next one of its bucket. */
  readonly heads: Int32Array;
  readonly next: Int32Array;
}

/** How many buckets there are, as a power of two. */
const BUCKET_BITS = 10;

function bucketOf(letters: number): number {
  return Math.imul(letters, 0x9e3779b1) >>> (32 - BUCKET_BITS);
}

/** What the finder needs of a dictionary. */
export interface VariantSource {
  readonly phrases: Phrases;
  readonly trie: Trie;
  readonly variants: VariantIndex;
}

function lettersOf(first: number, second: number, last: number): number {
  return ((first & 0x3ff) << 20) | ((second & 0x3ff) << 10) | (last & 0x3ff);
}

/** Indexes the one-word forms that are long enough to be recognised when misspelt. */
export function indexVariants({ vocabulary, offsets, words }: Phrases, forms: ArrayLike<number>): VariantIndex {
  const { characters } = vocabulary;
  const found = new Int32Array(forms.length);
  const letters = new Int32Array(forms.length);
  let count = 0;
  for (let i = 0; i < forms.length; i++) {
    if (offsets[forms[i] + 1] !== offsets[forms[i]] + 1) continue;
    const word = words[offsets[forms[i]]];
    const start = vocabulary.offsets[word];
    const end = vocabulary.offsets[word + 1];
    if (end - start < SHORTEST_MISSPELT || !hasLettersOnly(characters, start, end)) continue;
    found[count] = forms[i];
    letters[count++] = lettersOf(characters[start], characters[start + 1], characters[end - 1]);
  }
  return linked(found.slice(0, count), letters.slice(0, count));
}

function hasLettersOnly(characters: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (characters[at] < 0x61 || characters[at] > 0x7a) return false;
  return true;
}

/** Puts the forms of a bucket in a row, in the order given. */
function linked(form: Int32Array, letters: Int32Array): VariantIndex {
  const heads = new Int32Array(1 << BUCKET_BITS).fill(-1);
  const next = new Int32Array(form.length);
  for (let at = form.length - 1; at >= 0; at--) {
    const bucket = bucketOf(letters[at]);
    next[at] = heads[bucket];
    heads[bucket] = at;
  }
  return { form, letters, heads, next };
}

/** An index with the forms of another one behind its own. */
export function mergeVariants(base: VariantIndex, added: VariantIndex): VariantIndex {
  const known = new Set(base.form);
  const fresh = added.letters.filter((_, at) => !known.has(added.form[at]));
  return linked(
    Int32Array.from([...base.form, ...added.form.filter((form) => !known.has(form))]),
    Int32Array.from([...base.letters, ...fresh]),
  );
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
    const { vocabulary } = phrases;
    let best = NO_VARIANT;
    let most = LEAST_SIMILARITY;
    const letters = lettersOf(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(word.length - 1));
    for (let at = variants.heads[bucketOf(letters)]; at >= 0; at = variants.next[at]) {
      if (variants.letters[at] !== letters) continue;
      const form = variants.form[at];
      const candidate = phrases.words[phrases.offsets[form]];
      const length = vocabulary.offsets[candidate + 1] - vocabulary.offsets[candidate];
      if (Math.abs(length - word.length) > 1) continue;
      const score = similarity(word, wordAt(vocabulary, candidate));
      if (score <= most) continue;
      most = score;
      best = form;
    }
    return best;
  }
}
