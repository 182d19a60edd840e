import { buildSymbols, type Symbols } from "./context/feature-lens.js";
import { modelWordsOf } from "./context/fluency.js";
import type { LogBilinearModel } from "./context/log-bilinear.js";
import { decodeLogBilinear } from "./context/log-bilinear-pack.js";
import { decodeNgramModel, type NgramModel } from "./context/ngram.js";
import type { RankerModel } from "./context/ranker.js";
import { decodeRanker } from "./context/ranker-pack.js";
import { layOutVectors, type WordVectors } from "./context/topic.js";
import { decodeVectors } from "./context/vectors-pack.js";
import type { BoostedTrees } from "./decision/boosted-trees.js";
import { decodeConfidence } from "./decision/confidence-pack.js";
import { once, onceFor, withDeferred } from "./deferred.js";
import { compile, type Dictionary } from "./dictionary/compile.js";
import type { UserDictionary } from "./dictionary/define.js";
import { extendDictionary } from "./dictionary/extend.js";
import { layOut } from "./dictionary/lay-out.js";
import { decodeDictionary, decodeTranslation } from "./dictionary/packed.js";
import { InputError } from "./errors.js";
import { decodeGlance, type GlanceWeights } from "./screening/glance-weights.js";
import { Screen } from "./screening/screen.js";
import type { ScreenTables } from "./screening/screen-tables.js";

/** The packed files that come with the package, without their ending. */
export const PACKED_NAMES = [
  "language-model",
  "dictionary",
  "vectors",
  "ranker",
  "log-bilinear",
  "confidence",
  "glance",
] as const;

/** One of them. */
export type PackedName = (typeof PACKED_NAMES)[number];

/** Gives the bytes of a packed file, decompressed. It is asked once for each, for some when they are first needed. */
export type ReadPacked = (name: PackedName) => Uint8Array;

/** The language model, the word vectors and the dictionary. */
export interface Language {
  readonly language: NgramModel;
  readonly dictionary: Dictionary;
  /** By word id of the dictionary's vocabulary: the language model's word. */
  readonly modelWords: Int32Array;
  readonly vectors: WordVectors;
  /** What machine translators leave, compiled against the language model's vocabulary. */
  readonly translation: Dictionary;
}

/** Everything that a restoration looks up. Immutable, shared by all calls. */
export interface Resources extends Language {
  readonly ranker: RankerModel;
  readonly symbols: Symbols;
  readonly bilinear: LogBilinearModel;
  /** What turns the ranker's opinions into the confidence of an edit. */
  readonly confidence: BoostedTrees;
  /** What words tell at first glance; not where dictionaries were added. */
  readonly glance?: GlanceWeights;
  /** What texts are screened with, if it was laid out before. */
  readonly screening?: ScreenTables;
}

/** Decodes all but the ranker. @throws {ModelError} if one is damaged; for the vectors, when they are first needed */
export function assembleLanguage(read: ReadPacked): Language {
  const language = decodeNgramModel(read("language-model"));
  const packed = read("dictionary");
  const dictionary = compile(decodeDictionary(packed), language.vocabulary);
  const translation = compile(decodeTranslation(packed), language.vocabulary);
  const modelWords = modelWordsOf(language, dictionary.phrases.vocabulary);
  return withDeferred(
    { language, dictionary, translation, modelWords },
    { vectors: () => layOutVectors(decodeVectors(read("vectors")), language.vocabulary.size) },
  );
}

/**
 * Decodes all packed data; what only texts that are looked at in full need, when it is first needed.
 *
 * @throws {ModelError} if a file is damaged
 */
export function assembleResources(read: ReadPacked): Resources {
  const language = assembleLanguage(read);
  const ranker = once(() => decodeRanker(read("ranker")));
  return withDeferred(language, {
    ranker: () => ranker().model,
    symbols: () => buildSymbols(language.dictionary.phrases.vocabulary, ranker().classes),
    bilinear: () => decodeLogBilinear(read("log-bilinear"), language.language.vocabulary.size),
    confidence: () => decodeConfidence(read("confidence")),
    glance: () => decodeGlance(read("glance")),
  });
}

/** What dismisses texts by these resources; set up when it is first asked for. */
export const screenOf = onceFor((resources: Resources) => new Screen(resources, resources.screening));

/** What was made of a dictionary before, by the resources it was added to: calls with the same one do the work once. */
const madeFor = onceFor((_resources: Resources) => new WeakMap<UserDictionary, Resources>());

/**
 * Resources with dictionaries of the caller's, one after the other: each is added to what is there or takes its place.
 * The resources that are given stay as they are.
 *
 * @throws {InputError} if one was not made by `defineDictionary`
 */
export function withDictionaries(resources: Resources, dictionaries: readonly UserDictionary[]): Resources {
  return dictionaries.reduce(withDictionary, resources);
}

function withDictionary(resources: Resources, user: UserDictionary): Resources {
  if (!Array.isArray(user?.entries)) {
    throw new InputError("a dictionary must be made by defineDictionary");
  }
  const cache = madeFor(resources);
  const known = cache.get(user);
  if (known) return known;
  const { screening: _, glance: __, ...rest } = resources;
  const { language, symbols } = resources;
  const dictionary = user.replace
    ? compile(layOut(user.entries, [], resources.dictionary.wordLists), language.vocabulary)
    : extendDictionary(resources.dictionary, user.entries);
  const { vocabulary } = dictionary.phrases;
  // The symbols of the words that the resources had before are their classes.
  const classes = {
    fine: symbols.fine.subarray(0, symbols.vocabularySize),
    coarse: symbols.coarse.subarray(0, symbols.vocabularySize),
  };
  const extended: Resources = {
    ...rest,
    dictionary,
    modelWords: modelWordsOf(language, vocabulary),
    symbols: buildSymbols(vocabulary, classes),
  };
  cache.set(user, extended);
  return extended;
}
