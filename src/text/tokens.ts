import { LetterCase } from "./case.js";
import { CharacterClass, characterClass, foldCharacter, isApostrophe, isHyphen, isWordClass } from "./characters.js";
import { endOfHandle, endOfUrl, MarkupReader } from "./markup.js";
import { findWord, HASH_SEED, hashStep, NO_WORD, type Vocabulary } from "./vocabulary.js";

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
/** Words whose full stop belongs to them even before a capital letter. */
const ABBREVIATIONS = new Set(
  "mr mrs ms dr prof gen col sgt capt lt gov sen rep rev hon st jr sr vs inc ltd co corp etc no fig jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);

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
  const length = text.length;
  let columns = allocate(Math.max(16, Math.ceil(length / 4)));
  let count = 0;
  let gap = SPACE_BEFORE | LINE_START | PARAGRAPH_START;
  let lineBreaks = 0;
  let at = 0;
  const markup = new MarkupReader(text);

  const push = (start: number, end: number, kind: TokenKind, word: number, letterCase: LetterCase): void => {
    if (count === columns.start.length) columns = grow(columns);
    columns.start[count] = start;
    columns.end[count] = end;
    columns.kind[count] = kind;
    columns.word[count] = word;
    columns.letterCase[count] = letterCase;
    columns.gap[count] = gap;
    count++;
    gap = 0;
    lineBreaks = 0;
  };

  while (at < length) {
    const code = text.charCodeAt(at);
    const cls = characterClass(code);
    if (cls === CharacterClass.Space || cls === CharacterClass.Ignorable) {
      if (cls === CharacterClass.Space) gap |= SPACE_BEFORE;
      at++;
      continue;
    }
    if (cls === CharacterClass.Newline) {
      // CRLF is one break.
      if (!(code === 0x0a && at > 0 && text.charCodeAt(at - 1) === 0x0d)) lineBreaks++;
      gap |= lineBreaks > 1 ? SPACE_BEFORE | LINE_START | PARAGRAPH_START : SPACE_BEFORE | LINE_START;
      at++;
      continue;
    }
    if (code === 0x3c || code === 0x26 || code === 0x40 || code === 0x23) {
      const end = code === 0x3c || code === 0x26 ? markup.endAt(at) : endOfHandle(text, at);
      if (end > at) {
        push(at, end, TokenKind.Protected, NO_WORD, LetterCase.None);
        at = end;
        continue;
      }
    }
    if (isWordClass(cls)) {
      at = word(at, cls);
      continue;
    }
    at = mark(at, code, cls);
  }
  return { text, count, ...columns };

  /** Reads a word or number that begins here; gives where it ends. */
  function word(start: number, first: CharacterClass): number {
    let end = start;
    let hash = HASH_SEED;
    let uppers = 0;
    let lowers = 0;
    let dots = 0;
    let stemEnd = -1;
    let stemHash = HASH_SEED;
    let solid = start;
    while (end < length) {
      const code = text.charCodeAt(end);
      const cls = characterClass(code);
      if (cls === CharacterClass.Lower) lowers++;
      else if (cls === CharacterClass.Upper) uppers++;
      else if (cls === CharacterClass.Digit) {
        // counts for neither case
      } else if (cls === CharacterClass.Mark || cls === CharacterClass.Ignorable) {
        if (cls === CharacterClass.Mark) hash = hashStep(hash, code);
        end++;
        if (cls === CharacterClass.Mark) solid = end;
        continue;
      } else {
        const next = end + 1 < length ? characterClass(text.charCodeAt(end + 1)) : CharacterClass.Other;
        const joins = isWordClass(next) && joinsWord(code, first, text.charCodeAt(end - 1), next);
        if (!joins) break;
        if (isApostrophe(code)) {
          stemEnd = end;
          stemHash = hash;
        } else if (code === 0x3a || code === 0x40 || code === 0x2f) {
          break;
        } else if (code === 0x2e) dots++;
      }
      hash = hashStep(hash, foldCharacter(code));
      end++;
      solid = end;
    }
    end = solid;
    const after = end < length ? text.charCodeAt(end) : 0;
    // An address is recognised by what follows its first word: "https" + ":", "user" + "@", "www.example" as dots.
    if (after === 0x3a || after === 0x40 || after === 0x2f || dots > 0 || after === 0x5c || after === 0x5f) {
      const urlEnd = endOfUrl(text, start, end);
      if (urlEnd > end || (urlEnd === end && dots > 0 && isDomain(text, start, end))) {
        push(start, urlEnd, TokenKind.Protected, NO_WORD, LetterCase.None);
        return urlEnd;
      }
    }
    const letterCase = caseOf(first, uppers, lowers);
    const kind = first === CharacterClass.Digit ? TokenKind.Number : TokenKind.Word;
    if (after === 0x2e && kind === TokenKind.Word && takesStop(text, start, end, dots)) {
      end++;
      if (dots > 0) hash = hashStep(hash, 0x2e);
      const stopped = hashStep(hash, dots > 0 ? 0 : 0x2e);
      const id =
        dots > 0 ? findWord(vocabulary, text, start, end, hash) : findWord(vocabulary, text, start, end, stopped);
      push(start, end, kind, id, letterCase);
      return end;
    }
    if (
      stemEnd > start &&
      end - stemEnd === 2 &&
      (text.charCodeAt(end - 1) | 32) === 0x73 &&
      !isContracted(text, start, stemEnd)
    ) {
      const stemUppers = characterClass(text.charCodeAt(end - 1)) === CharacterClass.Upper ? uppers - 1 : uppers;
      const stemLowers = stemUppers === uppers ? lowers - 1 : lowers;
      push(start, stemEnd, kind, lookUp(start, stemEnd, stemHash, kind), caseOf(first, stemUppers, stemLowers));
      push(stemEnd, end, TokenKind.Clitic, findWord(vocabulary, "'s", 0, 2, CLITIC_HASH), LetterCase.Lower);
      return end;
    }
    push(start, end, kind, lookUp(start, end, hash, kind), letterCase);
    return end;
  }

  function lookUp(start: number, end: number, hash: number, kind: TokenKind): number {
    // Numbers that a dictionary may hold ("12", "2nd", "4") are short.
    if (kind === TokenKind.Number && end - start > 6) return NO_WORD;
    return findWord(vocabulary, text, start, end, hash);
  }

  /** Reads the punctuation, symbol or emoji that begins here; gives where it ends. */
  function mark(start: number, code: number, cls: CharacterClass): number {
    let end = start + 1;
    if (cls === CharacterClass.Surrogate && code < 0xdc00 && end < length) {
      const low = text.charCodeAt(end);
      if (low >= 0xdc00 && low < 0xe000) end++;
    }
    while (end < length && characterClass(text.charCodeAt(end)) === CharacterClass.Mark) end++;
    const stops = code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026;
    let hash = HASH_SEED;
    for (let i = start; i < end; i++) hash = hashStep(hash, foldCharacter(text.charCodeAt(i)));
    const id = end - start === 1 ? findWord(vocabulary, text, start, end, hash) : NO_WORD;
    push(start, end, stops ? TokenKind.Stop : TokenKind.Punctuation, id, LetterCase.None);
    return end;
  }
}

const CLITIC_HASH = hashStep(hashStep(HASH_SEED, 0x27), 0x73);

/** Whether a mark between two word characters is part of the word. */
function joinsWord(code: number, first: CharacterClass, before: number, next: CharacterClass): boolean {
  if (isApostrophe(code)) return next !== CharacterClass.Digit;
  if (isHyphen(code)) return true;
  const digits = characterClass(before) === CharacterClass.Digit && next === CharacterClass.Digit;
  if (code === 0x2c) return digits;
  if (code !== 0x2e) return false;
  // A space was lost: "the end.The next"
  if (characterClass(before) === CharacterClass.Lower && next === CharacterClass.Upper) return false;
  return digits || first !== CharacterClass.Digit;
}

function caseOf(first: CharacterClass, uppers: number, lowers: number): LetterCase {
  if (uppers === 0) return lowers === 0 ? LetterCase.None : LetterCase.Lower;
  if (lowers === 0) return uppers === 1 ? LetterCase.Capitalised : LetterCase.Upper;
  return uppers === 1 && first === CharacterClass.Upper ? LetterCase.Capitalised : LetterCase.Mixed;
}

function isContracted(text: string, start: number, end: number): boolean {
  return end - start <= 9 && CONTRACTED.has(text.slice(start, end).toLowerCase());
}

/** "U.S.", "e.g." and "Mr." keep their full stop. */
function takesStop(text: string, start: number, end: number, dots: number): boolean {
  if (dots > 0) return isInitials(text, start, end);
  if (end - start > 4) return false;
  if (end - start === 1) {
    // A single capital before a stop is an initial ("John F. Kennedy"), but "Plan B." ends a sentence too; "I." always does.
    const code = text.charCodeAt(start);
    return characterClass(code) === CharacterClass.Upper && code !== 0x49;
  }
  return ABBREVIATIONS.has(text.slice(start, end).toLowerCase());
}

/** Single letters between full stops: U.S, e.g, a.m. */
function isInitials(text: string, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i += 2) if (text.charCodeAt(i) !== 0x2e) return false;
  return (end - start) % 2 === 1;
}

/** A dotted word is a host name when its last part is lower case and every part is longer than an initial. */
function isDomain(text: string, start: number, end: number): boolean {
  const parts = text.slice(start, end).split(".");
  const last = parts[parts.length - 1] as string;
  // 14.500.000 is a figure; of numbers alone, only four of them are an address.
  if (/^\d+$/.test(last) && parts.length !== 4) return false;
  return last.length > 1 && last.length < 7 && last === last.toLowerCase() && parts.every((part) => part.length > 1);
}
