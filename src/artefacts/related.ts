import type { Dictionary } from "../dictionary/compile.js";
import { wordsOf } from "../dictionary/phrases.js";
import { phraseWith } from "../dictionary/trie.js";
import { spellingOf } from "../lattice.js";
import { wordIdOf } from "../text/vocabulary.js";

/** The originals that the dictionary has for a form, in lower case. */
export function originalsOf(dictionary: Dictionary, form: string): string[] {
  const words = wordsOf(form).map((word) => wordIdOf(dictionary.phrases.vocabulary, word));
  const phrase = phraseWith(dictionary.trie, words);
  if (phrase < 0 || phrase + 1 >= dictionary.entryFirst.length) return [];
  const entries = dictionary.entryOriginal.subarray(dictionary.entryFirst[phrase], dictionary.entryFirst[phrase + 1]);
  return [...entries].map((original) => spellingOf(dictionary.phrases, original).toLowerCase());
}

/**
 * The share of the phrases that are swapped for each other, or for the same originals, in the largest such family, 0 to 1:
 * a spinner's choice is between words of one family.
 */
export function kinship(dictionary: Dictionary, phrases: readonly string[]): number {
  const families: { members: Set<string>; size: number }[] = [];
  for (const phrase of phrases) {
    const members = new Set([phrase.toLowerCase(), ...originalsOf(dictionary, phrase)]);
    let size = 1;
    for (let at = families.length - 1; at >= 0; at--) {
      const family = families[at];
      if (![...family.members].some((member) => members.has(member))) continue;
      for (const member of family.members) members.add(member);
      size += family.size;
      families.splice(at, 1);
    }
    families.push({ members, size });
  }
  const largest = Math.max(...families.map(({ size }) => size));
  return largest > 1 ? largest / phrases.length : 0;
}
