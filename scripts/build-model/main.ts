/*
 * Builds src/data/language-model.bin.gz:
 *
 *     npm run build:model -- [--new-words] [corpora directory [sphinx model]]
 *
 * The words and their ids stay those of the model that is there, since other packed files refer to them; "--new-words"
 * chooses them afresh.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { decodeNgramModel } from "../../src/context/ngram.js";
import { compressed } from "../packing/compressed.js";
import { estimateModel } from "./discount.js";
import { interpolate } from "./interpolate.js";
import { lexiconOf } from "./lexicon.js";
import { packModel } from "./pack.js";
import { pruneModel } from "./prune.js";
import { SETTINGS } from "./settings.js";
import { convertSphinx } from "./sphinx-convert.js";
import { readSphinxModel } from "./sphinx-reader.js";
import { chooseLexicon, countCorpora, describeModel, encodeCorpora } from "./train.js";

const OUTPUT = fileURLToPath(new URL("../../src/data/language-model.bin.gz", import.meta.url));
const DEFAULT_CORPORA = fileURLToPath(new URL("../../../shared/corpora", import.meta.url));

const options = process.argv.slice(2);
const [corporaPath = DEFAULT_CORPORA, sphinxPath] = options.filter((option) => option !== "--new-words");
const { narrowWeight, words, discount, sphinxShare, threshold, classSize } = SETTINGS;

const sphinx = readSphinxModel(sphinxPath);
const corpora = encodeCorpora(corporaPath);
const lexicon =
  options.includes("--new-words") || !existsSync(OUTPUT)
    ? chooseLexicon(sphinx, corpora, narrowWeight, words)
    : lexiconOf(decodeNgramModel(gunzipSync(readFileSync(OUTPUT))).vocabulary);
const converted = convertSphinx(sphinx, lexicon);
console.log(`sphinx: ${describeModel(converted)}`);
const counted = estimateModel(countCorpora(corpora, lexicon, narrowWeight, -1), discount);
console.log(`corpora: ${describeModel(counted)}`);
const mixed = interpolate(converted, counted, sphinxShare);
console.log(`together: ${describeModel(mixed)}`);
const pruned = pruneModel(mixed, threshold);
console.log(`pruned: ${describeModel(pruned)}`);
const bytes = packModel(pruned, lexicon.words, classSize);
const packed = await compressed(bytes);
writeFileSync(OUTPUT, packed);
console.log(`${bytes.length} bytes, ${packed.length} compressed`);
console.log(`sha256 ${createHash("sha256").update(packed).digest("hex")}  src/data/language-model.bin.gz`);
