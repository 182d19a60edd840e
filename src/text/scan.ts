import { regionsOf } from "./regions.js";
import { sentenceStarts } from "./sentences.js";
import { type Tokens, tokenise } from "./tokens.js";
import type { Vocabulary } from "./vocabulary.js";

/** A text as the later stages see it. */
export interface Scan extends Tokens {
  /** 1 where a sentence begins, 0 elsewhere. */
  readonly sentenceStart: Uint8Array;
  /** A `Region` for each token. */
  readonly region: Uint8Array;
}

/** Reads a text: its tokens, sentences and regions. Linear in its length; any string at all is accepted. */
export function scan(text: string, vocabulary: Vocabulary): Scan {
  const tokens = tokenise(text, vocabulary);
  return { ...tokens, sentenceStart: sentenceStarts(tokens), region: regionsOf(tokens) };
}
