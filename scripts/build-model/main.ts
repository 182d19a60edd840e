/*
 * Builds src/data/language-model.bin.gz:
 *
 *     npm run build:model -- [corpora directory [sphinx model]]
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { estimateModel } from "./discount.js";
import { interpolate } from "./interpolate.js";
import { packModel } from "./pack.js";
import { pruneModel } from "./prune.js";
import { SETTINGS } from "./settings.js";
import { convertSphinx } from "./sphinx-convert.js";
import { readSphinxModel } from "./sphinx-reader.js";
import { chooseLexicon, countCorpora, describeModel, encodeCorpora } from "./train.js";

const OUTPUT = fileURLToPath(new URL("../../src/data/language-model.bin.gz", import.meta.url));
const DEFAULT_CORPORA = fileURLToPath(new URL("../../../shared/corpora", import.meta.url));

const [corporaPath = DEFAULT_CORPORA, sphinxPath] = process.argv.slice(2);
const { narrowWeight, words, discount, sphinxShare, threshold, classSize } = SETTINGS;

const sphinx = readSphinxModel(sphinxPath);
const corpora = encodeCorpora(corporaPath);
const lexicon = chooseLexicon(sphinx, corpora, words);
const converted = convertSphinx(sphinx, lexicon);
console.log(`sphinx: ${describeModel(converted)}`);
const counted = estimateModel(countCorpora(corpora, lexicon, narrowWeight, -1), discount);
console.log(`corpora: ${describeModel(counted)}`);
const mixed = interpolate(converted, counted, sphinxShare);
console.log(`together: ${describeModel(mixed)}`);
const pruned = pruneModel(mixed, threshold);
console.log(`pruned: ${describeModel(pruned)}`);
const bytes = packModel(pruned, lexicon.words, classSize);
const compressed = gzipSync(bytes, { level: 9 });
writeFileSync(OUTPUT, compressed);
console.log(`${bytes.length} bytes, ${compressed.length} compressed`);
console.log(`sha256 ${createHash("sha256").update(compressed).digest("hex")}  src/data/language-model.bin.gz`);
