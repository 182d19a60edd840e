import { logProbability, type NgramModel } from "../../src/context/ngram.js";
import { wordsOf } from "../../src/dictionary/phrases.js";
import { LetterCase } from "../../src/text/case.js";
import { type Scan, scan } from "../../src/text/scan.js";
import { TokenKind } from "../../src/text/tokens.js";
import { wordIdOf } from "../../src/text/vocabulary.js";
import type { GoldEdit } from "./scoring/gold.js";

/** A swap is silent if the original is at most this much more probable, in log10. */
const MOST_SILENT = 0.5;
const PASSED_OVER = -1;

/** Says of each gold edit whether it is silent. @param reference the clean text */
export function withSilence<Gold extends GoldEdit>(
  model: NgramModel,
  reference: string,
  gold: readonly Gold[],
): Gold[] {
  const judge = new SilenceJudge(model, reference);
  let shift = 0;
  return gold.map((each) => {
    const start = each.start - shift;
    shift += each.spun.length - each.original.length;
    return { ...each, silent: judge.isSilent(start, start + each.original.length, each.spun) };
  });
}

/** Tells which swaps a reader would not notice: the spun form is as fluent in the clean text as the original. */
export class SilenceJudge {
  readonly #model: NgramModel;
  readonly #scan: Scan;
  readonly #words: Int32Array;

  /** @param text the clean text */
  constructor(model: NgramModel, text: string) {
    this.#model = model;
    this.#scan = scan(text, model.vocabulary);
    this.#words = modelWords(model, this.#scan);
  }

  /** Whether `form` in the place of `text.slice(start, end)` is silent. */
  isSilent(start: number, end: number, form: string): boolean {
    const { count, start: starts, end: ends } = this.#scan;
    let from = 0;
    while (from < count && ends[from] <= start) from++;
    let to = from;
    while (to < count && starts[to] < end) to++;
    const standing = [...this.#words.subarray(from, to)].filter((word) => word !== PASSED_OVER);
    const gain = this.#score(from, to, standing) - this.#score(from, to, wordsOfForm(this.#model, form));
    return gain / Math.LN10 <= MOST_SILENT;
  }

  /** log P(words and the two behind them | the two before them), natural logarithm. */
  #score(from: number, to: number, words: readonly number[]): number {
    const model = this.#model;
    const left = this.#leftOf(from);
    let sum = 0;
    let [history, previous] = left;
    for (const word of [...words, ...this.#rightOf(to)]) {
      sum += logProbability(model, history, previous, word);
      history = previous;
      previous = word;
    }
    return sum;
  }

  #leftOf(from: number): [history: number, previous: number] {
    const found: number[] = [];
    let i = from;
    while (found.length < 2) {
      if (i === 0 || this.#scan.sentenceStart[i] === 1) {
        found.push(this.#model.sentenceStart);
        break;
      }
      i--;
      if (this.#words[i] !== PASSED_OVER) found.push(this.#words[i]);
    }
    return [found[1] ?? -1, found[0]];
  }

  #rightOf(to: number): number[] {
    const found: number[] = [];
    for (let i = to; found.length < 2; i++) {
      if (i >= this.#scan.count || this.#scan.sentenceStart[i] === 1) {
        found.push(this.#model.sentenceEnd);
        break;
      }
      if (this.#words[i] !== PASSED_OVER) found.push(this.#words[i]);
    }
    return found;
  }
}

function modelWords(model: NgramModel, { count, kind, word, letterCase }: Scan): Int32Array {
  const words = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    if (kind[i] === TokenKind.Stop || kind[i] === TokenKind.Punctuation) words[i] = PASSED_OVER;
    else if (kind[i] === TokenKind.Number) words[i] = model.number;
    else if (word[i] >= 0) words[i] = word[i];
    else words[i] = letterCase[i] === LetterCase.Lower ? model.unknown : model.name;
  }
  return words;
}

function wordsOfForm(model: NgramModel, form: string): number[] {
  return wordsOf(form.replace(/[{}|]/g, " ")).map((word) => {
    if (/^\d/.test(word)) return model.number;
    const id = wordIdOf(model.vocabulary, word);
    return id >= 0 ? id : model.unknown;
  });
}
