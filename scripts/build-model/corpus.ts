import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { isAcronym, LetterCase } from "../../src/text/case.js";
import { Region } from "../../src/text/region.js";
import { type Scan, scan } from "../../src/text/scan.js";
import { TokenKind } from "../../src/text/tokens.js";
import { buildVocabulary } from "../../src/text/vocabulary.js";
import { CLASS_WORDS, NUMBER } from "./lexicon.js";

/** Stands between two sentences in an encoded text. */
export const BREAK = -1;
/** A comma in an encoded text. */
export const COMMA = -2;
/** Set in an encoded word that had a capital letter. */
export const CAPITAL = 1;
/** Set in an encoded word that is an acronym, "US". */
export const ACRONYM = 2;
/** How far the word's number is shifted to make room for the two. */
export const FLAG_BITS = 2;

/** Numbers the distinct words of all corpora as they turn up. */
export interface WordIndex {
  readonly words: string[];
  readonly idOf: Map<string, number>;
}

/** A new index, in which the classes have their usual ids and the words follow. */
export function createWordIndex(): WordIndex {
  const words = [...CLASS_WORDS];
  return { words, idOf: new Map(words.map((word, id) => [word, id])) };
}

/** A source as numbers: `word << FLAG_BITS` with `CAPITAL` and `ACRONYM`, `BREAK`, `COMMA`. */
export interface EncodedSource {
  readonly name: string;
  readonly tokens: Int32Array;
}

// Words are numbered by the index, not looked up: the tokens' boundaries do not depend on a vocabulary.
const NO_WORDS = buildVocabulary([]);
/** A sentence of at least this many tokens that was seen before is boilerplate and is not counted again. */
const REPEATABLE = 8;

/** Reads every document of a corpus file, one JSON object with a `text` a line. */
export function readDocuments(directory: string, name: string): string[] {
  const lines = gunzipSync(readFileSync(join(directory, `${name}.jsonl.gz`)))
    .toString("utf8")
    .split("\n");
  return lines.filter((line) => line !== "").map((line) => (JSON.parse(line) as { readonly text: string }).text);
}

/** Encodes a corpus file. `seen` holds the hashes of the sentences met so far, in all files. */
export function encodeSource(directory: string, name: string, index: WordIndex, seen: Set<number>): EncodedSource {
  let tokens = new Int32Array(1 << 20);
  let count = 0;
  for (const text of readDocuments(directory, name)) {
    const document = scan(text, NO_WORDS);
    if (count + document.count * 2 + 2 > tokens.length) {
      const larger = new Int32Array(Math.max(tokens.length * 2, count + document.count * 2 + 2));
      larger.set(tokens);
      tokens = larger;
    }
    let sentence = count;
    for (let i = 0; i < document.count; i++) {
      if (document.sentenceStart[i]) {
        count = endSentence(tokens, sentence, count, seen);
        sentence = count;
      }
      const code = encodeToken(document, i, index);
      if (code !== undefined) tokens[count++] = code;
    }
    count = endSentence(tokens, sentence, count, seen);
  }
  return { name, tokens: tokens.slice(0, count) };
}

function encodeToken(document: Scan, i: number, index: WordIndex): number | undefined {
  const kind = document.kind[i];
  if (document.region[i] === Region.Protected || kind === TokenKind.Protected || kind === TokenKind.Stop)
    return undefined;
  if (kind === TokenKind.Number) return NUMBER << FLAG_BITS;
  const surface = document.text.slice(document.start[i], document.end[i]);
  if (kind === TokenKind.Punctuation) return surface === "," ? COMMA : undefined;
  const word = foldWord(surface);
  let id = index.idOf.get(word);
  if (id === undefined) {
    id = index.words.length;
    index.words.push(word);
    index.idOf.set(word, id);
  }
  const capital = document.letterCase[i] === LetterCase.Lower ? 0 : CAPITAL;
  return (id << FLAG_BITS) | capital | (isAcronym(document.letterCase, i) ? ACRONYM : 0);
}

/** A word as the vocabulary holds it. */
function foldWord(surface: string): string {
  return surface
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g, "");
}

/** Closes the sentence that began at `from`, or drops it if it is a repeat; gives the new count. */
function endSentence(tokens: Int32Array, from: number, count: number, seen: Set<number>): number {
  if (count === from) return count;
  if (count - from >= REPEATABLE) {
    let low = 0x811c9dc5 | 0;
    let high = 0;
    for (let i = from; i < count; i++) {
      low = Math.imul(low ^ tokens[i], 0x01000193);
      high = (Math.imul(high, 31) + (low >>> 11)) | 0;
    }
    const hash = (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
    if (seen.has(hash)) return from;
    seen.add(hash);
  }
  tokens[count] = BREAK;
  return count + 1;
}
