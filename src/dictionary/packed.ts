import { ModelError } from "../errors.js";
import { decodeNumbers, decodePacked, encodeNumbers, encodePacked } from "../packed-file.js";
import { type DictionaryColumns, FREQUENCIES } from "./compile.js";

interface Header {
  readonly phrases: number;
  readonly forms: number;
  readonly entries: number;
  readonly domains: readonly string[];
  readonly conditions: readonly string[];
  /** Pairs of entry and condition; few entries have one. */
  readonly conditioned: readonly (readonly [entry: number, condition: number])[];
}

/**
 * Packs a laid-out dictionary into one file, not yet compressed.
 *
 * @param translation the domain of machine translation, a dictionary of its own that travels with it
 */
export function encodeDictionary(columns: DictionaryColumns, translation?: DictionaryColumns): Uint8Array {
  const { phrases, formCount, entryFirst, entryOriginal, entryFrequency, entryDomain, entryCondition } = columns;
  const header: Header = {
    phrases: phrases.length,
    forms: formCount,
    entries: entryOriginal.length,
    domains: columns.domains,
    conditions: columns.conditions,
    conditioned: [...entryCondition].flatMap((condition, entry): [number, number][] =>
      condition > 0 ? [[entry, condition]] : [],
    ),
  };
  const text = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join("\n"));
  const sections = new Map([
    ["phrases", text(phrases)],
    ["terms", text(columns.terms)],
    ["entryCounts", encodeNumbers(entryFirst.slice(1).map((end, form) => end - entryFirst[form]))],
    ["originals", encodeNumbers(relativeOriginals(entryOriginal, formCount))],
    [
      "marks",
      entryFrequency.map((frequency, e) => frequency * 4 + columns.entrySeen[e] * 2 + columns.entrySuggests[e]),
    ],
    ["domains", entryDomain],
  ]);
  if (translation) sections.set("translation", encodeDictionary(translation));
  return encodePacked("dictionary", header, sections);
}

/**
 * Unpacks the domain of machine translation that travels with a dictionary.
 *
 * @throws {ModelError} if the bytes are no whole dictionary, or it has none
 */
export function decodeTranslation(bytes: Uint8Array): DictionaryColumns {
  return decodeDictionary(decodePacked("dictionary", bytes).section("translation"));
}

/**
 * Unpacks what `encodeDictionary` packed.
 *
 * @throws {ModelError} if the bytes are no whole dictionary
 */
export function decodeDictionary(bytes: Uint8Array): DictionaryColumns {
  const file = decodePacked<Header>("dictionary", bytes);
  const { header } = file;
  const lines = (name: string): string[] => {
    const text = new TextDecoder().decode(file.section(name));
    return text === "" ? [] : text.split("\n");
  };
  const phrases = lines("phrases");
  const counts = decodeNumbers(file.section("entryCounts"), header.forms);
  const entryFirst = new Int32Array(header.forms + 1);
  for (let form = 0; form < header.forms; form++) entryFirst[form + 1] = entryFirst[form] + counts[form];
  const entryOriginal = absoluteOriginals(decodeNumbers(file.section("originals"), header.entries), header);
  const marks = file.section("marks");
  const entryDomain = file.section("domains");
  if (phrases.length !== header.phrases || entryFirst[header.forms] !== header.entries) {
    throw new ModelError("dictionary: its columns do not fit together");
  }
  if (
    marks.length !== header.entries ||
    entryDomain.length !== header.entries ||
    marks.some((mark) => mark >> 2 >= FREQUENCIES.length)
  ) {
    throw new ModelError("dictionary: its entries do not fit together");
  }
  const entryCondition = new Int32Array(header.entries);
  for (const [entry, condition] of header.conditioned) entryCondition[entry] = condition;
  return {
    phrases,
    formCount: header.forms,
    entryFirst,
    entryOriginal,
    entryFrequency: marks.map((mark) => mark >> 2),
    entrySeen: marks.map((mark) => (mark >> 1) & 1),
    entryDomain: entryDomain.slice(),
    entryCondition,
    entrySuggests: marks.map((mark) => mark & 1),
    domains: header.domains,
    conditions: header.conditions,
    terms: lines("terms"),
  };
}

/** An original that is no form and has not been met is written as 0: such phrases are numbered in the order of use. */
function relativeOriginals(originals: Int32Array, forms: number): Int32Array {
  let next = forms;
  return originals.map((original) => {
    if (original !== next) return original + 1;
    next++;
    return 0;
  });
}

function absoluteOriginals(relative: Int32Array, { forms, phrases }: Header): Int32Array {
  let next = forms;
  return relative.map((number) => {
    const original = number === 0 ? next++ : number - 1;
    if (original >= phrases) throw new ModelError("dictionary: an entry has no original");
    return original;
  });
}
