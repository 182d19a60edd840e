import type { Scan } from "../text/scan.js";
import type { Vocabulary } from "../text/vocabulary.js";
import { NO_WORD, wordIdOf } from "../text/vocabulary.js";
import type { Entry } from "./entry.js";

/** What must hold for an entry to be considered; see the fields of the same names in `Entry`. */
export interface Condition {
  readonly requires: readonly string[];
  readonly unless: readonly string[];
  readonly after: ReadonlySet<number>;
  readonly before: ReadonlySet<number>;
}

/** The source form of a condition, for packing and comparing; "" for an entry without one. */
export function conditionKey(entry: Entry): string {
  if (entry.requires.length + entry.unless.length + entry.after.length + entry.before.length === 0) return "";
  return JSON.stringify([entry.requires, entry.unless, entry.after, entry.before]);
}

/** Stands for a word that the vocabulary lacks and that therefore stands beside no span. */
const NOWHERE = -2;

/** Reads what `conditionKey` gives. */
export function parseCondition(key: string, vocabulary: Vocabulary): Condition {
  const [requires, unless, after, before] = JSON.parse(key) as [string[], string[], string[], string[]];
  const idOf = (word: string): number => {
    const id = wordIdOf(vocabulary, word);
    return id === NO_WORD ? NOWHERE : id;
  };
  const ids = (words: string[]): ReadonlySet<number> => new Set(words.map(idOf));
  const lower = (words: string[]): string[] => words.map((word) => word.toLowerCase());
  return { requires: lower(requires), unless: lower(unless), after: ids(after), before: ids(before) };
}

/** Answers conditions about one text; the lower-case copy that document conditions need is made when one is asked for. */
export class ConditionReader {
  readonly #scan: Scan;
  readonly #found = new Map<string, boolean>();
  #lower = "";
  #beginnings: Uint8Array | undefined;

  constructor(scan: Scan) {
    this.#scan = scan;
  }

  /** Whether the condition holds for the span of tokens `from .. to` (exclusive). */
  holds(condition: Condition, from: number, to: number): boolean {
    const { word, count } = this.#scan;
    if (condition.after.size > 0 && !(from > 0 && condition.after.has(word[from - 1]))) return false;
    if (condition.before.size > 0 && !(to < count && condition.before.has(word[to]))) return false;
    if (condition.requires.length > 0 && !condition.requires.some((phrase) => this.#contains(phrase))) return false;
    return !condition.unless.some((phrase) => this.#contains(phrase));
  }

  #contains(phrase: string): boolean {
    let found = this.#found.get(phrase);
    if (found === undefined) {
      found = this.#mayContain(phrase) && hasWords(this.#lower, phrase);
      this.#found.set(phrase, found);
    }
    return found;
  }

  #mayContain(phrase: string): boolean {
    if (!this.#beginnings) {
      this.#lower = this.#scan.text.toLowerCase();
      this.#beginnings = beginningsOf(this.#lower);
    }
    return phrase.length < BEGINNING || this.#beginnings[placeOf(phrase, 0)] === 1;
  }
}

/** Beginnings of words are marked in so many places. */
const PLACES = 1 << 14;
/** In characters. */
const BEGINNING = 3;

/** Where the beginning of a word that stands at an offset is marked. */
function placeOf(text: string, at: number): number {
  const hash = (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) * 31 + text.charCodeAt(at + 2);
  return Math.imul(hash, 0x9e3779b1) >>> 18;
}

/** Marks what words of a text may begin with: all but a few phrases are ruled out by it without a search. */
function beginningsOf(text: string): Uint8Array {
  const marks = new Uint8Array(PLACES);
  let within = false;
  for (let at = 0; at + BEGINNING <= text.length; at++) {
    if (!within) marks[placeOf(text, at)] = 1;
    const code = text.charCodeAt(at);
    within = (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  }
  return marks;
}

/** What goes on with a word: "bare" does not stand in "barely". */
const WORD = /[\p{L}\p{N}]/u;
/** "supplier" stands for its plural, too. */
const AFTER_WORD = /(?:e?s)?(?![\p{L}\p{N}])/uy;

/** Whether words stand in a text, the last one in the singular or the plural. */
function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    AFTER_WORD.lastIndex = at + words.length;
    if (!(at > 0 && WORD.test(text.charAt(at - 1))) && AFTER_WORD.test(text)) return true;
  }
  return false;
}
