import { readFileSync } from "node:fs";
import { COMPOSED } from "../../src/dictionary/composition.js";
import { Dialect, type Lattice } from "../../src/lattice.js";
import type { Resources } from "../../src/resources.js";
import { resourcesWith } from "../eval/library.js";
import { foldOf, type Holdings, piecesOf, type Remainder, withoutPhrases } from "./folds.js";
import { judge } from "./judge.js";
import { type ObservedPair, parseObserved } from "./observed.js";
import { type Eligible, routeIn } from "./readings.js";
import { readEntries, readTermSections } from "./sources.js";

/** Stands around a phrase. */
const BEFORE = "We used the ";
const BEHIND = " in this work.";

/** What becomes of a phrase that the dictionary has not seen. */
export interface Outcome {
  readonly pair: ObservedPair;
  /** The original is among the candidates: as one of them, or put together from its parts. */
  readonly exact: boolean;
  /** It is if only the best candidate of each site is looked at, as the library ranks them in spun text. */
  readonly first: boolean;
  /** It is exact, or some candidate of science stands on a part of the phrase. */
  readonly found: boolean;
}

/** The measurement as it is printed, and the phrases that did not come out right, a line each. */
export interface HeldOutReport {
  readonly report: string;
  readonly misses: string;
}

/** Measures how much of a list of observed phrases is found by what does not come from them, a part at a time. */
export function heldOut(file: string, folds: number): HeldOutReport {
  const pairs = parseObserved(readFileSync(file, "utf8"));
  const holdings: Holdings = { entries: readEntries(), terms: readTermSections() };
  const strict = outcomesOf(pairs, holdings, folds, false, compileAll);
  const kept = outcomesOf(pairs, holdings, folds, true, compileAll);
  const report = [
    `${pairs.length} phrases, ${folds} folds`,
    `${" ".repeat(NAME_WIDTH)}    exact    first    found`,
    rowOf("all taken out that only they speak for", strict),
    rowOf("what was written without them kept", kept),
  ];
  return { report: report.join("\n"), misses: kept.map(missOf).join("") };
}

const NAME_WIDTH = 40;

function compileAll({ entries, terms }: Remainder): Resources {
  return resourcesWith(entries, terms);
}

/**
 * Measures every phrase with a dictionary that its fold was taken out of.
 *
 * @param keepsWritten see `withoutPhrases`
 */
export function outcomesOf(
  pairs: readonly ObservedPair[],
  holdings: Holdings,
  folds: number,
  keepsWritten: boolean,
  compile: (remainder: Remainder) => Resources,
): Outcome[] {
  return Array.from({ length: folds }, (_, fold) => {
    const held = pairs.filter((pair) => foldOf(pair, folds) === fold);
    const others = pairs.filter((pair) => foldOf(pair, folds) !== fold);
    if (held.length === 0) return [];
    const resources = compile(withoutPhrases(holdings, held, others, keepsWritten));
    return held.map((pair) => outcomeOf(resources, pair));
  }).flat();
}

function outcomeOf(resources: Resources, pair: ObservedPair): Outcome {
  const { spun, original, requires } = pair;
  const start = BEFORE.length;
  const end = start + spun.length;
  const { lattice, odds } = judge(resources, `${BEFORE}${spun}${BEHIND}\n\n${requires[0] ?? ""}`);
  const ends = endsInAcronym(pair) ? [end, start + spun.lastIndexOf(" ")] : [end];
  const isHeld = (eligible: Eligible): boolean =>
    ends.some((each) => routeIn(lattice, start, each, original, eligible) !== undefined);
  const best = bestCandidates(lattice, odds);
  const exact = isHeld(() => true);
  return {
    pair,
    exact,
    first: exact && isHeld((candidate) => best.has(candidate)),
    found: exact || hasScience(lattice, start, end),
  };
}

/**
 * Whether a phrase ends in its original's acronym, which the original lacks: "worldwide situating framework gps" was
 * "global positioning system (GPS)", listed as "global positioning system". The acronym is right as it stands.
 */
export function endsInAcronym({ spun, original }: ObservedPair): boolean {
  const last = piecesOf(spun).at(-1) ?? "";
  const words = piecesOf(original);
  const acronym = last.replace(/s$/, "");
  const initials = (letters: readonly string[]): string => letters.map(([initial]) => initial).join("");
  return (
    acronym.length > 1 &&
    !words.includes(last) &&
    [words, words.filter((word) => !/^(?:of|and|in|the|for)$/.test(word))].some((each) => initials(each) === acronym)
  );
}

/** The candidate of the greatest odds at each site. */
function bestCandidates({ siteCount, first }: Lattice, odds: Float32Array): Set<number> {
  const best = new Set<number>();
  for (let site = 0; site < siteCount; site++) {
    let top = first[site];
    for (let c = top + 1; c < first[site + 1]; c++) if (odds[c] > odds[top]) top = c;
    best.add(top);
  }
  return best;
}

/** Whether a candidate of the science dialect, or a term put together, stands on a part of a span. */
function hasScience(lattice: Lattice, start: number, end: number): boolean {
  const { scan, siteCount, from, to, first, entry, dialect } = lattice;
  for (let site = 0; site < siteCount; site++) {
    if (scan.start[from[site]] >= end || scan.end[to[site] - 1] <= start) continue;
    for (let c = first[site]; c < first[site + 1]; c++) {
      if (entry[c] === COMPOSED || dialect[c] === Dialect.Science) return true;
    }
  }
  return false;
}

function rowOf(name: string, outcomes: readonly Outcome[]): string {
  const share = (holds: (outcome: Outcome) => boolean): string =>
    `${((100 * outcomes.filter(holds).length) / outcomes.length).toFixed(1)} %`.padStart(9);
  return [
    name.padEnd(NAME_WIDTH),
    share(({ exact }) => exact),
    share(({ first }) => first),
    share(({ found }) => found),
  ].join("");
}

/** A line for a phrase that does not come out right: what became of it, in how many papers it was seen, its two sides. */
function missOf({ pair, exact, first, found }: Outcome): string {
  if (first) return "";
  const other = found ? "wrong" : "missed";
  return `${exact ? "not first" : other}\t${pair.count}\t${pair.spun}\t${pair.original}\n`;
}
