import type { Dictionary } from "../dictionary/compile.js";
import { step } from "../dictionary/trie.js";
import { evidenceOfCounts } from "../translation/evidence.js";
import type { SignKind } from "../translation/sign.js";
import { LEAST_EVIDENCE } from "../translation/translate.js";
import { type HintWords, Role, signKindOf } from "./hint-words.js";
import { APART, CAPITAL, NUMBER, type QuickReader, SIGN } from "./quick-reader.js";

/** So many names that a short word may have been taken for are looked at in full. */
const SYMBOL_NAMES = 2;
/** The tokeniser may count so much fewer words than the reader does. */
const FEWER = 0.9;

/**
 * Whether a text may show that it was translated: whether what the rules of translation/ may take for signs would be enough
 * for a text of this length. What they would not take for one is no harm; that they look is what is to be saved. Short
 * words that were written out as symbols are looked for at the same time.
 */
export function mayBeTranslated(reader: QuickReader, words: HintWords, translation: Dictionary): boolean {
  const counts = new Map<SignKind, number>();
  let all = 0;
  const add = (kind: SignKind, count: number): void => {
    if (count === 0) return;
    counts.set(kind, (counts.get(kind) ?? 0) + count);
    all += count;
  };
  add("brokenQuotation", reader.brokenQuotations);
  add("foreignMark", reader.foreignMarks);
  add("figure", reader.oddFigures);
  const { word, flags, count } = reader;
  const { translationWord } = words;
  const rules = new RuleHints(reader, words);
  let names = 0;
  for (let at = 0; at < count; at++) {
    if ((flags[at] & (SIGN | NUMBER)) === 0) continue;
    if (rules.isSymbolName(at) && ++names === SYMBOL_NAMES) return true;
    const kind = rules.kindAt(at);
    if (kind) add(kind, 1);
    const id = word[at];
    if (id < 0 || translationWord[id] < 0) continue;
    const calque = signKindOf(calqueAt(reader, words, translation, at));
    if (calque) add(calque, 1);
  }
  return evidenceOfCounts(counts, all, FEWER * count) >= LEAST_EVIDENCE;
}

/** Finds where a rule of figures, durations or names may find a sign. */
class RuleHints {
  readonly #reader: QuickReader;
  readonly #roles: Uint16Array;
  #surnames: ReadonlySet<number> | undefined;

  constructor(reader: QuickReader, { roles }: HintWords) {
    this.#reader = reader;
    this.#roles = roles;
  }

  /** What may be found that begins at a token. */
  kindAt(at: number): SignKind | undefined {
    const role = this.#roleAt(at);
    if (role & Role.The) return this.#isArticle(at) ? "article" : undefined;
    if (role & Role.Since && (this.#isNumber(at + 1) || this.#roleAt(at + 1) & Role.Numeral)) {
      const units = this.#roleAt(at + 2) | this.#roleAt(at + 3) | this.#roleAt(at + 4);
      return units & Role.Unit ? "duration" : undefined;
    }
    if (role & Role.Plural) {
      return at > 0 && (this.#isNumber(at - 1) || this.#roleAt(at - 1) & Role.Numeral) ? "figure" : undefined;
    }
    if (!this.#isNumber(at)) return undefined;
    return this.#roleAt(at + 1) & Role.Of && this.#roleAt(at + 2) & Role.Month ? "figure" : undefined;
  }

  /** Whether a name in lower case stands there that an element's or a state's symbol may have been taken for. */
  isSymbolName(at: number): boolean {
    return (this.#roleAt(at) & Role.SymbolName) !== 0 && !this.#isCapital(at);
  }

  /** "the" before a title with a name, a country, a person. */
  #isArticle(at: number): boolean {
    const { flags, count } = this.#reader;
    const next = this.#roleAt(at + 1);
    if (next & Role.Mister) return this.#isCapital(at + 2);
    if (next & Role.Title && this.#isCapital(at + 2) && this.#isVerbWithin(at + 3, at + 6)) return true;
    if (!this.#isCapital(at + 1)) return false;
    if (next & Role.GivenName && this.#isCapital(at + 2)) return true;
    const behind = this.#roleAt(at + 2);
    if (next & Role.Country && (behind & Role.Verb || at + 2 >= count || flags[at + 2] & APART)) return true;
    return (behind & Role.Verb) !== 0 && this.#isSurname(this.#reader.word[at + 1]);
  }

  /** A name has three words at most. */
  #isVerbWithin(from: number, to: number): boolean {
    for (let token = from; token <= to; token++) if (this.#roleAt(token) & Role.Verb) return true;
    return false;
  }

  #roleAt(token: number): number {
    const { word, count } = this.#reader;
    return token < count && word[token] >= 0 ? this.#roles[word[token]] : 0;
  }

  #isNumber(token: number): boolean {
    return token < this.#reader.count && (this.#reader.flags[token] & NUMBER) !== 0;
  }

  #isCapital(token: number): boolean {
    return token < this.#reader.count && (this.#reader.flags[token] & CAPITAL) !== 0;
  }

  #isSurname(word: number): boolean {
    this.#surnames ??= this.#readSurnames();
    return this.#surnames.has(word);
  }

  /** The words that stand behind a given name somewhere; all that the vocabulary lacks are one. */
  #readSurnames(): Set<number> {
    const { word, flags, count } = this.#reader;
    const surnames = new Set<number>();
    for (let at = 0; at + 1 < count; at++) {
      const capitals = flags[at] & flags[at + 1] & CAPITAL;
      if (capitals && this.#roleAt(at) & Role.GivenName) surnames.add(word[at + 1]);
    }
    return surnames;
  }
}

/** How strong a sign the phrases that begin at a token may be at most, a `SignStrength`. */
function calqueAt(
  { word, flags, count }: QuickReader,
  { translationWord, signStrength }: HintWords,
  { trie, entryFirst }: Dictionary,
  at: number,
): number {
  let most = 0;
  let node = trie.roots[translationWord[word[at]]];
  for (let to = at + 1; node !== 0; to++) {
    const form = trie.phraseAt[node];
    if (form >= 0) {
      for (let e = entryFirst[form]; e < entryFirst[form + 1]; e++) if (signStrength[e] > most) most = signStrength[e];
    }
    if (trie.inner[node] === 0 || to >= count || flags[to] & APART || word[to] < 0) break;
    const next = translationWord[word[to]];
    node = next < 0 ? 0 : step(trie, node, next);
  }
  return most;
}
