import { EMPTY } from "../../src/context/ngram-table.js";
import type { Dictionary } from "../../src/dictionary/compile.js";
import type { Resources } from "../../src/resources.js";
import { assembleUnspinner, type Unspinner } from "../../src/unspin.js";

/** The library without one of its parts. */
export interface Ablation {
  readonly name: string;
  readonly build: (resources: Resources) => Unspinner;
}

function withDictionary(resources: Resources, change: Partial<Dictionary>): Unspinner {
  return assembleUnspinner({ ...resources, dictionary: { ...resources.dictionary, ...change } });
}

/** Every part that can be switched off from outside, the whole library first. */
export const ABLATIONS: readonly Ablation[] = [
  { name: "everything", build: (resources) => assembleUnspinner(resources) },
  {
    name: "without how typical an entry is",
    build: (resources) =>
      withDictionary(resources, {
        entryChannel: new Float32Array(resources.dictionary.entryChannel.length).fill(-1.5),
      }),
  },
  {
    name: "without conditions of entries",
    build: (resources) =>
      withDictionary(resources, {
        entryCondition: new Int32Array(resources.dictionary.entryCondition.length).fill(-1),
      }),
  },
  {
    name: "without misspelt and hyphenated variants",
    build: (resources) => withDictionary(resources, { variants: new Map() }),
  },
  {
    name: "without trigrams",
    build: (resources) => {
      const { language } = resources;
      const trigrams = new Int32Array(language.tables.trigrams.length).fill(EMPTY);
      return assembleUnspinner({
        ...resources,
        language: { ...language, tables: { ...language.tables, trigrams } },
      });
    },
  },
  {
    name: "without n-grams",
    build: (resources) => {
      const { language } = resources;
      const none = new Int32Array(language.tables.trigrams.length).fill(EMPTY);
      return assembleUnspinner({
        ...resources,
        language: { ...language, tables: { ...language.tables, bigrams: none, trigrams: none } },
      });
    },
  },
  {
    name: "without the ranker's context weights",
    build: (resources) => {
      const { ranker } = resources;
      const weights = new Int8Array(ranker.weights.length);
      return assembleUnspinner({ ...resources, ranker: { ...ranker, weights } });
    },
  },
  {
    name: "without word classes",
    build: (resources) => {
      const { symbols } = resources;
      const [fine, coarse] = [new Uint8Array(symbols.fine.length), new Uint8Array(symbols.coarse.length)];
      return assembleUnspinner({ ...resources, symbols: { ...symbols, fine, coarse } });
    },
  },
];
