import type { Dictionary } from "../dictionary/compile.js";
import { step } from "../dictionary/trie.js";
import { type HintWords, Role } from "./hint-words.js";
import { APART, CAPITAL, NUMBER, type QuickReader } from "./quick-reader.js";

/** Signs of this weight together, in halves, are looked into: two signs, or five of which each is weak. */
const ENOUGH = 4;

/**
 * Whether a text may show that it was translated: whether there is enough in it that the rules of translation/ may take for
 * signs. What they would not take for one is no harm; that they look is what is to be saved.
 */
export function mayBeTranslated(reader: QuickReader, words: HintWords, translation: Dictionary): boolean {
  if (reader.brokenQuotations > 0) return true;
  let surnames: ReadonlySet<number> | undefined;
  const isSurname = (word: number): boolean => {
    surnames ??= surnamesIn(reader, words);
    return surnames.has(word);
  };
  let weight = 2 * (reader.foreignMarks + reader.oddFigures);
  for (let at = 0; at < reader.count && weight < ENOUGH; at++) {
    weight += ruleWeight(reader, words, isSurname, at) + calqueWeight(reader, words, translation, at);
  }
  return weight >= ENOUGH;
}

/** 2 where a rule of figures, durations or names may find a sign that begins at a token. */
function ruleWeight(
  { word, flags, count }: QuickReader,
  { roles }: HintWords,
  isSurname: (word: number) => boolean,
  at: number,
): number {
  const roleAt = (token: number): number => (token < count && word[token] >= 0 ? roles[word[token]] : 0);
  const isNumber = (token: number): boolean => token < count && (flags[token] & NUMBER) !== 0;
  const isCapital = (token: number): boolean => token < count && (flags[token] & CAPITAL) !== 0;
  const role = roleAt(at);
  if (role & Role.The) {
    const next = roleAt(at + 1);
    if (next & Role.Title && isCapital(at + 2)) return 2;
    if (next & Role.GivenName && isCapital(at + 1)) return 2;
    if (next & Role.Country && (roleAt(at + 2) & Role.Verb || at + 2 >= count || flags[at + 2] & APART)) return 2;
    const named = isCapital(at + 1) && (roleAt(at + 2) & Role.Verb) !== 0;
    return named && isSurname(word[at + 1]) ? 2 : 0;
  }
  if (role & Role.Since && (isNumber(at + 1) || roleAt(at + 1) & Role.Numeral)) {
    return (roleAt(at + 2) | roleAt(at + 3) | roleAt(at + 4)) & Role.Unit ? 2 : 0;
  }
  if (role & Role.Plural) return at > 0 && (isNumber(at - 1) || roleAt(at - 1) & Role.Numeral) ? 2 : 0;
  if (isNumber(at)) return roleAt(at + 1) & Role.Of && roleAt(at + 2) & Role.Month ? 2 : 0;
  return 0;
}

/** The words that stand behind a given name somewhere; all that the vocabulary lacks are one. */
function surnamesIn({ word, flags, count }: QuickReader, { roles }: HintWords): Set<number> {
  const surnames = new Set<number>();
  for (let at = 0; at + 1 < count; at++) {
    const given = word[at] >= 0 && (roles[word[at]] & Role.GivenName) !== 0;
    if (given && flags[at] & flags[at + 1] & CAPITAL) surnames.add(word[at + 1]);
  }
  return surnames;
}

/** How much the phrase that begins at a token counts as a sign. */
function calqueWeight(
  { word, flags, count }: QuickReader,
  { translationWord, signWeight }: HintWords,
  { trie, entryFirst }: Dictionary,
  at: number,
): number {
  if (word[at] < 0 || translationWord[word[at]] < 0) return 0;
  let most = 0;
  let node = trie.roots[translationWord[word[at]]];
  for (let to = at + 1; node !== 0; to++) {
    const form = trie.phraseAt[node];
    if (form >= 0) {
      for (let e = entryFirst[form]; e < entryFirst[form + 1]; e++) most = Math.max(most, signWeight[e]);
    }
    if (trie.inner[node] === 0 || to >= count || flags[to] & APART || word[to] < 0) break;
    const next = translationWord[word[to]];
    node = next < 0 ? 0 : step(trie, node, next);
  }
  return most;
}
