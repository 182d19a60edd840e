import { assembleModel, type BackoffModel, KEY_BASE, probability } from "./backoff-model.js";
import { listNgrams } from "./ngram-keys.js";

/**
 * Mixes two models of one lexicon linearly. After a word that one of them does not know, the other speaks alone: what the
 * first would say there is only its unigram. The result lists what either lists.
 *
 * @param share what `first` says counts for this much
 */
export function interpolate(first: BackoffModel, second: BackoffModel, share: number): BackoffModel {
  const one = completeUnigram(first, second.unigram);
  const two = completeUnigram(second, first.unigram);
  const mix = (g: number, h: number, w: number): number => {
    const knowsFirst = first.bigramStart[h + 1] > first.bigramStart[h];
    const knowsSecond = second.bigramStart[h + 1] > second.bigramStart[h];
    const lambda = knowsFirst ? (knowsSecond ? share : 1) : knowsSecond ? 0 : share;
    return lambda * probability(one, g, h, w) + (1 - lambda) * probability(two, g, h, w);
  };
  const unigram = one.unigram.map((value, w) => share * value + (1 - share) * two.unigram[w]);
  const bigrams = listNgrams(union(bigramKeys(first), bigramKeys(second)), (_, h, w) => mix(-1, h, w));
  const trigrams = listNgrams(union(trigramKeys(first), trigramKeys(second)), mix);
  return assembleModel(unigram, bigrams, trigrams);
}

/** The model with the other's probabilities for the words that it lacks, and its own scaled to make room. */
function completeUnigram(model: BackoffModel, other: Float64Array): BackoffModel {
  let missing = 0;
  for (let w = 0; w < model.size; w++) if (model.unigram[w] === 0) missing += other[w];
  const unigram = model.unigram.map((value, w) => (value === 0 ? other[w] : value * (1 - missing)));
  return assembleModel(
    unigram,
    { keys: bigramKeys(model), probabilities: model.bigram },
    { keys: trigramKeys(model), probabilities: model.trigram },
  );
}

/** The keys of a model's bigrams, ascending. */
export function bigramKeys(model: BackoffModel): Float64Array {
  const keys = new Float64Array(model.bigramWord.length);
  for (let h = 0; h < model.size; h++) {
    for (let row = model.bigramStart[h]; row < model.bigramStart[h + 1]; row++) {
      keys[row] = h * KEY_BASE + model.bigramWord[row];
    }
  }
  return keys;
}

/** The keys of a model's trigrams, ascending. */
export function trigramKeys(model: BackoffModel): Float64Array {
  const histories = bigramKeys(model);
  const keys = new Float64Array(model.trigramWord.length);
  for (let history = 0; history < histories.length; history++) {
    for (let row = model.trigramStart[history]; row < model.trigramStart[history + 1]; row++) {
      keys[row] = histories[history] * KEY_BASE + model.trigramWord[row];
    }
  }
  return keys;
}

function union(left: Float64Array, right: Float64Array): Float64Array {
  const merged = new Float64Array(left.length + right.length);
  merged.set(left);
  merged.set(right, left.length);
  merged.sort();
  return merged.filter((key, i) => i === 0 || key !== merged[i - 1]);
}
