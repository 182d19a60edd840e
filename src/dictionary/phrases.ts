import type { Phrases } from "../lattice.js";
import { foldCharacter } from "../text/characters.js";
import { tokenise } from "../text/tokens.js";
import { buildVocabulary, extendVocabulary, type Vocabulary, wordIdOf } from "../text/vocabulary.js";

const EMPTY = buildVocabulary([]);

/** A text's words as the tokeniser sees them, folded. */
export function wordsOf(text: string): string[] {
  const { count, start, end } = tokenise(text, EMPTY);
  const words: string[] = [];
  for (let i = 0; i < count; i++) words.push(fold(text, start[i], end[i]));
  return words;
}

function fold(text: string, start: number, end: number): string {
  let word = "";
  for (let i = start; i < end; i++) {
    const code = foldCharacter(text.charCodeAt(i));
    if (code !== 0) word += String.fromCharCode(code);
  }
  return word;
}

/**
 * Numbers phrases in the order given. Words that the vocabulary lacks are added to it.
 *
 * @param spellings distinct phrases as they are to be written
 */
export function buildPhrases(spellings: readonly string[], vocabulary: Vocabulary): Phrases {
  const folded = spellings.map(wordsOf);
  const full = extendVocabulary(vocabulary, folded.flat());
  const offsets = new Int32Array(spellings.length + 1);
  const words: number[] = [];
  const written = new Map<number, string>();
  folded.forEach((phrase, id) => {
    for (const word of phrase) words.push(wordIdOf(full, word));
    offsets[id + 1] = words.length;
    const spelling = spellings[id] ?? "";
    if (phrase.join(" ") !== spelling) written.set(id, spelling);
  });
  return { vocabulary: full, offsets, words: Int32Array.from(words), spellings: written };
}
