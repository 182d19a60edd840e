import type { Sites } from "../lattice.js";

/**
 * A guess at what stood at every token: a site's candidate, or -1 where the text is read as it stands. The neighbours of
 * a site are read through it, since spun words stand next to spun words.
 */
export interface Reading {
  /** By token: the guessed site that covers it, -1 for none. */
  readonly siteAt: Int32Array;
  /** By site: the guessed candidate, -1 for none. */
  readonly candidateOf: Int32Array;
}

/** The text as it stands. */
export function plainReading(lattice: Sites): Reading {
  return {
    siteAt: new Int32Array(lattice.scan.count).fill(-1),
    candidateOf: new Int32Array(lattice.siteCount).fill(-1),
  };
}

/**
 * Where two readings of a text differ, as running sums: they read the tokens `from .. to` alike if the sums at both are the
 * same.
 */
export function differencesOf(a: Reading, b: Reading): Int32Array {
  const sums = new Int32Array(a.siteAt.length + 1);
  for (let token = 0; token < a.siteAt.length; token++) {
    const site = a.siteAt[token];
    const same = site === b.siteAt[token] && (site < 0 || a.candidateOf[site] === b.candidateOf[site]);
    sums[token + 1] = sums[token] + (same ? 0 : 1);
  }
  return sums;
}
