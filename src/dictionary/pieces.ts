import type { Phrases } from "../lattice.js";
import { NO_WORD, type Vocabulary, wordIdOf } from "../text/vocabulary.js";

/**
 * Words taken apart at their hyphens. Spinners write "deep-learning" and "neuro fuzzy" as they like, and what stands
 * before a hyphen is swapped by itself ("sun-based" < "solar", "cross-approval" < "cross-validation").
 */
export interface Pieces {
  readonly vocabulary: Vocabulary;
  /** By word id: the pieces of a hyphenated word, word ids; words that are one piece are not in it. */
  readonly compound: ReadonlyMap<number, readonly number[]>;
  /** By word id: 1 for one of more than one piece. */
  readonly isCompound: Uint8Array;
}

const HYPHEN = 0x2d;

/** Where nothing is ever looked for in pieces. */
export function noPieces(vocabulary: Vocabulary): Pieces {
  return { vocabulary, compound: new Map(), isCompound: new Uint8Array(vocabulary.size) };
}

/** Takes the words of a vocabulary apart; those with a piece that it lacks stay whole. */
export function piecesOf(vocabulary: Vocabulary): Pieces {
  const { size, characters, offsets, letters } = vocabulary;
  const compound = new Map<number, readonly number[]>();
  const isCompound = new Uint8Array(size);
  for (let id = 0; id < size; id++) {
    // A hyphen at either end is none between two pieces.
    for (let at = offsets[id] + 1; at < offsets[id + 1] - 1; at++) {
      if (characters[at] !== HYPHEN) continue;
      const parts = splitWord(vocabulary, letters.slice(offsets[id], offsets[id + 1]));
      if (parts) {
        compound.set(id, parts);
        isCompound[id] = 1;
      }
      break;
    }
  }
  return { vocabulary, compound, isCompound };
}

function splitWord(vocabulary: Vocabulary, word: string): readonly number[] | undefined {
  const parts = word.split("-").map((part) => (part === "" ? NO_WORD : wordIdOf(vocabulary, part)));
  return parts.includes(NO_WORD) ? undefined : parts;
}

/** Phrases with their hyphenated words taken apart, under the same numbers. */
export function inPieces(phrases: Phrases, { compound, isCompound }: Pieces): Phrases {
  const { offsets, words } = phrases;
  const split: number[] = [];
  const ends = new Int32Array(offsets.length);
  for (let phrase = 0; phrase + 1 < offsets.length; phrase++) {
    for (let at = offsets[phrase]; at < offsets[phrase + 1]; at++) {
      const word = words[at];
      if (isCompound[word] === 1) split.push(...(compound.get(word) ?? []));
      else split.push(word);
    }
    ends[phrase + 1] = split.length;
  }
  return { ...phrases, offsets: ends, words: Int32Array.from(split) };
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
  compoundAt(token: number): readonly number[] | undefined {
    const word = this.#run.word[token];
    if (word >= 0) return this.#pieces.isCompound[word] === 1 ? this.#pieces.compound.get(word) : undefined;
    let parts = this.#unknown.get(token);
    if (parts === undefined) {
      const written = this.#run.written(token).toLowerCase().replace(/[‐‑]/g, "-");
      parts = (written.includes("-") ? splitWord(this.#pieces.vocabulary, written) : undefined) ?? [];
      this.#unknown.set(token, parts);
    }
    return parts.length > 1 ? parts : undefined;
  }
}
