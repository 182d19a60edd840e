import type { Phrases } from "../lattice.js";
import { listWords, NO_WORD, type Vocabulary, wordIdAt } from "../text/vocabulary.js";

/**
 * Words taken apart at their hyphens. Spinners write "deep-learning" and "neuro fuzzy" as they like, and what stands
 * before a hyphen is swapped by itself ("sun-based" < "solar", "cross-approval" < "cross-validation").
 */
export interface Pieces extends PieceColumns {
  readonly vocabulary: Vocabulary;
}

/** The pieces by themselves. */
export interface PieceColumns {
  /** By word id: the pieces of a hyphenated word are `piece[first[word] .. first[word + 1])`; other words have none. */
  readonly first: Int32Array;
  /** Word ids. */
  readonly piece: Int32Array;
}

const HYPHEN = 0x2d;

/** Where nothing is ever looked for in pieces. */
export function noPieces(vocabulary: Vocabulary): Pieces {
  return { vocabulary, first: new Int32Array(vocabulary.size + 1), piece: new Int32Array(0) };
}

/** Whether a word has several pieces. */
export function isCompound({ first }: Pieces, word: number): boolean {
  return first[word] !== first[word + 1];
}

/** Takes the words of a vocabulary apart; those with a piece that it lacks stay whole. */
export function piecesOf(vocabulary: Vocabulary): Pieces {
  const { size, characters, offsets } = vocabulary;
  const first = new Int32Array(size + 1);
  const pieces: number[] = [];
  for (let id = 0; id < size; id++) {
    const end = offsets[id + 1];
    // A hyphen at either end is none between two pieces.
    for (let at = offsets[id] + 1; at < end - 1; at++) {
      if (characters[at] !== HYPHEN) continue;
      splitWord(vocabulary, characters.subarray(offsets[id], end), pieces);
      break;
    }
    first[id + 1] = pieces.length;
  }
  return { vocabulary, first, piece: Int32Array.from(pieces) };
}

/** Adds the pieces of a word to others, all or none. @param word its characters */
function splitWord(vocabulary: Vocabulary, word: Uint16Array, pieces: number[]): void {
  const before = pieces.length;
  for (let from = 0; from <= word.length; ) {
    const hyphen = word.indexOf(HYPHEN, from);
    const end = hyphen < 0 ? word.length : hyphen;
    const id = end === from ? NO_WORD : wordIdAt(vocabulary, word, from, end);
    if (id === NO_WORD) {
      pieces.length = before;
      return;
    }
    pieces.push(id);
    from = end + 1;
  }
}

/** Phrases with their hyphenated words taken apart, under the same numbers. */
export function inPieces(phrases: Phrases, { first, piece }: Pieces): Phrases {
  const { offsets, words } = phrases;
  const ends = new Int32Array(offsets.length);
  let count = 0;
  for (let at = 0; at < words.length; at++) count += Math.max(1, first[words[at] + 1] - first[words[at]]);
  const split = new Int32Array(count);
  let to = 0;
  for (let phrase = 0; phrase + 1 < offsets.length; phrase++) {
    for (let at = offsets[phrase]; at < offsets[phrase + 1]; at++) {
      const word = words[at];
      if (first[word] === first[word + 1]) split[to++] = word;
      else for (let k = first[word]; k < first[word + 1]; k++) split[to++] = piece[k];
    }
    ends[phrase + 1] = to;
  }
  return { ...phrases, offsets: ends, words: split };
}

/** The words that hyphenated words of these phrases are made of. */
export function partsOfCompounds(phrases: readonly string[]): string[] {
  const parts = new Set<string>();
  for (const phrase of phrases) {
    if (!phrase.includes("-")) continue;
    for (const word of phrase.toLowerCase().split(" ")) {
      if (word.includes("-")) for (const part of word.split("-")) if (/^[\p{L}\p{N}]+$/u.test(part)) parts.add(part);
    }
  }
  return [...parts];
}

/** A text's words in a row. */
export interface Run {
  readonly count: number;
  /** By token: its word id, `NO_WORD` for an unknown one. */
  readonly word: Int32Array;
  /** Whether no phrase goes across a token's left edge. */
  isApart(token: number): boolean;
  /** A token as it is written. */
  written(token: number): string;
}

/** Reads the pieces of a text's tokens. */
export class PieceReader {
  readonly #pieces: Pieces;
  readonly #run: Run;
  readonly #unknown = new Map<number, readonly number[]>();

  constructor(pieces: Pieces, run: Run) {
    this.#pieces = pieces;
    this.#run = run;
  }

  /** The pieces of a hyphenated token; `undefined` for one that is one piece, or unknown. */
  compoundAt(token: number): ArrayLike<number> | undefined {
    const { vocabulary, first, piece } = this.#pieces;
    const word = this.#run.word[token];
    if (word >= 0) return isCompound(this.#pieces, word) ? piece.subarray(first[word], first[word + 1]) : undefined;
    let parts = this.#unknown.get(token);
    if (parts === undefined) {
      const written = this.#run.written(token).toLowerCase().replace(/[‐‑]/g, "-");
      const split: number[] = [];
      if (written.includes("-")) splitWord(vocabulary, listWords([written]).characters, split);
      parts = split;
      this.#unknown.set(token, parts);
    }
    return parts.length > 1 ? parts : undefined;
  }
}
