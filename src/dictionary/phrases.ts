import type { Phrases } from "../lattice.js";
import { foldCharacter } from "../text/characters.js";
import { tokenise } from "../text/tokens.js";
import { buildVocabulary, extendVocabulary, type Vocabulary, wordIdOf } from "../text/vocabulary.js";

const EMPTY = buildVocabulary([]);

/** What every tokeniser would divide at its spaces: most phrases. */
const PLAIN = /^[a-z]+(?:-[a-z]+)*(?: [a-z]+(?:-[a-z]+)*)*$/;

/** A text's words as the tokeniser sees them, folded. */
export function wordsOf(text: string): string[] {
  if (PLAIN.test(text)) return text.split(" ");
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
 * @param further words that the vocabulary is to have besides
 */
export function buildPhrases(
  spellings: readonly string[],
  vocabulary: Vocabulary,
  further: readonly string[] = [],
): Phrases {
  const none = { vocabulary, offsets: new Int32Array(1), words: new Int32Array(0), spellings: new Map() };
  return appendPhrases(none, spellings, further);
}

/** Phrases with further ones, whose numbers follow; the vocabulary is extended likewise. */
export function appendPhrases(base: Phrases, spellings: readonly string[], further: readonly string[] = []): Phrases {
  const folded = spellings.map(wordsOf);
  const vocabulary = extendVocabulary(base.vocabulary, [...folded.flat(), ...further]);
  const first = base.offsets.length - 1;
  const offsets = new Int32Array(base.offsets.length + spellings.length);
  offsets.set(base.offsets);
  const count = folded.reduce((sum, phrase) => sum + phrase.length, base.words.length);
  const words = new Int32Array(count);
  words.set(base.words);
  const written = new Map(base.spellings);
  let at = base.words.length;
  folded.forEach((phrase, index) => {
    for (const word of phrase) words[at++] = wordIdOf(vocabulary, word);
    offsets[first + index + 1] = at;
    const spelling = spellings[index] ?? "";
    if (!PLAIN.test(spelling) && phrase.join(" ") !== spelling) written.set(first + index, spelling);
  });
  return { vocabulary, offsets, words, spellings: written };
}
