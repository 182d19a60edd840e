import type { Mend } from "../artefacts/mend.js";
import { TokenKind } from "../text/tokens.js";
import { findCalques } from "./calques.js";
import { findDurations } from "./durations.js";
import { translationEvidence } from "./evidence.js";
import { findFigures } from "./figures.js";
import { findMarks, findSpacing } from "./marks.js";
import { findNames } from "./names.js";
import { findQuotations } from "./quotations.js";
import type { TranslatedText } from "./reader.js";
import type { Sign } from "./sign.js";

/** Least evidence of a text that is taken to be translated, in nats. */
export const LEAST_EVIDENCE = 10;
/** A spinner's swaps make phrases that look like calques: a spun text must show more. */
const LEAST_EVIDENCE_IF_SPUN = 16;

/** What is proposed has this probability: no preset edits at it. */
const PROPOSED = 0.4;

/** All signs of translation in a text, each place once. */
export function findSigns(text: TranslatedText): Sign[] {
  const rules = [findQuotations, findFigures, findDurations, findNames, findMarks, findCalques];
  return apart(rules.flatMap((find) => find(text)));
}

/** Signs in the order of the text, those left out that overlap one of an earlier rule. */
function apart(signs: readonly Sign[]): Sign[] {
  const placed = signs.map((sign, rank) => ({ sign, rank, start: startOf(sign) }));
  placed.sort((a, b) => a.start - b.start || a.rank - b.rank);
  const kept: (typeof placed)[number][] = [];
  for (const next of placed) {
    const last = kept.at(-1);
    if (!last || !overlap(last.sign, next.sign)) kept.push(next);
    else if (next.rank < last.rank) kept[kept.length - 1] = next;
  }
  return kept.map(({ sign }) => sign);
}

/** A quotation holds other signs between its marks: mends are compared, not whole signs. */
function overlap(a: Sign, b: Sign): boolean {
  return a.mends.some((one) => b.mends.some((other) => one.start < other.end && other.start < one.end));
}

function startOf({ mends }: Sign): number {
  return Math.min(...mends.map(({ start }) => start));
}

/**
 * Mends what a machine translator left in a text. Where the text does not show that it was translated, foreign dates and articles
 * before countries are proposed, and nothing is mended.
 *
 * @param spun whether the text was found to be spun
 */
export function mendTranslation(text: TranslatedText, spun: boolean): Mend[] {
  const signs = findSigns(text);
  const least = spun ? LEAST_EVIDENCE_IF_SPUN : LEAST_EVIDENCE;
  if (translationEvidence(signs, wordsOf(text)) < least) {
    return signs.filter(({ odd }) => odd).flatMap(({ mends }) => mends.map(proposed));
  }
  return [...signs, ...findSpacing(text)].flatMap(({ mends }) => mends);
}

function proposed(mend: Mend): Mend {
  return { ...mend, probability: PROPOSED, reason: "a habit of another language, in a text that shows no other" };
}

/** How many words a text has. */
function wordsOf({ scan }: TranslatedText): number {
  let words = 0;
  for (let at = 0; at < scan.count; at++) if (scan.kind[at] <= TokenKind.Number) words++;
  return words;
}
