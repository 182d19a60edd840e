import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { modelWordsOf } from "../../src/context/fluency.js";
import { decodeNgramModel, type NgramModel } from "../../src/context/ngram.js";
import { compile } from "../../src/dictionary/compile.js";
import { bindWords, type DictionaryColumns, layOut } from "../../src/dictionary/lay-out.js";
import { encodeDictionary } from "../../src/dictionary/packed.js";
import type { WordListName } from "../../src/dictionary/word-lists.js";
import { tellingEntries } from "../../src/screening/telling-entries.js";
import { compressed } from "../packing/compressed.js";
import { checkEntries, formatFinding } from "./rules.js";
import { readEntries, readTerms, readTranslation, WORD_LISTS } from "./sources.js";

/** Where the compiled dictionary goes. */
export const PACKED = new URL("../../src/data/dictionary.bin.gz", import.meta.url);

const LANGUAGE_MODEL = new URL("../../src/data/language-model.bin.gz", import.meta.url);

/** The lists of the rules of translation. */
const TRAVELLING: readonly WordListName[] = [
  "givenNames",
  "beforeDate",
  "namesToo",
  "goesOnForeign",
  "newsVerbs",
  "titles",
  "countries",
  "counts",
  "moreCounts",
  "units",
  "oneUnit",
];

/** Compiles all dictionaries into the package's data. Gives whether they keep the rules; nothing is written if not. */
export async function build(): Promise<boolean> {
  const entries = readEntries();
  const translation = readTranslation();
  const findings = [...checkEntries(entries), ...checkEntries(translation)];
  for (const finding of findings) console.error(formatFinding(finding));
  if (findings.length > 0) return false;
  const language = decodeNgramModel(gunzipSync(readFileSync(LANGUAGE_MODEL)));
  const columns = layOut(entries, readTerms(), WORD_LISTS);
  const translated = layOut(translation, [], WORD_LISTS);
  // Each has the lists that its own rules read.
  const own = TRAVELLING.map((name) => [name, WORD_LISTS[name]] as const);
  const wordLists = Object.fromEntries(
    Object.entries(WORD_LISTS).filter(([name]) => !own.some(([taken]) => taken === name)),
  );
  const travelling = { ...prepared(translated, language, false), wordLists: Object.fromEntries(own) };
  const packed = await compressed(encodeDictionary({ ...prepared(columns, language, true), wordLists }, travelling));
  writeFileSync(PACKED, packed);
  console.log(
    `${entries.length + translation.length} entries, ${columns.entryOriginal.length} pairs of forms, ${columns.formCount} spun forms, ` +
      `${columns.termCount} terms: ${packed.length} bytes`,
  );
  return true;
}

/** Columns with all that need not be found out when they are loaded. @param screens whether texts are screened by them */
function prepared(columns: DictionaryColumns, language: NgramModel, screens: boolean): DictionaryColumns {
  const dictionary = compile(columns, language.vocabulary);
  const modelWords = modelWordsOf(language, dictionary.phrases.vocabulary);
  const { first, piece } = dictionary.composition.pieces;
  const found = screens ? { telling: tellingEntries(dictionary, language, modelWords), pieces: { first, piece } } : {};
  return { ...bindWords(columns, language.vocabulary), settled: { ...dictionary.settled, ...found } };
}
