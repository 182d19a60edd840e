import { LetterCase } from "./case.js";
import { CharacterClass, characterClass, foldCharacter, isWordClass } from "./characters.js";
import { isDomain, takesStop } from "./full-stop.js";
import { endOfHandle, endOfUrl, MarkupReader } from "./markup.js";
import { findWord, HASH_SEED, hashStep, NO_WORD, type Vocabulary } from "./vocabulary.js";
import { caseOf, emptyShape, readShape } from "./word-shape.js";

/** What a token is. */
export const enum TokenKind {
  /** A word, with its inner apostrophes, hyphens and full stops: don't, rapid-fire, U.S. */
  Word = 0,
  /** Begins with a digit: 150,000; 1990s; 2nd. */
  Number = 1,
  /** The possessive 's. */
  Clitic = 2,
  /** A single mark that ends a sentence: . ! ? … */
  Stop = 3,
  /** Any other single mark, symbol or emoji. */
  Punctuation = 4,
  /** What no edit may touch: URL, e-mail address, tag, entity, code. */
  Protected = 5,
}

/** Set when a line break stands between the token and the one before it. */
export const LINE_START = 1;
/** Set when a blank line does, or the text begins. */
export const PARAGRAPH_START = 2;
/** Set when white space stands before the token, or the text begins. */
export const SPACE_BEFORE = 4;

/** The tokens of a text as columns of numbers; row `i` of each column belongs to token `i`. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  /** UTF-16 offsets: token `i` is `text.slice(start[i], end[i])`. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** The word's id in the vocabulary, `NO_WORD` for an unknown one and for what is no word. */
  readonly word: Int32Array;
  /** A `TokenKind`. */
  readonly kind: Uint8Array;
  /** A `LetterCase`. */
  readonly letterCase: Uint8Array;
  /** `LINE_START`, `PARAGRAPH_START`, `SPACE_BEFORE`. */
  readonly gap: Uint8Array;
}

/** "it's" is read as one word, "dog's" as two: the first is a contraction far more often than a possessive. */
const CONTRACTED = new Set(
  "it he she that what there who here where how when why let one everyone everybody someone nobody somebody".split(" "),
);
const CLITIC_HASH = hashStep(hashStep(HASH_SEED, 0x27), 0x73);
/** Numbers that a dictionary may hold ("12", "2nd", "4") are short. */
const LONGEST_NUMBER = 6;

interface Columns {
  start: Int32Array;
  end: Int32Array;
  word: Int32Array;
  kind: Uint8Array;
  letterCase: Uint8Array;
  gap: Uint8Array;
}

function allocate(capacity: number): Columns {
  return {
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    word: new Int32Array(capacity),
    kind: new Uint8Array(capacity),
    letterCase: new Uint8Array(capacity),
    gap: new Uint8Array(capacity),
  };
}

function grow(columns: Columns): Columns {
  const larger = allocate(columns.start.length * 2);
  larger.start.set(columns.start);
  larger.end.set(columns.end);
  larger.word.set(columns.word);
  larger.kind.set(columns.kind);
  larger.letterCase.set(columns.letterCase);
  larger.gap.set(columns.gap);
  return larger;
}

/**
 * Splits a text into tokens and looks each word up. Every character that is no white space belongs to exactly one
 * token. One pass, linear in the length of the text.
 */
export function tokenise(text: string, vocabulary: Vocabulary): Tokens {
  return new Tokeniser(text, vocabulary).tokens();
}

class Tokeniser {
  readonly #text: string;
  readonly #vocabulary: Vocabulary;
  readonly #markup: MarkupReader;
  readonly #shape = emptyShape();
  #columns: Columns;
  #count = 0;
  #gap = SPACE_BEFORE | LINE_START | PARAGRAPH_START;
  #lineBreaks = 0;

  constructor(text: string, vocabulary: Vocabulary) {
    this.#text = text;
    this.#vocabulary = vocabulary;
    this.#markup = new MarkupReader(text);
    this.#columns = allocate(Math.max(16, Math.ceil(text.length / 4)));
  }

  tokens(): Tokens {
    const { length } = this.#text;
    for (let at = 0; at < length; ) at = this.#read(at);
    return { text: this.#text, count: this.#count, ...this.#columns };
  }

  /** Reads what begins at an offset; gives where it ends, as do all that follow. */
  #read(at: number): number {
    const code = this.#text.charCodeAt(at);
    const cls = characterClass(code);
    if (cls === CharacterClass.Space || cls === CharacterClass.Ignorable) {
      if (cls === CharacterClass.Space) this.#gap |= SPACE_BEFORE;
      return at + 1;
    }
    if (cls === CharacterClass.Newline) return this.#lineBreak(at, code);
    if (code === 0x3c || code === 0x26 || code === 0x40 || code === 0x23) {
      const end = code === 0x3c || code === 0x26 ? this.#markup.endAt(at) : endOfHandle(this.#text, at);
      if (end > at) return this.#push(at, end, TokenKind.Protected, NO_WORD, LetterCase.None);
    }
    return isWordClass(cls) ? this.#word(at, cls) : this.#mark(at, code, cls);
  }

  #lineBreak(at: number, code: number): number {
    // CRLF is one break.
    if (!(code === 0x0a && at > 0 && this.#text.charCodeAt(at - 1) === 0x0d)) this.#lineBreaks++;
    this.#gap |= this.#lineBreaks > 1 ? SPACE_BEFORE | LINE_START | PARAGRAPH_START : SPACE_BEFORE | LINE_START;
    return at + 1;
  }

  /** Reads a word or number. */
  #word(start: number, first: CharacterClass): number {
    const text = this.#text;
    const shape = this.#shape;
    readShape(text, start, first, shape);
    const { end, hash, uppers, lowers, dots, stemEnd } = shape;
    const after = end < text.length ? text.charCodeAt(end) : 0;
    // An address is recognised by what follows its first word: "https" + ":", "user" + "@", "www.example" as dots.
    if (after === 0x3a || after === 0x40 || after === 0x2f || dots > 0 || after === 0x5c || after === 0x5f) {
      const urlEnd = endOfUrl(text, start, end);
      if (urlEnd > end || (urlEnd === end && dots > 0 && isDomain(text, start, end))) {
        return this.#push(start, urlEnd, TokenKind.Protected, NO_WORD, LetterCase.None);
      }
    }
    const letterCase = caseOf(first, uppers, lowers);
    const kind = first === CharacterClass.Digit ? TokenKind.Number : TokenKind.Word;
    if (after === 0x2e && kind === TokenKind.Word && takesStop(text, start, end, dots)) {
      const id = findWord(this.#vocabulary, text, start, end + 1, hashStep(hash, 0x2e));
      return this.#push(start, end + 1, kind, id, letterCase);
    }
    if (stemEnd > start && isPossessive(text, start, stemEnd, end)) return this.#possessive(start, first, kind);
    return this.#push(start, end, kind, this.#lookUp(start, end, hash, kind), letterCase);
  }

  /** Parts the word that was read last from its 's. */
  #possessive(start: number, first: CharacterClass, kind: TokenKind): number {
    const { end, uppers, lowers, stemEnd, stemHash } = this.#shape;
    const upper = characterClass(this.#text.charCodeAt(end - 1)) === CharacterClass.Upper ? 1 : 0;
    const stemCase = caseOf(first, uppers - upper, lowers - 1 + upper);
    this.#push(start, stemEnd, kind, this.#lookUp(start, stemEnd, stemHash, kind), stemCase);
    const clitic = findWord(this.#vocabulary, "'s", 0, 2, CLITIC_HASH);
    return this.#push(stemEnd, end, TokenKind.Clitic, clitic, LetterCase.Lower);
  }

  #lookUp(start: number, end: number, hash: number, kind: TokenKind): number {
    if (kind === TokenKind.Number && end - start > LONGEST_NUMBER) return NO_WORD;
    return findWord(this.#vocabulary, this.#text, start, end, hash);
  }

  /** Reads a punctuation mark, symbol or emoji. */
  #mark(start: number, code: number, cls: CharacterClass): number {
    const text = this.#text;
    let end = start + 1;
    if (cls === CharacterClass.Surrogate && code < 0xdc00 && end < text.length) {
      const low = text.charCodeAt(end);
      if (low >= 0xdc00 && low < 0xe000) end++;
    }
    while (end < text.length && characterClass(text.charCodeAt(end)) === CharacterClass.Mark) end++;
    const stops = code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026;
    const single = end - start === 1;
    const id = single
      ? findWord(this.#vocabulary, text, start, end, hashStep(HASH_SEED, foldCharacter(code)))
      : NO_WORD;
    return this.#push(start, end, stops ? TokenKind.Stop : TokenKind.Punctuation, id, LetterCase.None);
  }

  #push(start: number, end: number, kind: TokenKind, word: number, letterCase: LetterCase): number {
    if (this.#count === this.#columns.start.length) this.#columns = grow(this.#columns);
    const columns = this.#columns;
    const at = this.#count++;
    columns.start[at] = start;
    columns.end[at] = end;
    columns.kind[at] = kind;
    columns.word[at] = word;
    columns.letterCase[at] = letterCase;
    columns.gap[at] = this.#gap;
    this.#gap = 0;
    this.#lineBreaks = 0;
    return end;
  }
}

/** Whether a word ends with a possessive 's: not where the word before the apostrophe makes a contraction of it. */
function isPossessive(text: string, start: number, stemEnd: number, end: number): boolean {
  if (end - stemEnd !== 2 || (text.charCodeAt(end - 1) | 32) !== 0x73) return false;
  return stemEnd - start > 9 || !CONTRACTED.has(text.slice(start, stemEnd).toLowerCase());
}
