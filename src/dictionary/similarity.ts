import { compareTwoStrings } from "string-similarity";

/**
 * How alike two words are, 0 to 1: the Dice coefficient of their letter pairs (Dice 1945; Adamson and Boreham 1974).
 */
export function similarity(a: string, b: string): number {
  return compareTwoStrings(a, b);
}
