import { buildSymbols, type Symbols } from "./context/feature-lens.js";
import { modelWordsOf } from "./context/fluency.js";
import { decodeNgramModel, type NgramModel } from "./context/ngram.js";
import type { RankerModel } from "./context/ranker.js";
import { decodeRanker } from "./context/ranker-pack.js";
import { compile, type Dictionary } from "./dictionary/compile.js";
import { decodeDictionary } from "./dictionary/packed.js";

/** Gives the bytes of a packed file, decompressed: "language-model", "dictionary" or "ranker". */
export type ReadPacked = (name: string) => Uint8Array;

/** The language model and the dictionary. */
export interface Language {
  readonly language: NgramModel;
  readonly dictionary: Dictionary;
  /** By word id of the dictionary's vocabulary: the language model's word. */
  readonly modelWords: Int32Array;
}

/** Everything that a restoration looks up. Immutable, shared by all calls. */
export interface Resources extends Language {
  readonly ranker: RankerModel;
  readonly symbols: Symbols;
}

/** Decodes the language model and the dictionary. @throws {ModelError} if one is damaged */
export function assembleLanguage(read: ReadPacked): Language {
  const language = decodeNgramModel(read("language-model"));
  const dictionary = compile(decodeDictionary(read("dictionary")), language.vocabulary);
  return { language, dictionary, modelWords: modelWordsOf(language, dictionary.phrases.vocabulary) };
}

/** Decodes all packed data. @throws {ModelError} if a file is damaged */
export function assembleResources(read: ReadPacked): Resources {
  const language = assembleLanguage(read);
  const { model, classes } = decodeRanker(read("ranker"));
  return { ...language, ranker: model, symbols: buildSymbols(language.dictionary.phrases.vocabulary, classes) };
}
