import { assembleModel, type BackoffModel } from "./backoff-model.js";
import { CLITIC_WORD, type Lexicon, START } from "./lexicon.js";
import { bigramKey, collectKeys, listNgrams, trigramKey } from "./ngram-keys.js";
import { afterPossessives } from "./sphinx-possessives.js";
import { sphinxBigram, sphinxTrigram } from "./sphinx-query.js";
import type { SphinxModel } from "./sphinx-reader.js";
import { Form, relateWords, type SphinxWords } from "./sphinx-words.js";

/**
 * The sphinx model over our words. Its "company's" is our "company" and "'s":
 *
 *     P(company | h)       = P1(company | h) + P1(company's | h)
 *     P('s | h, company)   = P1(company's | h) / P(company | h)
 *     P(w | h, company)    = P1(w | h, company) * (1 - P('s | h, company))
 *     P(w | company, 's)   = P1(w | company's)
 *
 * What needs a history of three of our words is left to the back-off. Words that it lacks have probability 0.
 */
export function convertSphinx(model: SphinxModel, lexicon: Lexicon): BackoffModel {
  const words = relateWords(model, lexicon);
  const clitic = lexicon.idOf.get(CLITIC_WORD) ?? -1;
  const { plain, possessive, plural } = words;
  const after = afterPossessives(model, words);

  const inBigram = (h: number, w: number): number => {
    let sum = plain[w] >= 0 ? sphinxBigram(model, h, plain[w]) : 0;
    if (possessive[w] >= 0) sum += sphinxBigram(model, h, possessive[w]);
    return plural[w] >= 0 ? sum + sphinxBigram(model, h, plural[w]) : sum;
  };
  const inTrigram = (g: number, h: number, w: number): number => {
    let sum = plain[w] >= 0 ? sphinxTrigram(model, g, h, plain[w]) : 0;
    if (possessive[w] >= 0) sum += sphinxTrigram(model, g, h, possessive[w]);
    return plural[w] >= 0 ? sum + sphinxTrigram(model, g, h, plural[w]) : sum;
  };
  const unigramOf = (w: number): number => {
    const own = (id: number): number => (id >= 0 ? model.unigram[id] : 0);
    return own(plain[w]) + own(possessive[w]) + own(plural[w]);
  };
  const cliticAfter = (h: number): number => (possessive[h] >= 0 ? model.unigram[possessive[h]] / unigramOf(h) : 0);
  const cliticAfterTwo = (g: number, h: number): number =>
    possessive[h] >= 0 ? sphinxBigram(model, plain[g], possessive[h]) / inBigram(plain[g], h) : 0;

  const { bigrams, trigrams } = listKeys(model, words, clitic);
  const bigramList = listNgrams(bigrams, (_, h, w) => {
    if (h === clitic) return after.bigram(w, unigramOf(w));
    if (w === clitic) return cliticAfter(h);
    return (1 - cliticAfter(h)) * inBigram(plain[h], w);
  });
  const trigramList = listNgrams(trigrams, (g, h, w) => {
    if (h === clitic) return inBigram(possessive[g], w);
    if (g === clitic) return (1 - cliticAfter(h)) * after.trigram(h, w, inBigram(plain[h], w));
    if (w === clitic) return cliticAfterTwo(g, h);
    return (1 - cliticAfterTwo(g, h)) * inTrigram(plain[g], plain[h], w);
  });

  const unigram = Float64Array.from(lexicon.words, (_, w) => (w === START ? 0 : unigramOf(w)));
  unigram[clitic] = after.mass;
  const total = unigram.reduce((sum, share) => sum + share, 0);
  return assembleModel(
    unigram.map((share) => share / total),
    bigramList,
    trigramList,
  );
}

function listKeys(
  model: SphinxModel,
  words: SphinxWords,
  clitic: number,
): { readonly bigrams: Float64Array; readonly trigrams: Float64Array } {
  const { form, target, plain, possessive } = words;
  const bigrams = collectKeys();
  const trigrams = collectKeys();
  for (let w = 0; w < plain.length; w++) if (plain[w] >= 0 && possessive[w] >= 0) bigrams.add(bigramKey(w, clitic));
  for (let last = 0; last < model.words.length; last++) {
    const w = target[last];
    if (w < 0) continue;
    for (let row = model.bigramStart[last]; row < model.bigramStart[last + 1]; row++) {
      const middle = model.bigramLeft[row];
      const h = target[middle];
      if (h < 0) continue;
      if (form[middle] === Form.Possessive && plain[h] >= 0) {
        bigrams.add(bigramKey(clitic, w));
        bigrams.add(bigramKey(h, clitic));
        trigrams.add(trigramKey(h, clitic, w));
      }
      if (form[middle] !== Form.Plain) continue;
      bigrams.add(bigramKey(h, w));
      if (form[last] === Form.Possessive && plain[w] >= 0) trigrams.add(trigramKey(h, w, clitic));
      for (let leaf = model.trigramStart[row]; leaf < model.trigramStart[row + 1]; leaf++) {
        const first = model.trigramLeft[leaf];
        if (target[first] < 0) continue;
        if (form[first] === Form.Plain) trigrams.add(trigramKey(target[first], h, w));
        else if (form[first] === Form.Possessive) trigrams.add(trigramKey(clitic, h, w));
      }
    }
  }
  return { bigrams: bigrams.distinct(), trigrams: trigrams.distinct() };
}
