import { LetterCase } from "../text/case.js";
import type { Scan } from "../text/scan.js";
import { PARAGRAPH_START, TokenKind } from "../text/tokens.js";
import { HASH_SEED, hashStep, type Vocabulary } from "../text/vocabulary.js";
import type { Lens } from "./window.js";

/** Distributional classes of frequent words: words of one class stand in the same contexts. 0: none known. */
export interface WordClasses {
  /** By word id of the language model's vocabulary, for its first words. Up to 255 classes. */
  readonly fine: Uint8Array;
  /** Up to 63 classes. */
  readonly coarse: Uint8Array;
}

/** Symbols that are no words, numbered from the end of the vocabulary on. */
const enum Special {
  Wall = 0,
  Number = 1,
  Name = 2,
  Unknown = 3,
  Protected = 4,
  OtherMark = 5,
  /** ASCII punctuation follows, by code unit. */
  Mark = 6,
}
const SPECIALS = Special.Mark + 128;

/**
 * What the ranker sees of words and marks. A symbol is a word id or, from the vocabulary's size on, a special; its hash
 * depends on its letters alone, so that trained weights survive a change of the dictionary.
 */
export interface Symbols {
  readonly vocabularySize: number;
  /** By symbol. */
  readonly hash: Int32Array;
  readonly fine: Uint8Array;
  readonly coarse: Uint8Array;
  /** The identity: a guessed word is its own symbol. */
  readonly words: Int32Array;
}

/** Lays the symbols of a vocabulary out. */
export function buildSymbols(vocabulary: Vocabulary, classes: WordClasses): Symbols {
  const { size } = vocabulary;
  const hash = new Int32Array(size + SPECIALS);
  const fine = new Uint8Array(size + SPECIALS);
  const coarse = new Uint8Array(size + SPECIALS);
  const words = new Int32Array(size);
  for (let id = 0; id < size; id++) {
    hash[id] = finished(vocabulary.hashes[id]);
    words[id] = id;
  }
  for (let special = 0; special < SPECIALS; special++) hash[size + special] = finished(hashStep(~HASH_SEED, special));
  fine.set(classes.fine.subarray(0, size));
  coarse.set(classes.coarse.subarray(0, size));
  // The specials are classes of their own, behind those of the words.
  for (let special = 0; special < Special.Mark; special++) {
    fine[size + special] = 249 + special;
    coarse[size + special] = 57 + special;
  }
  for (let mark = Special.Mark; mark < SPECIALS; mark++) {
    fine[size + mark] = 255;
    coarse[size + mark] = 63;
  }
  return { vocabularySize: size, hash, fine, coarse, words };
}

function finished(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 12);
}

/** How the ranker sees a text: every token, punctuation included, paragraphs apart. */
export function featureLens(symbols: Symbols, scan: Scan): Lens {
  const { count, gap } = scan;
  const base = symbols.vocabularySize;
  const tokens = new Int32Array(count);
  const walls = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    tokens[i] = symbolOf(scan, i, base);
    walls[i] = gap[i] & PARAGRAPH_START ? 1 : 0;
  }
  return { tokens, words: symbols.words, walls, start: base + Special.Wall, end: base + Special.Wall };
}

function symbolOf(scan: Scan, index: number, base: number): number {
  switch (scan.kind[index]) {
    case TokenKind.Number:
      return base + Special.Number;
    case TokenKind.Protected:
      return base + Special.Protected;
    case TokenKind.Stop:
    case TokenKind.Punctuation: {
      const code = scan.text.charCodeAt(scan.start[index]);
      return base + (code < 128 ? Special.Mark + code : Special.OtherMark);
    }
    default: {
      if (scan.word[index] >= 0) return scan.word[index];
      return base + (scan.letterCase[index] === LetterCase.Lower ? Special.Unknown : Special.Name);
    }
  }
}
