/**
 * Names of elements and states, and the English word that their symbol looks like. One spinner takes short words for
 * symbols: as > arsenic, in > indiana, or > oregon.
 */
export const SYMBOL_NAMES: ReadonlyMap<string, string> = new Map([
  ["americium", "am"],
  ["arsenic", "as"],
  ["astatine", "at"],
  ["beryllium", "be"],
  ["hawaii", "hi"],
  ["helium", "he"],
  ["indiana", "in"],
  ["indium", "in"],
  ["iodine", "I"],
  ["louisiana", "la"],
  ["maine", "me"],
  ["massachusetts", "ma"],
  ["nobelium", "no"],
  ["ohio", "oh"],
  ["oklahoma", "ok"],
  ["oregon", "or"],
  ["pennsylvania", "pa"],
]);
