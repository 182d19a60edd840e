import { buildPhrases, wordsOf } from "../../src/dictionary/phrases.js";
import { buildTrie, type Trie } from "../../src/dictionary/trie.js";
import { buildVocabulary, type Vocabulary } from "../../src/text/vocabulary.js";
import type { SpinPair } from "./spin-pairs.js";

/** A compiled list of replacements. Key `k` is the words of one or several originals that differ in letter case only. */
export interface Spinner {
  readonly pairs: readonly SpinPair[];
  /** The base vocabulary's words with their ids, and the list's. A text must be scanned with it. */
  readonly vocabulary: Vocabulary;
  /** Finds keys. */
  readonly trie: Trie;
  /** Key `k` has the pairs `pairFirst[k] .. pairFirst[k + 1]` of `pairOrder`. */
  readonly pairFirst: Int32Array;
  readonly pairOrder: Int32Array;
  /** By pair: 1 if its original has capitals of its own or is not simply words with a space between, and must stand as written. */
  readonly exact: Uint8Array;
}

/**
 * Compiles a list of replacements.
 *
 * @param base its word ids stay as they are, so that a text scanned for the spinner can be used with what `base` belongs to
 */
export function buildSpinner(pairs: readonly SpinPair[], base: Vocabulary = buildVocabulary([])): Spinner {
  const keys = new Map<string, number[]>();
  const exact = new Uint8Array(pairs.length);
  pairs.forEach(({ original }, pair) => {
    const key = wordsOf(original).join(" ");
    if (key !== original) exact[pair] = 1;
    const members = keys.get(key);
    if (members) members.push(pair);
    else keys.set(key, [pair]);
  });
  const phrases = buildPhrases([...keys.keys()], base);
  const members = [...keys.values()];
  const pairFirst = new Int32Array(members.length + 1);
  members.forEach((list, key) => {
    pairFirst[key + 1] = pairFirst[key] + list.length;
  });
  return {
    pairs,
    vocabulary: phrases.vocabulary,
    trie: buildTrie(phrases, Int32Array.from(members.keys()), phrases.vocabulary.size),
    pairFirst,
    pairOrder: Int32Array.from(members.flat()),
    exact,
  };
}
