import { mendArticles } from "./artefacts/articles.js";
import { mendBraces } from "./artefacts/braces.js";
import { mendDoubled, type Rewritten } from "./artefacts/doubled.js";
import { type Mend, withoutOverlaps } from "./artefacts/mend.js";
import type { Fluent } from "./artefacts/plausibility.js";
import { mendSymbols } from "./artefacts/symbols.js";
import { modelLens } from "./context/fluency.js";
import { once } from "./deferred.js";
import type { Thresholds } from "./options.js";
import type { Resources } from "./resources.js";
import type { Scan } from "./text/scan.js";
import { tokenAt } from "./text/token-at.js";
import { mendTranslation } from "./translation/translate.js";
import type { Edit, Restoration } from "./types.js";

/** A text that is being mended. */
export interface Bench {
  readonly resources: Resources;
  readonly scan: Scan;
  /** Whether it was found to be spun. */
  readonly spun: boolean;
  /** By token: 1 where nothing may be changed any more. */
  readonly blocked: Uint8Array;
}

/**
 * What no swap decides: a spinner's open choices, names of symbols, words that stand twice as written, translation. Taken
 * out of the swaps' way.
 */
export function mendFirst(bench: Bench): Mend[] {
  const { resources, scan, spun } = bench;
  const { dictionary, language: model, translation } = resources;
  const fluent = once(() => fluentText(resources, scan));
  const braced = scan.text.includes("{") || scan.text.includes("}");
  const braces = braced ? mendBraces({ scan, dictionary, fluent: fluent(), spun }) : [];
  const symbols = mendSymbols(scan, dictionary.wordLists, fluent, spun);
  const doubled = spun ? mendDoubled(scan, fluent(), dictionary.wordLists, []) : [];
  return settle(bench, [...braces, ...symbols, ...doubled, ...mendTranslation({ scan, model, translation }, spun)]);
}

/**
 * What is still wrong in a spun text once its swaps are decided: doubled words, articles.
 *
 * @param first what was mended before. Given back with the rest, but for a word that is no longer there twice: of "tons of of",
 * restored to "hundreds of", the second stays
 */
export function mendLast(bench: Bench, changes: readonly Rewritten[], first: readonly Mend[]): Mend[] {
  if (!bench.spun) return [...first];
  const { scan, resources } = bench;
  const { text } = scan;
  const stays = ({ start, end, text: written }: Mend): boolean =>
    written === "" &&
    changes.some((change) => scan.end[change.to - 1] === start && !` ${change.text}`.endsWith(text.slice(start, end)));
  const { dictionary } = resources;
  const fluent = fluentText(resources, scan);
  return [
    ...first.filter((mend) => !stays(mend)),
    ...settle(bench, [
      ...mendDoubled(scan, fluent, dictionary.wordLists, changes),
      ...mendArticles(scan, fluent, dictionary, changes),
    ]),
  ];
}

/** Edits and suggestions with mends among them, in the order of the text. */
export function withMends(
  text: string,
  { edits, suggestions }: Pick<Restoration, "edits" | "suggestions">,
  mends: readonly Mend[],
  thresholds: Thresholds,
): Pick<Restoration, "edits" | "suggestions"> {
  if (mends.length === 0) return { edits, suggestions };
  const between = (least: number, most: number): Edit[] =>
    mends.filter(({ probability }) => probability > least && probability <= most).map((mend) => toEdit(text, mend));
  const inOrder = (list: Edit[]): Edit[] => list.sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    edits: inOrder([...edits, ...between(thresholds.edit, 1)]),
    suggestions: inOrder([...suggestions, ...between(thresholds.suggestion, thresholds.edit)]),
  };
}

function toEdit(text: string, mend: Mend): Edit {
  const { start, end, kind, entry, reason } = mend;
  const alternatives = mend.alternatives.map((other) => ({ text: other.text, confidence: other.probability }));
  const before = text.slice(start, end);
  return { start, end, before, after: mend.text, confidence: mend.probability, kind, entry, reason, alternatives };
}

function fluentText({ language, modelWords, dictionary }: Resources, scan: Scan): Fluent {
  const { vocabulary } = dictionary.phrases;
  return { model: language, vocabulary, lens: modelLens(language, modelWords, scan) };
}

/** Those mends that touch nothing blocked, nor each other; then their tokens are blocked too. */
function settle({ scan, blocked }: Bench, mends: readonly Mend[]): Mend[] {
  const settled = withoutOverlaps(mends.filter((mend) => !blocked.subarray(...tokensOf(scan, mend)).includes(1)));
  for (const mend of settled) blocked.fill(1, ...tokensOf(scan, mend));
  return settled;
}

/** The tokens `from .. to` (exclusive) that a mend changes; those on both sides of a mere space are not among them. */
function tokensOf(scan: Scan, { start, end }: Mend): [from: number, to: number] {
  const from = tokenAt(scan, start);
  let to = from;
  while (scan.start[to] < end && to < scan.count) to++;
  return [from, to];
}
