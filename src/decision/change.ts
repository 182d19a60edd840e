import type { Lattice } from "../lattice.js";
import { spellingOf } from "../lattice.js";
import { copyCase } from "../text/case.js";
import type { Scan } from "../text/scan.js";
import { articleFor } from "./article.js";
import type { Choice } from "./choose.js";

/** What is to be written in the place of a span of tokens. */
export interface Change {
  /** Tokens `from .. to` (exclusive). */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Calibrated probability that this is the original, 0 to 1. */
  readonly probability: number;
  /** The candidate that was chosen; -1 for a change that follows from another one. */
  readonly candidate: number;
  /** Other originals, most probable first. */
  readonly alternatives: readonly { readonly text: string; readonly probability: number }[];
}

/** Alternatives below this probability are not worth a reader's time. */
const LEAST_ALTERNATIVE = 0.01;
const MOST_ALTERNATIVES = 5;

/** Puts choices into words, with the letter case of what stands there, and mends the articles before them. */
export function toChanges(lattice: Lattice, choices: readonly Choice[], probability: Float64Array): Change[] {
  const { scan } = lattice;
  const changes: Change[] = [];
  const curly = scan.text.includes("’");
  let free = 0;
  const written = choices.map((choice) => toChange(lattice, choice, probability, curly));
  for (const [index, raw] of written.entries()) {
    const change = withFittingArticle(scan, raw, written[index + 1]);
    if (change.text === scan.text.slice(scan.start[change.from], scan.end[change.to - 1])) continue;
    const article = mendedArticle(scan, change, free);
    if (article) changes.push(article);
    changes.push(change);
    free = change.to;
  }
  return changes;
}

function toChange(lattice: Lattice, choice: Choice, probability: Float64Array, curly: boolean): Change {
  const { first, from, to } = lattice;
  const { site, candidate } = choice;
  const others: number[] = [];
  for (let c = first[site]; c < first[site + 1]; c++) {
    if (c !== candidate && probability[c] >= LEAST_ALTERNATIVE) others.push(c);
  }
  others.sort((a, b) => probability[b] - probability[a] || a - b);
  return {
    from: from[site],
    to: to[site],
    text: writtenAt(lattice, site, candidate, curly),
    probability: probability[candidate],
    candidate,
    alternatives: others
      .slice(0, MOST_ALTERNATIVES)
      .map((c) => ({ text: writtenAt(lattice, site, c, curly), probability: probability[c] })),
  };
}

/** A candidate as it is written at its site: letter case and apostrophes of the text. */
function writtenAt(lattice: Lattice, site: number, candidate: number, curly: boolean): string {
  const { scan, phrases, original, from, to } = lattice;
  const words = spellingOf(phrases, original[candidate]);
  const last = to[site] - 1;
  const cased = copyCase(words, scan.letterCase[from[site]], scan.letterCase[last], to[site] - from[site]);
  return curly ? cased.replaceAll("'", "’") : cased;
}

/** A change that ends with "a" or "an", as the word behind it wants it. */
function withFittingArticle(scan: Scan, change: Change, next: Change | undefined): Change {
  const [, before, written] = /^(|.* )(an?)$/i.exec(change.text) ?? [];
  if (written === undefined || change.to >= scan.count) return change;
  const behind = next?.from === change.to ? next.text : scan.text.slice(scan.start[change.to], scan.end[change.to]);
  if (!/^[\p{L}\d]/u.test(behind)) return change;
  const article = articleFor(behind);
  return article === written.toLowerCase() ? change : { ...change, text: `${before}${written[0]}${article.slice(1)}` };
}

/** "a" or "an" before a change, where the restored word wants the other one. */
function mendedArticle(scan: Scan, change: Change, free: number): Change | undefined {
  const at = change.from - 1;
  if (at < free) return undefined;
  const written = scan.text.slice(scan.start[at], scan.end[at]);
  if (!/^an?$/i.test(written)) return undefined;
  const article = articleFor(change.text);
  if (written.toLowerCase() === article) return undefined;
  const text = /^A/.test(written) ? `A${article.slice(1)}` : article;
  return { from: at, to: change.from, text, probability: change.probability, candidate: -1, alternatives: [] };
}
