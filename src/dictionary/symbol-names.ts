import type { WordLists } from "./word-lists.js";

const made = new WeakMap<WordLists, ReadonlyMap<string, string>>();

/**
 * Names of elements and states, and the English word that their symbol looks like. One spinner takes short words for
 * symbols: as > arsenic, in > indiana, or > oregon.
 */
export function symbolNames(lists: WordLists): ReadonlyMap<string, string> {
  const known = made.get(lists);
  if (known) return known;
  const words = lists.symbolNames?.split(" ") ?? [];
  const names = new Map(words.flatMap((name, i) => (i % 2 ? [] : [[name, words[i + 1]] as const])));
  made.set(lists, names);
  return names;
}
