import { assembleModel, type BackoffModel, bigramProbability, type NgramList } from "./backoff-model.js";
import { bigramKeys, trigramKeys } from "./interpolate.js";
import { END, START } from "./lexicon.js";

/**
 * Drops the n-grams without which the model's relative entropy grows by less than the threshold (Stolcke 1998). A bigram
 * that is the history of a kept trigram, or its end, stays: the packed format refers to both.
 */
export function pruneModel(model: BackoffModel, threshold: number): BackoffModel {
  const keepTrigram = new Uint8Array(model.trigramWord.length);
  const keepBigram = new Uint8Array(model.bigramWord.length);
  const { bigramStart, bigramWord, trigramStart, trigramWord } = model;
  for (let g = 0; g < model.size; g++) {
    for (let history = bigramStart[g]; history < bigramStart[g + 1]; history++) {
      const h = bigramWord[history];
      markRows(
        model.trigram,
        trigramStart[history],
        trigramStart[history + 1],
        (row) => bigramProbability(model, h, trigramWord[row]),
        shareOf(model, g) * model.bigram[history],
        threshold,
        keepTrigram,
      );
    }
  }
  for (let h = 0; h < model.size; h++) {
    markRows(
      model.bigram,
      bigramStart[h],
      bigramStart[h + 1],
      (row) => model.unigram[bigramWord[row]],
      shareOf(model, h),
      threshold,
      keepBigram,
    );
  }
  keepNeeded(model, keepTrigram, keepBigram);
  return assembleModel(
    model.unigram,
    select(bigramKeys(model), model.bigram, keepBigram),
    select(trigramKeys(model), model.trigram, keepTrigram),
  );
}

/** How often a word is the history of another. A sentence begins as often as one ends. */
function shareOf(model: BackoffModel, word: number): number {
  return model.unigram[word === START ? END : word];
}

function markRows(
  probabilities: Float64Array,
  from: number,
  to: number,
  lowerOf: (row: number) => number,
  share: number,
  threshold: number,
  keep: Uint8Array,
): void {
  let listed = 0;
  let lower = 0;
  for (let row = from; row < to; row++) {
    listed += probabilities[row];
    lower += lowerOf(row);
  }
  const left = Math.max(1 - listed, 1e-6);
  const lowerLeft = Math.max(1 - lower, 1e-6);
  const backoff = Math.log(left / lowerLeft);
  for (let row = from; row < to; row++) {
    const p = probabilities[row];
    const q = lowerOf(row);
    const changed = Math.log((left + p) / (lowerLeft + q));
    const divergence = -share * (p * (Math.log(q) + changed - Math.log(p)) + left * (changed - backoff));
    if (divergence >= threshold) keep[row] = 1;
  }
}

function keepNeeded(model: BackoffModel, keepTrigram: Uint8Array, keepBigram: Uint8Array): void {
  const { bigramStart, bigramWord, trigramStart, trigramWord } = model;
  for (let history = 0; history < bigramWord.length; history++) {
    const h = bigramWord[history];
    let row = bigramStart[h];
    for (let trigram = trigramStart[history]; trigram < trigramStart[history + 1]; trigram++) {
      if (keepTrigram[trigram] === 0) continue;
      while (row < bigramStart[h + 1] && bigramWord[row] < trigramWord[trigram]) row++;
      if (row === bigramStart[h + 1] || bigramWord[row] !== trigramWord[trigram]) keepTrigram[trigram] = 0;
      else keepBigram[history] = keepBigram[row] = 1;
    }
  }
}

function select(keys: Float64Array, probabilities: Float64Array, keep: Uint8Array): NgramList {
  return {
    keys: keys.filter((_, i) => keep[i] === 1),
    probabilities: probabilities.filter((_, i) => keep[i] === 1),
  };
}
