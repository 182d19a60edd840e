import { readdirSync } from "node:fs";
import type { BackoffModel } from "./backoff-model.js";
import { createWordIndex, type EncodedSource, encodeSource, FLAG_BITS, type WordIndex } from "./corpus.js";
import { type CorpusCounts, countSources } from "./count.js";
import { chooseWords, type Lexicon } from "./lexicon.js";
import { sourcesToCount } from "./sources.js";
import type { SphinxModel } from "./sphinx-reader.js";
import { sphinxUnigrams } from "./sphinx-words.js";
import { createWordReader } from "./word-reader.js";

/** All corpora that may be counted, encoded over one index. */
export interface EncodedCorpora {
  readonly index: WordIndex;
  readonly sources: readonly EncodedSource[];
}

/** Reads all corpora of a directory but the held-out ones. */
export function encodeCorpora(directory: string): EncodedCorpora {
  const names = readdirSync(directory)
    .filter((file) => file.endsWith(".jsonl.gz"))
    .map((file) => file.slice(0, -".jsonl.gz".length));
  const index = createWordIndex();
  const seen = new Set<number>();
  const sources = sourcesToCount(names, 1).map(({ name }) => encodeSource(directory, name, index, seen));
  return { index, sources };
}

/** The words that the model will know, at most `limit` of them. */
export function chooseLexicon(
  sphinx: SphinxModel,
  corpora: EncodedCorpora,
  narrowWeight: number,
  limit: number,
): Lexicon {
  const counts = new Float64Array(corpora.index.words.length);
  const sources = sourcesToCount(namesOf(corpora), narrowWeight);
  const weightOf = new Map(sources.map(({ name, weight }) => [name, weight]));
  let total = 0;
  for (const { name, tokens } of corpora.sources) {
    const weight = weightOf.get(name) ?? 1;
    for (const token of tokens) {
      if (token < 0) continue;
      counts[token >> FLAG_BITS] += weight;
      total += weight;
    }
  }
  const shares = new Map(corpora.index.words.map((word, id) => [word, counts[id] / total]));
  return chooseWords(sphinxUnigrams(sphinx), shares, limit);
}

/** Counts the corpora, each source by its weight. */
export function countCorpora(
  corpora: EncodedCorpora,
  lexicon: Lexicon,
  narrowWeight: number,
  comma: number,
): CorpusCounts {
  const groups = new Map<number, EncodedSource[]>();
  for (const { name, weight } of sourcesToCount(namesOf(corpora), narrowWeight)) {
    const group = groups.get(weight) ?? [];
    group.push(...corpora.sources.filter((source) => source.name === name));
    groups.set(weight, group);
  }
  return countSources(groups, createWordReader(corpora.index.words, lexicon), lexicon.words.length, comma);
}

function namesOf(corpora: EncodedCorpora): string[] {
  return corpora.sources.map(({ name }) => name);
}

/** How many n-grams of each order a model lists. */
export function describeModel(model: BackoffModel): string {
  return `${model.size} words, ${model.bigramWord.length} bigrams, ${model.trigramWord.length} trigrams`;
}
