/** "1 edit", "2 edits". */
export function countOf(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

/** No line ends between a number and its sign. */
const SIGN = "\u00a0%";

/** A probability or share as "93 %"; never rounded up to certainty. */
export function percent(share: number): string {
  return `${Math.min(99, Math.round(100 * share))}${SIGN}`;
}

/** A probability in words, where the library's calibration has no more to say. */
export function probability(value: number): string {
  if (value > 0.99) return `over 99${SIGN}`;
  return value < 0.01 ? `under 1${SIGN}` : percent(value);
}

/** A sentence begins with a capital. */
export function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1).replaceAll(" %", SIGN)}.`;
}
