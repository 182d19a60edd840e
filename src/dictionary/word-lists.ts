import { onceFor } from "../deferred.js";

/** The lists that rules need besides entries. "irregular" is that of dictionaries/irregular.txt, the others are words. */
export type WordListName =
  | "irregular"
  | "givenNames"
  | "mayStandTwice"
  | "neverTwice"
  | "emphatic"
  | "connects"
  | "determiners"
  | "beforeCopula"
  | "behindCopula"
  | "placeHolders"
  | "ofSentences"
  | "beforeDate"
  | "namesToo"
  | "goesOnForeign"
  | "newsVerbs"
  | "titles"
  | "countries"
  | "counts"
  | "moreCounts"
  | "units"
  | "oneUnit"
  | "symbolNames"
  | "symbolNouns";

/** Lists by name, without comments; words stand apart by a space. */
export type WordLists = Readonly<Partial<Record<WordListName, string>>>;

const setsOf = onceFor((_lists: WordLists) => new Map<WordListName, ReadonlySet<string>>());

/** The words of a list, none if it is not there; taken apart once. */
export function listed(lists: WordLists, name: WordListName): ReadonlySet<string> {
  const known = setsOf(lists);
  const words = known.get(name) ?? new Set(lists[name]?.split(" "));
  known.set(name, words);
  return words;
}

/** The words of a list as alternatives of a regular expression; they have only letters. */
export function anyOf(lists: WordLists, name: WordListName): string {
  return [...listed(lists, name)].join("|");
}
