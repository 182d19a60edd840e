import type { NgramModel } from "../context/ngram.js";
import { batchOf, NO_PAIR } from "../context/ngram-batch.js";
import { PASSED_OVER } from "../context/window.js";
import type { Dictionary } from "../dictionary/compile.js";

/** How many times as often a telling form stands in spun text. */
const LIFT = 1.65;
/** Originals that stand behind a form less often than this are not thought of, 0 to 1. */
const LEAST_SHARE = 0.1;

/**
 * By entry: 1 for a telling one. A form is telling that stands more often in spun text than in clean text: a sixth of
 * those that stand in clean texts, and nine tenths of what gives spun texts away. How often a form stands in clean
 * text is for the language model to say; in spun text it stands for its originals, each as often as that stands in clean
 * text and is swapped for this form.
 *
 * @param modelWords by word id of the dictionary's vocabulary: the language model's word
 */
export function tellingEntries(dictionary: Dictionary, model: NgramModel, modelWords: Int32Array): Uint8Array {
  const { entryFirst, entryOriginal, entryChannel, composes, settled } = dictionary;
  if (settled.telling) return settled.telling;
  const frequency = phraseFrequencies(dictionary, model, modelWords);
  const telling = new Uint8Array(entryOriginal.length);
  const mass = Float64Array.from(entryOriginal, (original, e) =>
    composes[e] === 1 ? 0 : Math.exp(frequency[original] + entryChannel[e]),
  );
  for (let form = 0; form + 1 < entryFirst.length; form++) {
    let spun = 0;
    for (let e = entryFirst[form]; e < entryFirst[form + 1]; e++) spun += mass[e];
    if (spun < LIFT * Math.exp(frequency[form])) continue;
    for (let e = entryFirst[form]; e < entryFirst[form + 1]; e++)
      telling[e] = mass[e] > 0 && mass[e] >= LEAST_SHARE * spun ? 1 : 0;
  }
  return telling;
}

/** By phrase: log P of its words in clean text. */
function phraseFrequencies({ phrases }: Dictionary, model: NgramModel, modelWords: Int32Array): Float64Array {
  const { offsets, words } = phrases;
  const frequency = new Float64Array(offsets.length - 1);
  const batch = batchOf(model);
  const ends: number[] = [];
  const collect = (upTo: number): void => {
    const values = batch.run();
    let at = 0;
    ends.forEach((end, index) => {
      for (; at < end; at++) frequency[upTo - ends.length + index] += values[at];
    });
    ends.length = 0;
  };
  for (let phrase = 0; phrase < frequency.length; phrase++) {
    let previous = PASSED_OVER;
    let pair = NO_PAIR;
    batch.reserve();
    for (let at = offsets[phrase]; at < offsets[phrase + 1]; at++) {
      const word = modelWords[words[at]];
      if (word === PASSED_OVER) continue;
      if (previous === PASSED_OVER) frequency[phrase] = model.unigram[word];
      else {
        const next = batch.pair(previous, word);
        batch.term(pair, next);
        pair = next;
      }
      previous = word;
    }
    ends.push(batch.length);
    if (batch.isFull) collect(phrase + 1);
  }
  collect(frequency.length);
  return frequency;
}
