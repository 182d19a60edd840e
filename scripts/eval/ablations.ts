import { EMPTY } from "../../src/context/ngram-table.js";
import { type BoostedTrees, TREE_DEPTH, TREE_LEAVES } from "../../src/decision/boosted-trees.js";
import type { Dictionary } from "../../src/dictionary/compile.js";
import { indexVariants } from "../../src/dictionary/variants.js";
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

/** The ranker without some of its dense features. */
function withoutNumbers(resources: Resources, indices: readonly number[]): Unspinner {
  const { ranker } = resources;
  const dense = ranker.dense.map((weight, index) => (indices.includes(index) ? 0 : weight));
  return assembleUnspinner({ ...resources, ranker: { ...ranker, dense } });
}

/** Trees that say what one feature says: a staircase along the diagonal. */
function staircase(feature: number): BoostedTrees {
  const steps = Array.from({ length: 96 }, (_, step) => step / 8 - 6);
  const question = steps.flatMap((step) => new Array<number>(TREE_DEPTH).fill(step));
  const answers = steps.flatMap(() => [...new Array<number>(TREE_LEAVES - 1).fill(0), 1 / 8]);
  return {
    bias: -6,
    feature: new Uint8Array(question.length).fill(feature),
    threshold: Float32Array.from(question),
    leaf: Float32Array.from(answers),
  };
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
    build: (resources) => withDictionary(resources, { variants: indexVariants(resources.dictionary.phrases, []) }),
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
    name: "without counts through the document",
    build: (resources) => withoutNumbers(resources, [5, 6, 7, 8]),
  },
  {
    name: "without the document's topic",
    build: (resources) => withoutNumbers(resources, [21]),
  },
  {
    name: "without the shares of dialects",
    build: (resources) =>
      withDictionary(resources, { entryDialect: new Uint8Array(resources.dictionary.entryDialect.length) }),
  },
  {
    name: "without boosted trees",
    build: (resources) => assembleUnspinner({ ...resources, confidence: staircase(0) }),
  },
  {
    name: "without boosted trees and second look",
    build: (resources) => assembleUnspinner({ ...resources, confidence: staircase(1) }),
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
