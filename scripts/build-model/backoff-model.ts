/**
 * A back-off trigram model while it is built. Probabilities and weights are linear, histories sort before words:
 * bigrams (h, w) by h, then w; trigrams (g, h, w) by the row of bigram (g, h), then w.
 */
export interface BackoffModel {
  readonly size: number;
  readonly unigram: Float64Array;
  readonly unigramBackoff: Float64Array;
  /** The bigrams that begin with `h` are rows `bigramStart[h]` to `bigramStart[h + 1]`. */
  readonly bigramStart: Uint32Array;
  readonly bigramWord: Uint16Array;
  readonly bigram: Float64Array;
  readonly bigramBackoff: Float64Array;
  readonly trigramStart: Uint32Array;
  readonly trigramWord: Uint16Array;
  readonly trigram: Float64Array;
}

/** N-grams of one order with their probabilities. A key is `h * 65536 + w` or `(g * 65536 + h) * 65536 + w`, ascending. */
export interface NgramList {
  readonly keys: Float64Array;
  readonly probabilities: Float64Array;
}

/** What a key is multiplied by to make room for one more word. */
export const KEY_BASE = 65536;
/** The least mass that is left to unlisted words: keeps back-off weights finite where rounding has eaten the rest. */
const LEAST_MASS = 1e-6;

/** The position of `word` in the ascending `words[from .. to)`, -1 if it is not there. */
export function findIn(words: Uint16Array | Uint32Array, from: number, to: number, word: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = words[middle];
    if (found === word) return middle;
    if (found < word) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The row of a bigram, -1 if it is not listed. */
export function bigramRow(model: BackoffModel, history: number, word: number): number {
  return findIn(model.bigramWord, model.bigramStart[history], model.bigramStart[history + 1], word);
}

/** P(w | h). */
export function bigramProbability(model: BackoffModel, h: number, w: number): number {
  const row = bigramRow(model, h, w);
  return row >= 0 ? model.bigram[row] : model.unigramBackoff[h] * model.unigram[w];
}

/** P(w | g h); -1 stands for a history that is not there. */
export function probability(model: BackoffModel, g: number, h: number, w: number): number {
  if (h < 0) return model.unigram[w];
  if (g < 0) return bigramProbability(model, h, w);
  const history = bigramRow(model, g, h);
  if (history < 0) return bigramProbability(model, h, w);
  const row = findIn(model.trigramWord, model.trigramStart[history], model.trigramStart[history + 1], w);
  if (row >= 0) return model.trigram[row];
  return model.bigramBackoff[history] * bigramProbability(model, h, w);
}

/**
 * Makes a model of listed n-grams; a trigram whose history is not among the bigrams is left out. The back-off weights
 * follow from the probabilities, such that those of every history sum to one.
 */
export function assembleModel(unigram: Float64Array, bigrams: NgramList, trigrams: NgramList): BackoffModel {
  const size = unigram.length;
  const rows = bigrams.keys.length;
  const bigramStart = new Uint32Array(size + 1);
  const bigramWord = new Uint16Array(rows);
  for (let i = 0; i < rows; i++) {
    bigramWord[i] = bigrams.keys[i] % KEY_BASE;
    bigramStart[Math.floor(bigrams.keys[i] / KEY_BASE) + 1]++;
  }
  for (let h = 0; h < size; h++) bigramStart[h + 1] += bigramStart[h];

  const trigramStart = new Uint32Array(rows + 1);
  const trigramWord = new Uint16Array(trigrams.keys.length);
  const trigram = new Float64Array(trigrams.keys.length);
  let row = 0;
  let kept = 0;
  for (let i = 0; i < trigrams.keys.length; i++) {
    const history = Math.floor(trigrams.keys[i] / KEY_BASE);
    while (row < rows && bigrams.keys[row] < history) trigramStart[++row] = kept;
    if (row === rows || bigrams.keys[row] !== history) continue;
    trigramWord[kept] = trigrams.keys[i] % KEY_BASE;
    trigram[kept++] = trigrams.probabilities[i];
  }
  while (row < rows) trigramStart[++row] = kept;
  const model = {
    size,
    unigram,
    unigramBackoff: new Float64Array(size),
    bigramStart,
    bigramWord,
    bigram: bigrams.probabilities,
    bigramBackoff: new Float64Array(rows),
    trigramStart,
    trigramWord: trigramWord.slice(0, kept),
    trigram: trigram.slice(0, kept),
  };
  normaliseBackoff(model);
  return model;
}

/** Sets every back-off weight to the one with which the probabilities after its history sum to one. */
function normaliseBackoff(model: BackoffModel): void {
  const { size, bigramStart, bigramWord, trigramStart, trigramWord } = model;
  for (let h = 0; h < size; h++) {
    let listed = 0;
    let lower = 0;
    for (let row = bigramStart[h]; row < bigramStart[h + 1]; row++) {
      listed += model.bigram[row];
      lower += model.unigram[bigramWord[row]];
    }
    model.unigramBackoff[h] = backoffWeight(listed, lower);
  }
  for (let history = 0; history < bigramWord.length; history++) {
    const from = trigramStart[history];
    const to = trigramStart[history + 1];
    let listed = 0;
    let lower = 0;
    for (let row = from; row < to; row++) {
      listed += model.trigram[row];
      lower += bigramProbability(model, bigramWord[history], trigramWord[row]);
    }
    model.bigramBackoff[history] = backoffWeight(listed, lower);
  }
}

function backoffWeight(listed: number, lower: number): number {
  return Math.max(1 - listed, LEAST_MASS) / Math.max(1 - lower, LEAST_MASS);
}
