import type { NgramModel } from "../context/ngram.js";
import type { Dictionary } from "../dictionary/compile.js";
import { buildTrie, type Trie } from "../dictionary/trie.js";
import type { GlanceWeights } from "./glance-weights.js";
import { buildHintWords, type HintWords } from "./hint-words.js";
import { SIGN, TELLING } from "./quick-reader.js";
import { tellingEntries } from "./telling-entries.js";
import { buildWordTable, type WordTable } from "./word-table.js";

/** What texts are screened with. */
export interface ScreenSource {
  readonly language: NgramModel;
  readonly dictionary: Dictionary;
  /** By word id of the dictionary's vocabulary: the language model's word. */
  readonly modelWords: Int32Array;
  /** What machine translators leave. */
  readonly translation: Dictionary;
  /** What words tell at first glance; not where there are entries that it was not learnt with. */
  readonly glance?: GlanceWeights | undefined;
}

/** What follows from it: plain data, so that threads can share it. */
export interface ScreenTables {
  readonly hints: HintWords;
  /** By entry: 1 for a telling one. */
  readonly telling: Uint8Array;
  /** Of the forms that have a telling entry. */
  readonly trie: Trie;
  readonly words: WordTable;
  /** By word id of the hints: `TELLING`, `SIGN`. */
  readonly marks: Uint8Array;
}

/** Lays the tables of a screen out. */
export function buildScreenTables({ language, dictionary, modelWords, translation }: ScreenSource): ScreenTables {
  const { vocabulary } = dictionary.phrases;
  const hints = buildHintWords(vocabulary, translation, language.vocabulary.size);
  const telling = tellingEntries(dictionary, language, modelWords);
  const trie = buildTrie(dictionary.phrases, tellingForms(dictionary, telling), vocabulary.size);
  const marks = new Uint8Array(hints.begins.length);
  for (let id = 0; id < marks.length; id++) {
    const tells = id < vocabulary.size && trie.roots[id] !== 0;
    marks[id] = (hints.begins[id] === 1 ? SIGN : 0) | (tells ? TELLING : 0);
  }
  return { hints, telling, trie, words: buildWordTable(hints.vocabulary), marks };
}

/** The forms with a telling entry, by phrase id. */
function tellingForms({ entryFirst }: Dictionary, telling: Uint8Array): Int32Array {
  const forms = new Int32Array(entryFirst.length);
  let count = 0;
  for (let form = 0; form + 1 < entryFirst.length; form++) {
    let tells = 0;
    for (let e = entryFirst[form]; e < entryFirst[form + 1]; e++) tells |= telling[e];
    forms[count] = form;
    count += tells;
  }
  return forms.slice(0, count);
}
