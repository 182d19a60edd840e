import { swapWeight } from "../../src/dictionary/compile.js";
import type { Entry, Frequency } from "../../src/dictionary/entry.js";
import { inflectPair } from "../../src/dictionary/inflect.js";
import { IRREGULAR } from "../dictionary/sources.js";
import type { Random } from "./random.js";

/** One replacement that a spinner can make. */
export interface SpinPair {
  readonly original: string;
  readonly spun: string;
  /** How often it is chosen among those of its original, relative to them; above 0. */
  readonly weight: number;
  /** Where it comes from: a dictionary's name, or "observed". */
  readonly domain: string;
}

/**
 * Dictionaries that are no part of the main spinner's list: what paper mills do to terms of science, and what other
 * spinners do.
 */
export const OTHER_DIALECTS: ReadonlySet<string> = new Set(["science", "science-words", "dialects", "artefacts"]);

/** How likely an entry that was not observed is to be in a spinner's list. */
const LISTED = 0.18;
/** How much more or less likely by its frequency: as 92 spun pages had of what nobody had observed before. */
const BY_FREQUENCY: Readonly<Record<Frequency, number>> = { typical: 1.7, usual: 0.35, rare: 0.17 };

/**
 * A list as a real spinner may have it: what was observed is in it, and of the rest its random share. As on real pages, three
 * to six in twenty of the swaps that it makes were never observed.
 *
 * @param share how likely one of the rest is to be in it on the average, 0 to 1
 */
export function listDrawnFrom(entries: readonly Entry[], random: Random, share: number = LISTED): Entry[] {
  return entries.filter((entry) => entry.seen || random() < share * BY_FREQUENCY[entry.frequency]);
}

/** What a list of another dialect shares with everybody's, 0 to 1. */
const SHARED = 0.15;

/** A list as a spinner with a dialect of its own may have it: most of the dialect's entries, and a few of everybody's. */
export function dialectDrawnFrom(entries: readonly Entry[], random: Random): Entry[] {
  return entries.filter(({ domain, seen }) => {
    if (domain === "dialects") return random() < 1 - SHARED;
    return seen && !OTHER_DIALECTS.has(domain) && random() < SHARED;
  });
}

/** All inflected pairs of the entries, each pair once, with the greater weight where several entries give it. */
export function pairsOfEntries(entries: readonly Entry[]): SpinPair[] {
  const pairs = new Map<string, SpinPair>();
  for (const entry of entries) {
    const weight = swapWeight(entry.frequency, entry.seen);
    for (const { spun, original } of inflectPair(entry.spun, entry.original, entry.inflection, IRREGULAR)) {
      const key = `${spun.toLowerCase()}\t${original}`;
      const known = pairs.get(key);
      if (!known || known.weight < weight) pairs.set(key, { original, spun, weight, domain: entry.domain });
    }
  }
  return [...pairs.values()];
}

/**
 * Reads a table of observed substitutions: tab-separated, spun form, original and count in the first three columns, lines
 * that begin with "#" and the line of column names left out. The counts become the weights.
 */
export function parseObservedPairs(source: string): SpinPair[] {
  const pairs = new Map<string, SpinPair>();
  for (const line of source.split("\n")) {
    if (line === "" || line.startsWith("#") || line.startsWith("spun\t")) continue;
    const [spun = "", original = "", count = ""] = line.split("\t");
    if (spun === "" || original === "" || spun.toLowerCase() === original.toLowerCase()) continue;
    pairs.set(`${spun.toLowerCase()}\t${original}`, { original, spun, weight: Number(count) || 1, domain: "observed" });
  }
  return [...pairs.values()];
}
