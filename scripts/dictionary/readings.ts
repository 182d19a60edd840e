import type { Dictionary } from "../../src/dictionary/compile.js";
import { COMPOSED } from "../../src/dictionary/composition.js";
import { match } from "../../src/dictionary/match.js";
import { wordsOf } from "../../src/dictionary/phrases.js";
import type { Lattice } from "../../src/lattice.js";
import { scan } from "../../src/text/scan.js";
import { NO_WORD, wordIdOf } from "../../src/text/vocabulary.js";

/** How a dictionary comes to an original: by one entry, by a composed term, or word by word. */
export type Route = "entry" | "term" | "parts";

/** Whether a candidate may be taken. */
export type Eligible = (candidate: number) => boolean;

/**
 * How the dictionary takes the span of a text to an original, the shortest way; `undefined` if it proposes nothing that
 * adds up to it.
 *
 * @param start UTF-16 offsets of the span
 */
export function routeTo(
  dictionary: Dictionary,
  text: string,
  start: number,
  end: number,
  original: string,
): Route | undefined {
  const lattice = match(dictionary, scan(text, dictionary.phrases.vocabulary));
  return routeIn(lattice, start, end, original, () => true);
}

/** The same in a lattice that has been drawn, by some of its candidates. */
export function routeIn(
  lattice: Lattice,
  start: number,
  end: number,
  original: string,
  eligible: Eligible,
): Route | undefined {
  const { scan: tokens, phrases } = lattice;
  const words = wordsOf(original);
  if (words.join(" ") === wordsOf(tokens.text.slice(start, end)).join(" ")) return undefined;
  const wanted = words.map((word) => wordIdOf(phrases.vocabulary, word));
  if (wanted.includes(NO_WORD)) return undefined;
  const from = firstTokenAt(tokens.start, tokens.count, start);
  const to = firstTokenAt(tokens.start, tokens.count, end);
  return shortestRoute(lattice, from, to, wanted, eligible);
}

function firstTokenAt(starts: Int32Array, count: number, offset: number): number {
  let index = 0;
  while (index < count && starts[index] < offset) index++;
  return index;
}

/** A state is a token and how many words of the original stand before it; it keeps the best way to have come there. */
function shortestRoute(
  lattice: Lattice,
  from: number,
  to: number,
  wanted: readonly number[],
  eligible: Eligible,
): Route | undefined {
  const { scan: tokens, phrases, siteCount } = lattice;
  const arrived = new Map<string, Route | "start">([[`${from} 0`, "start"]]);
  const arrive = (token: number, words: number, before: Route | "start", route: Route): void => {
    const whole = before === "start" && token === to && words === wanted.length;
    const key = `${token} ${words}`;
    const known = arrived.get(key);
    if (known === undefined || (whole && rank(route) < rank(known))) arrived.set(key, whole ? route : "parts");
  };
  for (let i = from; i < to; i++) {
    for (let words = 0; words <= wanted.length; words++) {
      const before = arrived.get(`${i} ${words}`);
      if (before === undefined) continue;
      if (isBrace(tokens.text.charCodeAt(tokens.start[i]))) arrive(i + 1, words, before, "parts");
      if (tokens.word[i] >= 0 && tokens.word[i] === wanted[words]) arrive(i + 1, words + 1, before, "parts");
      for (let site = 0; site < siteCount; site++) {
        if (lattice.from[site] !== i || lattice.to[site] > to) continue;
        for (let c = lattice.first[site]; c < lattice.first[site + 1]; c++) {
          if (!eligible(c)) continue;
          const start = phrases.offsets[lattice.original[c]];
          const length = phrases.offsets[lattice.original[c] + 1] - start;
          if (!standsAt(wanted, words, phrases.words.subarray(start, start + length))) continue;
          arrive(lattice.to[site], words + length, before, lattice.entry[c] === COMPOSED ? "term" : "entry");
        }
      }
    }
  }
  const end = arrived.get(`${to} ${wanted.length}`);
  return end === "start" ? undefined : end;
}

function rank(route: Route | "start"): number {
  return ["start", "entry", "term", "parts"].indexOf(route);
}

function standsAt(wanted: readonly number[], at: number, words: Int32Array): boolean {
  return words.every((word, index) => wanted[at + index] === word);
}

/** Braces that a spinner leaves are taken away by the rule for artefacts. */
function isBrace(code: number): boolean {
  return code === 0x7b || code === 0x7d;
}
