import type { Sign, SignKind } from "./sign.js";

/**
 * By kind of sign: how often it stands in a word of clean English, from 24 million words of speeches, news, textbooks and
 * web pages, and the most that all signs of the kind may say together, in nats. Foreign marks alone prove no
 * translation: their author may have them on the keyboard.
 */
const KINDS: Readonly<Record<SignKind, { readonly clean: number; readonly most: number }>> = {
  calque: { clean: 5e-6, most: 60 },
  looseCalque: { clean: 2e-5, most: 20 },
  duration: { clean: 2e-7, most: 30 },
  figure: { clean: 1.6e-6, most: 30 },
  date: { clean: 4e-7, most: 30 },
  article: { clean: 3e-6, most: 30 },
  brokenQuotation: { clean: 4e-7, most: 14 },
  foreignMark: { clean: 4e-7, most: 5 },
};
/** What people who learn English write too: by themselves, fewer than this many of them are no sign of a machine. */
const LEARNERS: ReadonlyMap<SignKind, number> = new Map([
  ["calque", 1],
  ["duration", 1],
  ["looseCalque", 0.5],
]);
const LEAST_CALQUES = 2.5;
/** A text is taken to be at least so long, in words: one odd phrase in a short message is no habit. */
const SHORTEST = 10;

/**
 * log P(text | translated) - log P(text | not), in nats, from how many signs it has for its length: Poisson counts of each
 * kind, at the observed rate against that of clean English. Repeats of the same words count by their square root. 0 where
 * the signs are too few, or all of them a learner's.
 *
 * @param signs none of which overlaps another
 * @param words how many words the text has
 */
export function translationEvidence(signs: readonly Sign[], words: number): number {
  return evidenceOf(countsByKind(signs), signs.filter(({ kind }) => kind).length, words);
}

/**
 * The same of counted signs, and without bound where one of them may be proposed alone: what a text is to be read for. More
 * signs of a kind never say less.
 *
 * @param all how many signs there are, repeats in full
 */
export function evidenceOfCounts(counts: ReadonlyMap<SignKind, number>, all: number, words: number): number {
  return counts.has("date") || counts.has("article") ? Number.POSITIVE_INFINITY : evidenceOf(counts, all, words);
}

function evidenceOf(counts: ReadonlyMap<SignKind, number>, all: number, words: number): number {
  const kinds = [...counts];
  const calques = kinds.reduce((sum, [kind, count]) => sum + (LEARNERS.get(kind) ?? 0) * count, 0);
  const mechanical = kinds.some(([kind]) => !LEARNERS.has(kind));
  if (!counts.has("brokenQuotation") && all < 2) return 0;
  if (!mechanical && calques < LEAST_CALQUES) return 0;
  return kinds.reduce((sum, [kind, count]) => sum + evidenceOfKind(kind, count, words), 0);
}

function evidenceOfKind(kind: SignKind, count: number, words: number): number {
  const { clean, most } = KINDS[kind];
  const expected = clean * Math.max(words, SHORTEST);
  return Math.min(most, Math.max(0, count * Math.log(count / expected) - count + expected));
}

function countsByKind(signs: readonly Sign[]): Map<SignKind, number> {
  const repeats = new Map<SignKind, Map<string, number>>();
  for (const { kind, mends } of signs) {
    if (kind === undefined) continue;
    const forms = repeats.get(kind) ?? new Map<string, number>();
    repeats.set(kind, forms);
    const form = mends.map(({ entry }) => entry).join();
    forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  const total = (forms: Map<string, number>): number => [...forms.values()].reduce((sum, n) => sum + Math.sqrt(n), 0);
  return new Map([...repeats].map(([kind, forms]) => [kind, total(forms)]));
}
