import type { NgramModel } from "../context/ngram.js";
import { foldCharacter, isApostrophe, isHyphen } from "../text/characters.js";
import { MarkupReader } from "../text/markup.js";
import { HASH_SEED, hashStep, NO_WORD } from "../text/vocabulary.js";
import { ASCII, GOES_ON, isAddress, isSeparator, isWordKind, joins, Kind, kindAt } from "./character-kind.js";
import { hasOddShape, isBrokenQuotation, isForeignMark } from "./foreign-habits.js";
import { type WordTable, wordOfHash } from "./word-table.js";

/** Set for a token with more than white space between it and the one before it: no phrase goes across. */
export const APART = 1;
/** Set for what is no word to be swapped: acronyms, names of mixed case, addresses. */
export const FIXED = 2;
/** Set for a word with a capital first letter. */
export const CAPITAL = 4;
/** Set for a number. */
export const NUMBER = 8;

/** Set for a word with which a telling form may begin. */
export const TELLING = 16;
/** Set for a word with which a sign of translation may begin. */
export const SIGN = 32;
/** Set for a word with a hyphen that is not in the vocabulary. */
export const COMPOUND = 64;

/** The hash of what is no word. */
export const NO_HASH = 0;
const CLITIC_HASH = hashStep(hashStep(HASH_SEED, 0x27), 0x73);
/** So many tokens may stand between a brace and the bar that makes it a spinner's choice: "{in the|within the}". */
const LONGEST_CHOICE = 80;
const NOWHERE = -LONGEST_CHOICE - 1;
/** The same between two braces that have no bar. */
const LONGEST_SINGLE = 6;
/** Longer numbers are no words of a dictionary. */
const LONGEST_NUMBER = 6;

/**
 * Reads a text as words for screening: what the tokeniser finds, as nearly as one scan over the characters can tell.
 * Punctuation leaves its traces in the flags only. The columns are written over by the next text.
 */
export class QuickReader {
  /** How many tokens the text has. */
  count = 0;
  /** By token: its word id, `NO_WORD` for an unknown one. */
  word = new Int32Array(1024);
  /** By token: the hash of its folded letters, 0 for what is no word. */
  hash = new Int32Array(1024);
  /** By token: the language model's word. */
  model = new Int32Array(1024);
  /** By token: 1 for one with which a sentence begins. */
  walls = new Uint8Array(1024);
  /** By token: `APART`, `FIXED`, `CAPITAL`, `NUMBER`, `TELLING`, `SIGN`. */
  flags = new Uint8Array(1024);
  /** By token with `COMPOUND`: the word as it is written. */
  readonly compounds = new Map<number, string>();
  /** Whether a choice was met that a spinner did not take, "{dollars|bucks}", or what may be left of one, "{that a}". */
  hasChoice = false;
  /** How many marks were met that English has not, quotation marks set as in no language, oddly written numbers. */
  foreignMarks = 0;
  brokenQuotations = 0;
  oddFigures = 0;
  readonly #words: WordTable;
  readonly #language: NgramModel;
  readonly #marks: Uint8Array;
  readonly #clitic: number;
  #stopped = true;
  #broken = true;
  #apart = false;
  /** Where a choice was opened last, and where one was divided: how many tokens stood before. */
  #opened = NOWHERE;
  #divided = NOWHERE;
  /** Where a brace was opened, if no mark has come since. */
  #piece = NOWHERE;

  /** @param marks by word id: `TELLING`, `SIGN`; none if not given */
  constructor(words: WordTable, language: NgramModel, marks: Uint8Array = new Uint8Array(words.hashes.length)) {
    this.#marks = marks;
    this.#words = words;
    this.#language = language;
    this.#clitic = wordOfHash(words, CLITIC_HASH);
  }

  /** Reads a text. */
  read(text: string): void {
    this.#begin();
    const markup = new MarkupReader(text);
    let newlines = 0;
    for (let at = 0; at < text.length; ) {
      const kind = kindAt(text, at);
      switch (kind) {
        case Kind.Lower:
        case Kind.Upper:
          newlines = 0;
          at = this.#readWord(text, at);
          continue;
        case Kind.Digit:
          newlines = 0;
          at = this.#readNumber(text, at);
          continue;
        case Kind.Newline: {
          // CRLF is one break; a blank line ends everything.
          const paired = text.charCodeAt(at) === 0x0a && at > 0 && text.charCodeAt(at - 1) === 0x0d;
          if (!paired) newlines++;
          this.#broken = true;
          if (newlines > 1) this.#stopped = true;
          break;
        }
        case Kind.Stop:
          this.#stopped = true;
          this.#apart = true;
          break;
        case Kind.Markup: {
          const end = markup.endAt(at);
          this.#apart = true;
          if (end === at) break;
          this.#push(NO_WORD, NO_HASH, this.#language.unknown, FIXED, false);
          at = end;
          continue;
        }
        case Kind.Mark:
          this.#readMark(text, at);
          break;
        default:
      }
      at++;
    }
  }

  #begin(): void {
    this.count = 0;
    this.compounds.clear();
    this.hasChoice = false;
    this.foreignMarks = 0;
    this.brokenQuotations = 0;
    this.oddFigures = 0;
    this.#stopped = true;
    this.#broken = true;
    this.#apart = false;
    this.#opened = NOWHERE;
    this.#divided = NOWHERE;
    this.#piece = NOWHERE;
  }

  #readMark(text: string, at: number): void {
    const code = text.charCodeAt(at);
    this.#apart = true;
    if (code > 0xa0) this.#noticeMark(text, at, code);
    if (code === 0x7b) this.#opened = this.count;
    if (code === 0x7c) this.#divided = this.count;
    // A choice may have lost one of its braces.
    const open = code === 0x7c && this.count - this.#opened <= LONGEST_CHOICE;
    const closed = code === 0x7d && this.count - this.#divided <= LONGEST_CHOICE;
    // "{that a}" has nothing left to choose from.
    const inside = this.count - this.#piece;
    const single = code === 0x7d && inside > 1 && inside <= LONGEST_SINGLE;
    if (open || closed || single) this.hasChoice = true;
    this.#piece = code === 0x7b ? this.count : NOWHERE;
    if (code === 0x7d) this.#opened = NOWHERE;
  }

  #noticeMark(text: string, at: number, code: number): void {
    if (isForeignMark(code)) this.foreignMarks++;
    else if (isBrokenQuotation(text, at, code)) this.brokenQuotations++;
  }

  /** Most words are plain ones: letters of the alphabet up to a space or a mark that belongs to no word. */
  #readWord(text: string, start: number): number {
    let hash = HASH_SEED;
    let uppers = 0;
    let lowers = 0;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 128) break;
      const kind = ASCII[code];
      if (kind === Kind.Lower) {
        lowers++;
        hash = hashStep(hash, code);
      } else if (kind === Kind.Upper) {
        uppers++;
        hash = hashStep(hash, code | 32);
      } else {
        if (GOES_ON[code] === 1) break;
        const capital = ASCII[text.charCodeAt(start)] === Kind.Upper;
        const flags = uppers === 0 ? 0 : (uppers > 1 || !capital ? FIXED : 0) | (capital ? CAPITAL : 0);
        const word = wordOfHash(this.#words, hash);
        this.#push(word, hash, capital ? this.#language.name : this.#language.unknown, flags, !capital && lowers > 0);
        return at;
      }
    }
    return this.#readAnyWord(text, start);
  }

  #readAnyWord(text: string, start: number): number {
    let at = start;
    let hash = HASH_SEED;
    let uppers = 0;
    let lowers = 0;
    let dots = 0;
    let stem = -1;
    let stemHash = 0;
    let hyphens = 0;
    for (let kind = kindAt(text, at); ; kind = kindAt(text, at)) {
      const code = text.charCodeAt(at);
      if (kind === Kind.Lower) lowers++;
      else if (kind === Kind.Upper) uppers++;
      else if (kind !== Kind.Digit && kind !== Kind.Nothing) {
        if (!joins(code) || !isWordKind(kindAt(text, at + 1))) break;
        if (code === 0x2e) dots++;
        else if (isHyphen(code)) hyphens++;
        else if (isApostrophe(code)) {
          stem = at;
          stemHash = hash;
        }
      }
      const folded = foldCharacter(code);
      if (folded !== 0) hash = hashStep(hash, folded);
      at++;
    }
    if (isAddress(text, at)) return this.#skipAddress(text, at);
    const capital = uppers > 0 && kindAt(text, start) === Kind.Upper;
    const fixed = uppers > 1 || (uppers > 0 && !capital);
    const flags = (fixed ? FIXED : 0) | (capital ? CAPITAL : 0);
    let word = wordOfHash(this.#words, hash);
    if (text.charCodeAt(at) === 0x2e && (dots > 0 || (capital && at - start <= 4))) {
      const stopped = wordOfHash(this.#words, hashStep(hash, 0x2e));
      if (stopped !== NO_WORD || isInitial(text, start, at)) {
        word = stopped;
        at++;
      }
    }
    const stranger = capital ? this.#language.name : this.#language.unknown;
    if (word === NO_WORD && stem === at - 2 && (text.charCodeAt(at - 1) | 32) === 0x73) {
      this.#push(wordOfHash(this.#words, stemHash), stemHash, stranger, flags, !capital);
      this.#push(this.#clitic, CLITIC_HASH, this.#language.unknown, 0, true);
      return at;
    }
    const compound = hyphens > 0 && word === NO_WORD;
    if (compound) this.compounds.set(this.count, text.slice(start, at));
    this.#push(word, hash, stranger, flags | (compound ? COMPOUND : 0), !capital && lowers > 0);
    return at;
  }

  /** A number with its separators and letters: 150,000; 1990s; 2nd. */
  #readNumber(text: string, start: number): number {
    let at = start;
    let hash = HASH_SEED;
    for (let kind = kindAt(text, at); ; kind = kindAt(text, at)) {
      const code = text.charCodeAt(at);
      if (!isWordKind(kind) && !(isSeparator(code) && kindAt(text, at + 1) === Kind.Digit)) break;
      hash = hashStep(hash, foldCharacter(code));
      at++;
    }
    if (hasOddShape(text, start, at)) this.oddFigures++;
    const word = at - start > LONGEST_NUMBER ? NO_WORD : wordOfHash(this.#words, hash);
    this.#push(word, hash, this.#language.number, NUMBER, false);
    this.model[this.count - 1] = this.#language.number;
    return at;
  }

  #skipAddress(text: string, start: number): number {
    let at = start;
    while (at < text.length && kindAt(text, at) > Kind.Newline) at++;
    this.#push(NO_WORD, NO_HASH, this.#language.unknown, FIXED, false);
    return at;
  }

  /** @param stranger what the language model takes a word for that it does not hold */
  #push(word: number, hash: number, stranger: number, flags: number, lower: boolean): void {
    if (this.count === this.word.length) this.#grow();
    const at = this.count++;
    this.word[at] = word;
    this.hash[at] = hash;
    this.model[at] = word >= 0 && word < this.#language.unigram.length ? word : stranger;
    this.walls[at] = this.#stopped && (!lower || this.#broken) ? 1 : 0;
    this.flags[at] = flags | (this.#apart ? APART : 0) | (word >= 0 ? this.#marks[word] : 0);
    this.#stopped = false;
    this.#broken = false;
    this.#apart = false;
  }

  #grow(): void {
    const { word, hash, model, walls, flags } = this;
    this.word = new Int32Array(word.length * 2);
    this.word.set(word);
    this.hash = new Int32Array(hash.length * 2);
    this.hash.set(hash);
    this.model = new Int32Array(model.length * 2);
    this.model.set(model);
    this.walls = new Uint8Array(walls.length * 2);
    this.walls.set(walls);
    this.flags = new Uint8Array(flags.length * 2);
    this.flags.set(flags);
  }
}

/** "J." in a name; "I." ends a sentence. "U.S." and "Mr." are words that keep their full stop. */
function isInitial(text: string, start: number, end: number): boolean {
  return end - start === 1 && text.charCodeAt(start) !== 0x49;
}
