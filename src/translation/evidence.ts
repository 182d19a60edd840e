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
/** A text is taken to be at least so long, in words: one odd phrase in a short message is no habit. */
const SHORTEST = 10;

/**
 * log P(text | translated) - log P(text | not), in nats, from how many signs it has for its length: Poisson counts of each
 * kind, at the observed rate against that of clean English. Repeats of the same words count by their square root.
 *
 * @param words how many words the text has
 */
export function translationEvidence(signs: readonly Sign[], words: number): number {
  const repeats = new Map<SignKind, Map<string, number>>();
  for (const { kind, mends } of signs) {
    if (kind === undefined) continue;
    const forms = repeats.get(kind) ?? new Map<string, number>();
    repeats.set(kind, forms);
    const form = mends.map(({ entry }) => entry).join();
    forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  let evidence = 0;
  for (const [kind, forms] of repeats) {
    const { clean, most } = KINDS[kind];
    const count = [...forms.values()].reduce((sum, times) => sum + Math.sqrt(times), 0);
    const expected = clean * Math.max(words, SHORTEST);
    evidence += Math.min(most, Math.max(0, count * Math.log(count / expected) - count + expected));
  }
  return evidence;
}
