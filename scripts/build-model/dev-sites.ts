import { BREAK, COMMA, createWordIndex, encodeSource, FLAG_BITS, type WordIndex } from "./corpus.js";
import { END, type Lexicon, START } from "./lexicon.js";
import type { ObservedPair } from "./observed-pairs.js";
import { createWordReader } from "./word-reader.js";

/** log P(w | g h) of some model, -1 for no history. */
export type Scorer = (g: number, h: number, w: number) => number;

/** A held-out source as sentences of surface words; encoded as by `encodeSource`. */
export interface DevText {
  readonly name: string;
  readonly sentences: readonly Int32Array[];
}

/** A place where one of the two forms of a pair stands. */
export interface Site {
  readonly text: number;
  readonly sentence: Int32Array;
  readonly at: number;
  readonly pair: number;
  /** Whether the original stands there; otherwise it is the spun form, rightly. */
  readonly original: boolean;
}

/** Reads held-out sources; commas are dropped unless they are to be words. */
export function readDevTexts(
  directory: string,
  names: readonly string[],
  commas: boolean,
): { readonly index: WordIndex; readonly texts: DevText[] } {
  const index = createWordIndex();
  const texts = names.map((name) => {
    const { tokens } = encodeSource(directory, name, index, new Set());
    const sentences: Int32Array[] = [];
    let from = 0;
    tokens.forEach((token, i) => {
      if (token !== BREAK) return;
      sentences.push(tokens.slice(from, i).filter((each) => each !== COMMA || commas));
      from = i + 1;
    });
    return { name, sentences };
  });
  return { index, texts };
}

/** At most so many sites of a kind for a pair in a source, lest "however" outvote all others. */
const SITES_PER_PAIR = 25;

/** Finds where the pairs' forms stand in lower case. */
export function findSites(texts: readonly DevText[], index: WordIndex, pairs: readonly ObservedPair[]): Site[] {
  const byFirst = new Map<number, { readonly pair: number; readonly original: boolean; readonly form: number[] }[]>();
  pairs.forEach((each, pair) => {
    for (const original of [true, false]) {
      const form = (original ? each.original : each.spun).map((word) => (index.idOf.get(word) ?? -1) << FLAG_BITS);
      if (form.some((id) => id < 0)) continue;
      const list = byFirst.get(form[0]) ?? [];
      list.push({ pair, original, form });
      byFirst.set(form[0], list);
    }
  });
  const sites: Site[] = [];
  texts.forEach(({ sentences }, text) => {
    const found = new Map<number, number>();
    for (const sentence of sentences) {
      for (let at = 0; at < sentence.length; at++) {
        for (const { pair, original, form } of byFirst.get(sentence[at]) ?? []) {
          if (!form.every((id, i) => sentence[at + i] === id)) continue;
          const key = pair * 2 + (original ? 1 : 0);
          const count = found.get(key) ?? 0;
          if (count >= SITES_PER_PAIR) continue;
          found.set(key, count + 1);
          sites.push({ text, sentence, at, pair, original });
        }
      }
    }
  });
  return sites;
}

/** Turns surface words into those of a lexicon. */
export function lexiconReader(index: WordIndex, lexicon: Lexicon, comma: number): (token: number) => number {
  const read = createWordReader(index.words, lexicon);
  return (token) => (token === COMMA ? comma : read(token));
}

/** log P(form and the two words behind it | the two words before it). */
export function scoreForm(
  score: Scorer,
  read: (token: number) => number,
  sentence: Int32Array,
  from: number,
  to: number,
  form: readonly number[],
): number {
  let previous = from > 0 ? read(sentence[from - 1]) : START;
  let history = from > 1 ? read(sentence[from - 2]) : from === 1 ? START : -1;
  let sum = 0;
  const step = (word: number): void => {
    sum += score(history, previous, word);
    history = previous;
    previous = word;
  };
  for (const word of form) step(word);
  for (let i = to; i < to + 2; i++) {
    if (i >= sentence.length) {
      step(END);
      break;
    }
    step(read(sentence[i]));
  }
  return sum;
}
