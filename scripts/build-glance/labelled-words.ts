import { NO_HASH } from "../../src/screening/quick-reader.js";
import { foldCharacter } from "../../src/text/characters.js";
import { TokenKind, tokenise } from "../../src/text/tokens.js";
import { HASH_SEED, hashStep, type Vocabulary } from "../../src/text/vocabulary.js";
import type { SpunText } from "../simulate/spin.js";

/** The words of a text as a glance sees them, one after the other. */
export interface LabelledWords {
  /** Hashes of folded letters; `NO_HASH` where anything but white space stands between two words. */
  readonly hash: readonly number[];
  /** 1 for a word that was swapped in. */
  readonly swapped: readonly number[];
}

/** Reads a text. @param vocabulary what contractions and possessives are told apart by */
export function labelledWords({ text, gold }: SpunText, vocabulary: Vocabulary): LabelledWords {
  const { count, start, end, kind } = tokenise(text, vocabulary);
  const hash: number[] = [];
  const swapped: number[] = [];
  let span = 0;
  for (let token = 0; token < count; token++) {
    while (span < gold.length && gold[span].end <= start[token]) span++;
    if (kind[token] > TokenKind.Clitic) {
      if (hash.at(-1) === NO_HASH) continue;
      hash.push(NO_HASH);
      swapped.push(0);
      continue;
    }
    hash.push(hashOf(text, start[token], end[token]));
    swapped.push(span < gold.length && gold[span].start < end[token] ? 1 : 0);
  }
  return { hash, swapped };
}

function hashOf(text: string, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let at = start; at < end; at++) {
    const folded = foldCharacter(text.charCodeAt(at));
    if (folded !== 0) hash = hashStep(hash, folded);
  }
  return hash;
}
