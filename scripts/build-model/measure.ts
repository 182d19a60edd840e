import type { WordIndex } from "./corpus.js";
import { type DevText, findSites, lexiconReader, type Scorer, type Site, scoreForm } from "./dev-sites.js";
import { END, type Lexicon, NAME, START, UNKNOWN } from "./lexicon.js";
import type { ObservedPair } from "./observed-pairs.js";

/** How well a model does on one held-out source. */
export interface Measured {
  readonly name: string;
  /** How often a place of an original scores higher than a place of a spun form. */
  readonly auc: number;
  /** How often the form that stands there scores higher than the other: originals, spun forms. */
  readonly originalsPreferred: number;
  readonly spunPreferred: number;
  /** Of the words that the lexicon holds. */
  readonly perplexity: number;
  readonly unknownRate: number;
  readonly sites: number;
}

/** What is measured on: held-out texts, and the places in them. */
export interface DevSet {
  readonly index: WordIndex;
  readonly texts: readonly DevText[];
  readonly pairs: readonly ObservedPair[];
  readonly sites: readonly Site[];
}

/** Finds the sites of the pairs in the texts. */
export function createDevSet(index: WordIndex, texts: readonly DevText[], pairs: readonly ObservedPair[]): DevSet {
  return { index, texts, pairs, sites: findSites(texts, index, pairs) };
}

/** Measures a model on each text. */
export function measureModel(score: Scorer, lexicon: Lexicon, dev: DevSet, comma: number): Measured[] {
  const read = lexiconReader(dev.index, lexicon, comma);
  const ids = (words: readonly string[]): number[] => words.map((word) => lexicon.idOf.get(word) ?? UNKNOWN);
  const forms = dev.pairs.map(({ spun, original }) => ({ spun: ids(spun), original: ids(original) }));
  const gains = dev.sites.map(({ sentence, at, pair, original }) => {
    const form = forms[pair];
    const to = at + (original ? form.original : form.spun).length;
    return (
      scoreForm(score, read, sentence, at, to, form.original) - scoreForm(score, read, sentence, at, to, form.spun)
    );
  });
  return dev.texts.map(({ name, sentences }, text) => {
    const rows = dev.sites.map((_, i) => i).filter((i) => dev.sites[i].text === text);
    const right = rows.filter((i) => dev.sites[i].original).map((i) => gains[i]);
    const wrong = rows.filter((i) => !dev.sites[i].original).map((i) => gains[i]);
    return {
      name,
      auc: areaUnderCurve(right, wrong),
      originalsPreferred: right.filter((gain) => gain > 0).length / right.length,
      spunPreferred: wrong.filter((gain) => gain < 0).length / wrong.length,
      ...perplexityOf(score, read, sentences),
      sites: rows.length,
    };
  });
}

/** The measures as one line. */
export function describeMeasured(measured: readonly Measured[]): string {
  const parts = measured.map(
    (each) =>
      `${each.name} AUC ${each.auc.toFixed(4)} ${(100 * each.originalsPreferred).toFixed(1)}/${(100 * each.spunPreferred).toFixed(1)} PPL ${each.perplexity.toFixed(0)} (${(100 * each.unknownRate).toFixed(1)} %)`,
  );
  const mean = measured.reduce((sum, each) => sum + each.auc, 0) / measured.length;
  return `mean AUC ${mean.toFixed(4)} | ${parts.join(" | ")}`;
}

function perplexityOf(
  score: Scorer,
  read: (token: number) => number,
  sentences: readonly Int32Array[],
): { readonly perplexity: number; readonly unknownRate: number } {
  let sum = 0;
  let known = 0;
  let unknown = 0;
  for (const sentence of sentences) {
    let history = -1;
    let previous: number = START;
    for (let i = 0; i <= sentence.length; i++) {
      const word = i < sentence.length ? read(sentence[i]) : END;
      if (word === UNKNOWN || word === NAME) unknown++;
      else {
        sum += score(history, previous, word);
        known++;
      }
      history = previous;
      previous = word;
    }
  }
  return { perplexity: Math.exp(-sum / known), unknownRate: unknown / (known + unknown) };
}

/** The chance that a random one of the first is higher than a random one of the second, ties half. */
function areaUnderCurve(high: readonly number[], low: readonly number[]): number {
  const all = [...high.map((gain) => ({ gain, won: 1 })), ...low.map((gain) => ({ gain, won: 0 }))];
  all.sort((a, b) => a.gain - b.gain);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from + 1;
    while (to < all.length && all[to].gain === all[from].gain) to++;
    for (let i = from; i < to; i++) ranks += all[i].won * ((from + 1 + to) / 2);
    from = to;
  }
  return (ranks - (high.length * (high.length + 1)) / 2) / (high.length * low.length);
}
