/** Letter case of a token. */
export const enum LetterCase {
  /** No cased letter: numbers, punctuation. */
  None = 0,
  Lower = 1,
  /** First letter upper case, the rest lower: Paris, I. */
  Capitalised = 2,
  /** Two or more letters, all upper case: NATO. */
  Upper = 3,
  /** Anything else: McDonald, iPhone. */
  Mixed = 4,
}

/**
 * Gives a replacement the letter case of what it replaces: a capital where one stood, capitals throughout where all
 * were. A replacement that has capitals of its own ("I", "American") keeps them.
 *
 * @param first case of the first replaced token
 * @param last case of the last one; a span of several capitalised words ("Wall Road") gets all its words capitalised
 */
export function copyCase(replacement: string, first: LetterCase, last: LetterCase, words: number): string {
  if (first === LetterCase.Upper && (words === 1 || last === LetterCase.Upper)) return replacement.toUpperCase();
  if (first !== LetterCase.Capitalised) return replacement;
  if (words > 1 && last === LetterCase.Capitalised) return replacement.replace(/(^| )\p{Ll}/gu, capitalise);
  return replacement.replace(/^\p{Ll}/u, capitalise);
}

function capitalise(letter: string): string {
  return letter.toUpperCase();
}

/**
 * Whether a token is an acronym that its letters would have one take for a word: "US", "IT", "WHO". Where the tokens
 * beside it are in capitals too, somebody is shouting.
 */
export function isAcronym(letterCase: Uint8Array, index: number): boolean {
  if (letterCase[index] !== LetterCase.Upper) return false;
  return letterCase[index - 1] !== LetterCase.Upper && letterCase[index + 1] !== LetterCase.Upper;
}
