import { logProbability } from "../context/ngram.js";
import { articleFor } from "../decision/article.js";
import type { Dictionary } from "../dictionary/compile.js";
import { LetterCase } from "../text/case.js";
import { Region } from "../text/region.js";
import type { Scan } from "../text/scan.js";
import { SPACE_BEFORE, TokenKind } from "../text/tokens.js";
import { wordIdOf } from "../text/vocabulary.js";
import type { Rewritten } from "./doubled.js";
import type { Mend } from "./mend.js";
import type { Fluent } from "./plausibility.js";
import { originalsOf } from "./related.js";

/** By how much the language model must like the other article better, in nats. */
const LEAST_GAIN = 1.5;

/** A word that a swap may have put there is more likely wrong than the article. */
const ONLY_PROPOSED = 0.5;
/** No original of the word would agree with the article. */
const LIKELY = 0.85;

/**
 * Writes "a" for "an" and the other way round: "a ambulance". Only proposes it where the article may be right and the word
 * a spinner's: "an car" was an automobile. For texts that are spun; before restored words the article follows the word.
 */
export function mendArticles(
  scan: Scan,
  { model, lens }: Fluent,
  dictionary: Dictionary,
  changes: readonly Rewritten[],
): Mend[] {
  const changed = new Uint8Array(scan.count);
  for (const { from, to } of changes) changed.fill(1, from, to);
  const ids = { a: wordIdOf(model.vocabulary, "a"), an: wordIdOf(model.vocabulary, "an") };
  const mends: Mend[] = [];
  for (let at = 0; at + 1 < scan.count; at++) {
    const written = scan.end[at] - scan.start[at] > 2 ? "" : scan.text.slice(scan.start[at], scan.end[at]);
    if (!/^an?$/i.test(written) || changed[at] === 1 || changed[at + 1] === 1) continue;
    if (scan.region[at] === Region.Protected || scan.kind[at + 1] !== TokenKind.Word) continue;
    if (scan.letterCase[at + 1] !== LetterCase.Lower || !(scan.gap[at + 1] & SPACE_BEFORE)) continue;
    const behind = scan.text.slice(scan.start[at + 1], scan.end[at + 1]);
    const fitting = articleFor(behind);
    const word = lens.tokens[at + 1];
    if (fitting === written.toLowerCase() || word < 0 || word === model.unknown) continue;
    const other = fitting === "a" ? "an" : "a";
    const gain = logProbability(model, -1, ids[fitting], word) - logProbability(model, -1, ids[other], word);
    if (gain < LEAST_GAIN) continue;
    const explained = originalsOf(dictionary, behind).some((original) => articleFor(original) === other);
    const text = /^A/.test(written) ? `A${fitting.slice(1)}` : fitting;
    mends.push({
      start: scan.start[at],
      end: scan.end[at],
      text,
      probability: explained ? ONLY_PROPOSED : LIKELY,
      kind: "artefact",
      entry: "artefacts: articles",
      reason: "does not agree with the word behind it",
      alternatives: [],
    });
  }
  return mends;
}
