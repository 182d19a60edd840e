import type { Tokens } from "./tokens.js";

/** The first token that ends behind an offset; the number of tokens if none does. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tokens.end[middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
