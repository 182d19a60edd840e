import { COMPOSING_DOMAIN } from "../../src/dictionary/compile.js";
import type { Entry } from "../../src/dictionary/entry.js";
import { formsOf, inflectPair } from "../../src/dictionary/inflect.js";
import { STANDS } from "../../src/dictionary/lay-out.js";
import { wordsOf } from "../../src/dictionary/phrases.js";
import { hashOf } from "../simulate/random.js";
import type { ObservedPair } from "./observed.js";
import { IRREGULAR, type TermSections } from "./sources.js";

/** Entries and terms that a dictionary is compiled from. */
export interface Holdings {
  readonly entries: readonly Entry[];
  readonly terms: TermSections;
}

/** What is left of them for phrases that were held out. */
export interface Remainder {
  readonly entries: readonly Entry[];
  readonly terms: readonly string[];
}

/** Which fold an observed phrase belongs to, 0 and up: all originals of one spun form are in the same. */
export function foldOf(pair: ObservedPair, folds: number): number {
  return hashOf(`fold: ${pair.spun.toLowerCase()}`) % folds;
}

/**
 * Takes observed phrases out of a dictionary with all that only they speak for:
 *
 * - entries of any domain with their spun forms, but word swaps;
 * - terms of the section of observed originals that one of them shows and no other phrase does. The other sections were
 *   written without the list;
 * - word swaps that one of them shows and no other phrase does. With `keepsWritten`, those alone that are marked `seen`:
 *   they were read off the list, the others written without it.
 *
 * A phrase shows a swap if the spun form stands in what is spun and the original in what it was, and a term if that stands
 * in its original; inflected, whatever the letter case, hyphens read as spaces.
 */
export function withoutPhrases(
  holdings: Holdings,
  held: readonly ObservedPair[],
  others: readonly ObservedPair[],
  keepsWritten: boolean,
): Remainder {
  const heldIndex = indexOf(held);
  const otherIndex = indexOf(others);
  const forms = new Set(held.map(({ spun }) => piecesOf(spun).join(" ")));
  const isLost = (pairs: readonly Shown[]): boolean =>
    pairs.some((pair) => isShown(heldIndex, pair)) && !pairs.some((pair) => isShown(otherIndex, pair));
  const { written, observed } = holdings.terms;
  const known = new Set(written);
  return {
    entries: holdings.entries.filter((entry) => {
      if (entry.domain !== COMPOSING_DOMAIN) return !forms.has(piecesOf(entry.spun).join(" "));
      if (keepsWritten && !entry.seen) return true;
      return !isLost(
        inflectPair(entry.spun, entry.original, entry.inflection, IRREGULAR).map(({ spun, original }) => ({
          spun: piecesOf(spun),
          original: piecesOf(original),
        })),
      );
    }),
    terms: [
      ...written,
      ...observed.filter(
        (term) =>
          !known.has(term) &&
          (term.startsWith(STANDS) || !isLost(numbersOf(term).map((form) => ({ original: piecesOf(form) })))),
      ),
    ],
  };
}

/** A term in the singular and in the plural, whichever of the two it is. */
function numbersOf(term: string): string[] {
  return [...formsOf(term, "n", IRREGULAR), term.replace(/s$/, "")];
}

/** Words that stand in a row on one or both sides of an observed phrase. */
interface Shown {
  readonly spun?: readonly string[];
  readonly original: readonly string[];
}

/** By word of an original: the phrases that it stands in. */
type PhraseIndex = ReadonlyMap<string, readonly Required<Shown>[]>;

function indexOf(pairs: readonly ObservedPair[]): PhraseIndex {
  const index = new Map<string, Required<Shown>[]>();
  for (const pair of pairs) {
    const phrase = { spun: piecesOf(pair.spun), original: piecesOf(pair.original) };
    for (const word of new Set(phrase.original)) {
      const phrases = index.get(word);
      if (phrases) phrases.push(phrase);
      else index.set(word, [phrase]);
    }
  }
  return index;
}

function isShown(index: PhraseIndex, { spun, original }: Shown): boolean {
  const [head = ""] = original;
  return (index.get(head) ?? []).some(
    (phrase) => contains(phrase.original, original) && (spun === undefined || contains(phrase.spun, spun)),
  );
}

function contains(words: readonly string[], part: readonly string[]): boolean {
  return words.some((_, from) => part.every((word, at) => words[from + at] === word));
}

/** The words of a phrase in lower case, taken apart at their hyphens. */
export function piecesOf(phrase: string): string[] {
  return wordsOf(phrase.toLowerCase()).flatMap((word) => word.split("-").filter((piece) => piece !== ""));
}
