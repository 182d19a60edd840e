import { onceFor } from "../deferred.js";
import type { WordLists } from "./word-lists.js";

/**
 * Names of elements and states, and the English word that their symbol looks like. One spinner takes short words for
 * symbols: as > arsenic, in > indiana, or > oregon.
 */
export const symbolNames = onceFor((lists: WordLists): ReadonlyMap<string, string> => {
  const words = lists.symbolNames?.split(" ") ?? [];
  return new Map(words.flatMap((name, i) => (i % 2 ? [] : [[name, words[i + 1]] as const])));
});
