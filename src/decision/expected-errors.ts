import type { Choice } from "./choose.js";

/** So many wrong choices are allowed whatever their share is, so that a text with few of them keeps likely ones. */
const ALLOWED = 2;

/**
 * Leaves the least probable choices out, until no more than a share of the rest is expected to be wrong: the Bayesian
 * false discovery rate (Newton, Noueiry, Sarkar, Ahlquist 2004) is held text by text. In a text whose swaps are plain,
 * doubtful ones may come along; in a difficult one they may not.
 *
 * @param probability by candidate, calibrated
 * @param share 0 to 1
 * @returns the choices that stay, in the order given
 */
export function withinErrors(choices: readonly Choice[], probability: Float64Array, share: number): Choice[] {
  const falling = [...choices].sort((a, b) => probability[b.candidate] - probability[a.candidate] || a.site - b.site);
  const kept = new Set<Choice>();
  let wrong = 0;
  for (const choice of falling) {
    wrong += 1 - probability[choice.candidate];
    // Each one is less probable than those before it: once the bound is passed, it stays passed.
    if (wrong > share * (kept.size + 1) + ALLOWED) break;
    kept.add(choice);
  }
  return choices.filter((choice) => kept.has(choice));
}
