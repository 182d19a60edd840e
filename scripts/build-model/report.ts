/*
 * Measures the packed model on the dev sources:
 *
 *     npm run measure:model -- [corpora directory [table of observed substitutions]]
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { decodeNgramModel, logProbability } from "../../src/context/ngram.js";
import { readDevTexts } from "./dev-sites.js";
import { lexiconOf } from "./lexicon.js";
import { createDevSet, describeMeasured, measureModel } from "./measure.js";
import { readObservedPairs } from "./observed-pairs.js";
import { DEV_SOURCES } from "./sources.js";

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const [corpora = fromHere("../../../shared/corpora"), pairs = fromHere("../../../shared/data/observed-news.tsv")] =
  process.argv.slice(2);

const model = decodeNgramModel(gunzipSync(readFileSync(fromHere("../../src/data/language-model.bin.gz"))));
const lexicon = lexiconOf(model.vocabulary);
const { index, texts } = readDevTexts(corpora, DEV_SOURCES, false);
const dev = createDevSet(index, texts, readObservedPairs(pairs));
const measured = measureModel((g, h, w) => logProbability(model, g, h, w), lexicon, dev, -1);
console.log(describeMeasured(measured));
