import { ACRONYM, CAPITAL, FLAG_BITS } from "./corpus.js";
import { type Lexicon, NAME, UNKNOWN } from "./lexicon.js";

/** As the scorer reads texts: in capitals, words more frequent than this are acronyms that look like them. */
const FREQUENT = 300;

/**
 * The words of the lexicon for encoded words, the same ones that the scorer reads in a text.
 *
 * @param words the encoded words by number
 */
export function createWordReader(words: readonly string[], lexicon: Lexicon): (token: number) => number {
  const ids = Int32Array.from(words, (word) => lexicon.idOf.get(word) ?? -1);
  const us = lexicon.idOf.get("us");
  const unitedStates = lexicon.idOf.get("u.s.") ?? NAME;
  return (token) => {
    const id = ids[token >> FLAG_BITS];
    if (id < 0) return token & CAPITAL ? NAME : UNKNOWN;
    if (token & ACRONYM && id < FREQUENT) return id === us ? unitedStates : NAME;
    return id;
  };
}
