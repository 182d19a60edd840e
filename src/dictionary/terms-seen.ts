import { Dialect } from "../lattice.js";
import { type Vocabulary, wordAt, wordIdOf } from "../text/vocabulary.js";
import type { Composition } from "./composition.js";
import { phraseWith } from "./trie.js";

/** What a dictionary lists as swapped in papers. */
export interface SeenSource {
  readonly composition: Composition;
  readonly entryOriginal: Int32Array;
  readonly entryDialect: Uint8Array;
  readonly composes: Uint8Array;
}

/**
 * By phrase: in how many ways it was seen swapped as a term of science, in either number; those that are written much are swapped
 * often, and in ways that nobody listed too.
 */
export function termsSeen({ composition, entryOriginal, entryDialect, composes }: SeenSource): Uint8Array {
  const { phrases, terms, hyphenated } = composition;
  const { offsets, words, vocabulary } = phrases;
  const ways = new Map<number, number>();
  entryOriginal.forEach((original, e) => {
    if (entryDialect[e] === Dialect.Science && composes[e] === 0) ways.set(original, (ways.get(original) ?? 0) + 1);
  });
  const seen = new Uint8Array(offsets.length - 1);
  const add = (phrase: number, count: number): void => {
    seen[phrase] = Math.min(255, seen[phrase] + count);
  };
  const listed: [original: number, term: number][] = [];
  for (const [original, count] of ways) {
    const own = words.slice(offsets[original], offsets[original + 1]);
    const last = own.length - 1;
    const found = numbersOf(vocabulary, own[last]).map((word) => {
      own[last] = word;
      return phraseWith(terms, own);
    });
    for (const term of found) if (term >= 0) add(term, count);
    if (found[0] < 0) add(original, count);
    else listed.push([original, found[0]]);
  }
  for (const [original, term] of listed) seen[original] = seen[term];
  for (const [plain, other] of hyphenated) seen[other] = seen[plain] = Math.max(seen[plain], seen[other]);
  return seen;
}

/** A noun, and the same in the other number, if it has one that is known. */
function numbersOf(vocabulary: Vocabulary, word: number): number[] {
  const written = wordAt(vocabulary, word);
  const other = written.endsWith("s") ? written.slice(0, -1) : `${written}s`;
  const id = wordIdOf(vocabulary, other);
  return id < 0 ? [word] : [word, id];
}
