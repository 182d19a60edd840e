import { ModelError } from "../errors.js";
import {
  decodePacked,
  decodePlanes,
  encodePacked,
  encodePlanes,
  lengthsOf,
  type PackedFile,
  startsOf,
} from "../packed-file.js";
import { FREQUENCIES } from "./compile.js";
import type { BoundWords, DictionaryColumns, PhraseColumns } from "./lay-out.js";
import type { PieceColumns } from "./pieces.js";
import type { Settled } from "./settled.js";
import type { WordLists } from "./word-lists.js";

interface Header {
  readonly words: number;
  /** Of the vocabulary that they were bound to, and how many words are named in all. */
  readonly bound?: Omit<BoundWords, "ids"> & { readonly count: number };
  /** Of entries, terms, and all. */
  readonly phrases: number;
  readonly terms: number;
  readonly allPhrases: number;
  /** Phrases that are not written as their words are. */
  readonly spellings: readonly (readonly [phrase: number, spelling: string])[];
  readonly forms: number;
  readonly entries: number;
  readonly domains: readonly string[];
  readonly conditions: readonly string[];
  readonly wordLists: WordLists;
  /** Pairs of entry and condition; few entries have one. */
  readonly conditioned: readonly (readonly [entry: number, condition: number])[];
  /** See `Settled`; absent if nothing was settled. */
  readonly hyphenated?: Settled["hyphenated"];
  /** How many words have pieces counted, and how many there are in all. */
  readonly pieces?: readonly [words: number, pieces: number];
  /** Whether it was settled which entries tell of spinning. */
  readonly telling?: boolean;
}

/**
 * Packs a laid-out dictionary into one file, not yet compressed.
 *
 * @param translation the domain of machine translation, a dictionary of its own that travels with it
 */
export function encodeDictionary(columns: DictionaryColumns, translation?: DictionaryColumns): Uint8Array {
  const { settled, bound } = columns;
  const { phraseCount, termCount, formCount, entryFirst, entryOriginal, entryDomain, entryCondition } = columns;
  const header: Header = {
    words: columns.words.size,
    ...(bound ? { bound: { size: bound.size, fingerprint: bound.fingerprint, count: bound.ids.length } } : {}),
    phrases: phraseCount,
    terms: termCount,
    allPhrases: columns.phraseOffsets.length - 1,
    spellings: [...columns.spellings],
    forms: formCount,
    entries: entryOriginal.length,
    domains: columns.domains,
    conditions: columns.conditions,
    wordLists: columns.wordLists,
    conditioned: [...entryCondition].flatMap((condition, entry): [number, number][] =>
      condition > 0 ? [[entry, condition]] : [],
    ),
    ...(settled ? { hyphenated: settled.hyphenated, telling: settled.telling !== undefined } : {}),
    ...(settled?.pieces ? { pieces: [settled.pieces.first.length - 1, settled.pieces.piece.length] as const } : {}),
  };
  const sections = new Map([
    ["wordLengths", encodePlanes(lengthsOf(columns.words.offsets))],
    ["letters", encodePlanes(columns.words.characters)],
    ["phraseLengths", encodePlanes(lengthsOf(columns.phraseOffsets))],
    ["phraseWords", encodePlanes(relativeWords(columns))],
    ["entryCounts", encodePlanes(lengthsOf(entryFirst))],
    ["originals", encodePlanes(relativeOriginals(entryOriginal, formCount))],
    ["marks", marksOf(columns)],
    ["domains", entryDomain],
  ]);
  if (settled) sections.set("forms", settled.forms);
  if (settled?.pieces) {
    sections.set("pieceCounts", encodePlanes(lengthsOf(settled.pieces.first)));
    sections.set("pieces", encodePlanes(settled.pieces.piece));
  }
  // Words of the list stand in its order: 0 is the next one.
  if (bound) sections.set("wordIds", encodePlanes(bound.ids.map((id) => (id < bound.size ? id + 1 : 0))));
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
  const phrases = decodePhrases(file);
  const entryFirst = startsOf(decodePlanes(file.section("entryCounts"), header.forms));
  const entryOriginal = absoluteOriginals(decodePlanes(file.section("originals"), header.entries), header);
  const entryDomain = file.section("domains");
  if (entryFirst[header.forms] !== header.entries || header.forms > header.phrases) {
    throw misfit("columns");
  }
  const entryCondition = new Int32Array(header.entries);
  for (const [entry, condition] of header.conditioned) entryCondition[entry] = condition;
  const { telling, part, ...marks } = readMarks(file.section("marks"));
  if (part.length !== header.entries || entryDomain.length !== header.entries) {
    throw misfit("entries");
  }
  return {
    ...phrases,
    formCount: header.forms,
    entryFirst,
    entryOriginal,
    ...marks,
    entryDomain: entryDomain.slice(),
    entryCondition,
    domains: header.domains,
    conditions: header.conditions,
    wordLists: header.wordLists,
    ...(header.hyphenated ? { settled: settledOf(file, header.hyphenated, part, telling) } : {}),
  };
}

function settledOf(
  file: PackedFile<Header>,
  hyphenated: Settled["hyphenated"],
  part: Uint8Array,
  telling: Uint8Array,
): Settled {
  const forms = file.section("forms").slice();
  if (forms.length !== file.header.forms) throw misfit("forms");
  const pieces = piecesIn(file);
  return { part, forms, hyphenated, ...(file.header.telling ? { telling } : {}), ...(pieces ? { pieces } : {}) };
}

function piecesIn(file: PackedFile<Header>): PieceColumns | undefined {
  if (!file.header.pieces) return undefined;
  const [words, count] = file.header.pieces;
  const first = startsOf(decodePlanes(file.section("pieceCounts"), words));
  return { first, piece: decodePlanes(file.section("pieces"), count) };
}

/* What is known of an entry, in one byte: where in it each begins. Suggests, seen and telling are a bit each. */
const SEEN = 1;
const FREQUENCY = 2;
const TELLING = 4;
const PART = 5;
/** Frequency and part have two bits each. */
const TWO_BITS = 3;

function marksOf({ entryFrequency, entrySeen, entrySuggests, settled }: DictionaryColumns): Uint8Array {
  return entryFrequency.map((frequency, e) => {
    const own = entrySuggests[e] | (entrySeen[e] << SEEN) | (frequency << FREQUENCY);
    return settled ? own | (settled.part[e] << PART) | ((settled.telling?.[e] ?? 0) << TELLING) : own;
  });
}

function readMarks(marks: Uint8Array) {
  const count = marks.length;
  const entryFrequency = new Uint8Array(count);
  const entrySeen = new Uint8Array(count);
  const entrySuggests = new Uint8Array(count);
  const telling = new Uint8Array(count);
  const part = new Uint8Array(count);
  let most = 0;
  for (let e = 0; e < count; e++) {
    const mark = marks[e];
    entrySuggests[e] = mark & 1;
    entrySeen[e] = (mark >> SEEN) & 1;
    entryFrequency[e] = (mark >> FREQUENCY) & TWO_BITS;
    telling[e] = (mark >> TELLING) & 1;
    part[e] = (mark >> PART) & TWO_BITS;
    most = Math.max(most, entryFrequency[e]);
  }
  if (most >= FREQUENCIES.length) throw misfit("frequencies");
  return { entryFrequency, entrySeen, entrySuggests, telling, part };
}

function decodePhrases(file: PackedFile<Header>): PhraseColumns {
  const { words, phrases, terms, spellings } = file.header;
  const offsets = new Uint32Array(startsOf(decodePlanes(file.section("wordLengths"), words)));
  const phraseOffsets = startsOf(decodePlanes(file.section("phraseLengths"), file.header.allPhrases));
  const characters = Uint16Array.from(decodePlanes(file.section("letters"), offsets[words]));
  const relative = decodePlanes(file.section("phraseWords"), phraseOffsets[file.header.allPhrases]);
  const bound = decodeBound(file);
  if (phrases + terms > file.header.allPhrases) throw misfit("phrases");
  return {
    words: { size: words, characters, offsets },
    ...(bound ? { bound } : {}),
    phraseOffsets,
    phraseWords: absoluteWords(relative, phraseOffsets, bound?.ids.length ?? words),
    spellings: new Map(spellings),
    phraseCount: phrases,
    termCount: terms,
  };
}

function decodeBound(file: PackedFile<Header>): BoundWords | undefined {
  const { bound, words } = file.header;
  if (!bound) return undefined;
  const ids = decodePlanes(file.section("wordIds"), bound.count);
  let next = bound.size;
  for (let word = 0; word < ids.length; word++) ids[word] = ids[word] === 0 ? next++ : ids[word] - 1;
  if (next !== bound.size + words) throw misfit("words");
  return { ids, size: bound.size, fingerprint: bound.fingerprint };
}

/** What a word is that stands at the same place in the phrase before, and one that was not met yet: the next one. */
const SAME = 0;
const NEXT = 1;
const OTHERS = 2;

/** The words of phrases as numbers that repeat themselves. */
function relativeWords({ phraseOffsets, phraseWords }: PhraseColumns): Int32Array {
  const relative = new Int32Array(phraseWords.length);
  let next = 0;
  for (let phrase = 0; phrase + 1 < phraseOffsets.length; phrase++) {
    const start = phraseOffsets[phrase];
    const before = phrase === 0 ? 0 : phraseOffsets[phrase - 1];
    for (let at = start; at < phraseOffsets[phrase + 1]; at++) {
      const word = phraseWords[at];
      if (before + at - start < start && phraseWords[before + at - start] === word) relative[at] = SAME;
      else relative[at] = word === next ? NEXT : word + OTHERS;
      if (word === next) next++;
    }
  }
  return relative;
}

function absoluteWords(relative: Int32Array, phraseOffsets: Int32Array, words: number): Int32Array {
  const absolute = new Int32Array(relative.length);
  let next = 0;
  let before = 0;
  for (let phrase = 0; phrase + 1 < phraseOffsets.length; phrase++) {
    const start = phraseOffsets[phrase];
    for (let at = start; at < phraseOffsets[phrase + 1]; at++) {
      const number = relative[at];
      const word = number === SAME ? absolute[before + at - start] : number === NEXT ? next++ : number - OTHERS;
      if (word >= words) throw misfit("phrases' words");
      absolute[at] = word;
    }
    before = start;
  }
  return absolute;
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
    if (original >= phrases) throw misfit("originals");
    return original;
  });
}

function misfit(what: string): ModelError {
  return new ModelError(`dictionary: its ${what} do not fit together`);
}
