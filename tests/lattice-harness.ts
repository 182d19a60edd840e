import type { SpinRate } from "../src/decision/spin-rate.js";
import { listSizesOf } from "../src/dictionary/list-sizes.js";
import { wordsOf } from "../src/dictionary/phrases.js";
import { Dialect, type Lattice, LatticeBuilder, type Phrases } from "../src/lattice.js";
import { scan } from "../src/text/scan.js";
import { buildVocabulary, extendVocabulary, type Vocabulary, wordIdOf } from "../src/text/vocabulary.js";

/** A place in a text at which something may have been swapped. */
export interface Place {
  /** What stands there. */
  readonly form: string;
  /** Which of its occurrences, from 0; the first unless said. */
  readonly nth?: number;
  readonly originals: readonly string[];
  readonly channel?: number;
  readonly dialect?: Dialect;
  readonly proposedOnly?: boolean;
}

/**
 * A lattice made by hand. Every token is swappable, unless a list of those that are is given.
 *
 * @param base a vocabulary whose ids are kept
 */
export function latticeOf(
  text: string,
  places: readonly Place[],
  swappable?: readonly string[],
  base: Vocabulary = buildVocabulary([]),
): Lattice {
  const phrases = phrasesOf([text, ...places.flatMap(({ form, originals }) => [form, ...originals])], base);
  const read = scan(text, phrases.vocabulary);
  const builder = new LatticeBuilder();
  const located = places.map((place) => ({ ...place, ...tokensOf(read, text, place) }));
  located.sort((a, b) => a.from - b.from || a.to - b.to);
  located.forEach(
    ({ form, originals, from, to, channel = -1, dialect = Dialect.General, proposedOnly = false }, index) => {
      builder.site(from, to, phraseIdOf(phrases, form));
      for (const original of originals) {
        builder.candidate(phraseIdOf(phrases, original), channel, index, dialect, proposedOnly ? 1 : 0);
      }
    },
  );
  const flags = Uint8Array.from({ length: read.count }, (_, i) =>
    !swappable || swappable.includes(text.slice(read.start[i], read.end[i])) ? 1 : 0,
  );
  const sites = builder.sites(read, phrases);
  const { original, dialect } = sites;
  return builder.build(
    read,
    phrases,
    flags,
    listSizesOf(phrases, original, dialect, new Uint8Array(phrases.offsets.length - 1)),
  );
}

/** All words, and all the phrases given, once each. */
function phrasesOf(texts: readonly string[], base: Vocabulary): Phrases {
  const distinct = [...new Set(texts.map((text) => wordsOf(text.toLowerCase()).join(" ")))];
  const vocabulary = extendVocabulary(
    base,
    distinct.flatMap((phrase) => phrase.split(" ")),
  );
  const words = distinct.map((phrase) => phrase.split(" ").map((word) => wordIdOf(vocabulary, word)));
  const offsets = new Int32Array(words.length + 1);
  words.forEach((each, index) => {
    offsets[index + 1] = offsets[index] + each.length;
  });
  return { vocabulary, offsets, words: Int32Array.from(words.flat()), spellings: new Map() };
}

function phraseIdOf({ vocabulary, offsets, words }: Phrases, phrase: string): number {
  const ids = wordsOf(phrase).map((word) => wordIdOf(vocabulary, word));
  for (let p = 0; p + 1 < offsets.length; p++) {
    const own = words.subarray(offsets[p], offsets[p + 1]);
    if (own.length === ids.length && ids.every((id, i) => own[i] === id)) return p;
  }
  throw new Error(`no phrase ${phrase}`);
}

function tokensOf(
  { start, end, count }: Pick<Lattice["scan"], "start" | "end" | "count">,
  text: string,
  { form, nth = 0 }: Place,
): { from: number; to: number } {
  // Whole tokens only: "x3" is not in "x30".
  const isWhole = (offset: number): boolean =>
    start.subarray(0, count).includes(offset) && end.subarray(0, count).includes(offset + form.length);
  let at = -1;
  for (let left = nth; left >= 0; left--) {
    do at = text.indexOf(form, at + 1);
    while (at >= 0 && !isWhole(at));
    if (at < 0) break;
  }
  let from = 0;
  while (from < count && start[from] < at) from++;
  let to = from;
  while (to < count && end[to] <= at + form.length) to++;
  if (at < 0 || to === from) throw new Error(`no ${form} in ${text}`);
  return { from, to };
}

/** The same rate in every class, and the spinner at work everywhere. */
export function evenRate(lattice: Lattice, rate: number): SpinRate {
  return {
    rates: new Float64Array(5).fill(rate),
    segmentOf: new Int32Array(lattice.scan.count),
    spunSegments: new Float64Array(1).fill(1),
    evidence: 0,
    sites: new Float64Array(5),
    expected: new Float64Array(5),
  };
}

/** The same log-odds for every candidate. */
export function evenOdds(lattice: Lattice, odds: number): Float32Array {
  return new Float32Array(lattice.candidateCount).fill(odds);
}

/** `count` sentences of ten words, the third of which is a form that nothing else has: x0, x1 and so on. */
export function countedText(count: number, first = 0): string {
  return Array.from({ length: count }, (_, i) => `The old x${first + i} house stood by the river near town.`).join(" ");
}

/** A place for each of the forms of `countedText`. */
export function countedPlaces(count: number, first = 0): Place[] {
  return Array.from({ length: count }, (_, i) => ({ form: `x${first + i} `, originals: [`y${first + i}`] })).map(
    ({ form, originals }) => ({ form: form.trim(), originals }),
  );
}
