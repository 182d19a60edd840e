import { DIALECTS, type ListSizes, type Phrases } from "../lattice.js";

/** Counts the forms of every original. @param seen by phrase that is a term: see `termsSeen` */
export function listSizesOf(
  phrases: Phrases,
  entryOriginal: Int32Array,
  entryDialect: Uint8Array,
  seen: Uint8Array,
): ListSizes {
  const { offsets, words, vocabulary } = phrases;
  const ofPhrase = new Uint8Array((offsets.length - 1) * DIALECTS);
  const ofWord = new Uint8Array(vocabulary.size * DIALECTS);
  for (let entry = 0; entry < entryOriginal.length; entry++) {
    const original = entryOriginal[entry];
    const at = original * DIALECTS + entryDialect[entry];
    if (ofPhrase[at] < 255) ofPhrase[at]++;
    if (offsets[original + 1] - offsets[original] !== 1) continue;
    ofWord[words[offsets[original]] * DIALECTS + entryDialect[entry]] = ofPhrase[at];
  }
  const asTerm = new Uint8Array(offsets.length - 1);
  asTerm.set(seen);
  return { ofPhrase, ofWord, asTerm };
}
