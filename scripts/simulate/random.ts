/** Gives the next number of a sequence, at least 0 and less than 1. */
export type Random = () => number;

/**
 * FNV-1a (Fowler, Noll, Vo 1991) over UTF-16 code units, mixed once more so that texts which differ in their last letter
 * only are far apart. An unsigned 32-bit number.
 */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Puts things into a random order, each as likely as the others (Fisher, Yates 1938; Durstenfeld 1964). */
export function shuffle(things: unknown[], random: Random): void {
  for (let i = things.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [things[i], things[j]] = [things[j], things[i]];
  }
}

/** A sequence that depends on nothing but its seed: Mulberry32 (T. Ettinger 2017). */
export function seededRandom(seed: string | number): Random {
  let state = typeof seed === "number" ? seed >>> 0 : hashOf(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
