import { type Lattice, LatticeBuilder } from "../lattice.js";
import { isAcronym, LetterCase } from "../text/case.js";
import { Region } from "../text/region.js";
import type { Scan } from "../text/scan.js";
import { PARAGRAPH_START, TokenKind } from "../text/tokens.js";
import type { Dictionary } from "./compile.js";
import { composeAt, mayCompose } from "./composition.js";
import { ConditionReader } from "./condition.js";
import { step } from "./trie.js";
import { NO_VARIANT, VariantFinder } from "./variants.js";

/**
 * Draws the lattice of a text: every spun form of the dictionary that stands in it, overlapping ones included, with the
 * originals whose conditions hold. Forms do not cross paragraphs, and code, links and markup are left out.
 */
export function match(dictionary: Dictionary, scan: Scan): Lattice {
  const { trie, composition } = dictionary;
  const { count, word, kind, region } = scan;
  const lattice = new LatticeBuilder();
  const conditions = new ConditionReader(scan);
  const variants = new VariantFinder(dictionary, scan);
  for (let from = 0; from < count; from++) {
    if (kind[from] > TokenKind.Clitic || region[from] === Region.Protected || isName(scan, from)) continue;
    const first = word[from];
    if (first < 0) {
      const variant = variants.formAt(from);
      if (variant !== NO_VARIANT) addSite(dictionary, lattice, conditions, from, from + 1, variant);
      continue;
    }
    if (mayCompose(composition, scan, from)) composeAt(composition, trie, scan, from, stopOf(scan, from), lattice);
    let node = trie.roots[first];
    for (let to = from + 1; node !== 0; to++) {
      const form = trie.phraseAt[node];
      if (form >= 0) addSite(dictionary, lattice, conditions, from, to, form);
      if (trie.inner[node] === 0 || to >= count || word[to] < 0 || scan.gap[to] & PARAGRAPH_START) break;
      node = region[to] === Region.Protected ? 0 : step(trie, node, word[to]);
    }
  }
  return lattice.build(scan, dictionary.phrases, swappableTokens(dictionary, scan));
}

function addSite(
  dictionary: Dictionary,
  lattice: LatticeBuilder,
  conditions: ConditionReader,
  from: number,
  to: number,
  form: number,
): void {
  lattice.site(from, to, form);
  for (let e = dictionary.entryFirst[form]; e < dictionary.entryFirst[form + 1]; e++) {
    const condition = dictionary.conditions[dictionary.entryCondition[e]];
    if (condition && !conditions.holds(condition, from, to)) continue;
    const dialect = dictionary.entryDialect[e];
    lattice.candidate(dictionary.entryOriginal[e], dictionary.entryChannel[e], e, dialect, dictionary.entrySuggests[e]);
  }
  lattice.dropEmpty();
}

/** A term stays within its sentence's run of words. */
function stopOf(scan: Scan, from: number): number {
  let to = from + 1;
  while (to < scan.count && to - from < 6 && scan.word[to] >= 0 && !(scan.gap[to] & PARAGRAPH_START)) to++;
  return to;
}

/** Acronyms and words of mixed case are names. */
function isName({ letterCase }: Scan, index: number): boolean {
  return letterCase[index] === LetterCase.Mixed || isAcronym(letterCase, index);
}

function swappableTokens(dictionary: Dictionary, scan: Scan): Uint8Array {
  const { count, word, region } = scan;
  const swappable = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    if (word[i] >= 0 && region[i] !== Region.Protected) swappable[i] = dictionary.swappable[word[i]];
  }
  return swappable;
}
