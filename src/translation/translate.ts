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
const LEAST_EVIDENCE = 10;
/** A spinner's swaps make phrases that look like calques: a spun text must show more. */
const LEAST_EVIDENCE_IF_SPUN = 16;

/** All signs of translation in a text. */
export function findSigns(text: TranslatedText): Sign[] {
  return [findCalques, findDurations, findFigures, findNames, findQuotations, findMarks].flatMap((find) => find(text));
}

/**
 * Mends what a machine translator left in a text; nothing where the text does not show that it was translated.
 *
 * @param spun whether the text was found to be spun
 */
export function mendTranslation(text: TranslatedText, spun: boolean): Mend[] {
  const signs = findSigns(text);
  const least = spun ? LEAST_EVIDENCE_IF_SPUN : LEAST_EVIDENCE;
  if (!signs.some(({ kind }) => kind) || translationEvidence(signs, wordsOf(text)) < least) return [];
  return [...signs, ...findSpacing(text)].flatMap(({ mends }) => mends);
}

/** How many words a text has. */
function wordsOf({ scan }: TranslatedText): number {
  let words = 0;
  for (let at = 0; at < scan.count; at++) if (scan.kind[at] <= TokenKind.Number) words++;
  return words;
}
