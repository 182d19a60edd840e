import { Dialect, type LatticeBuilder, type Phrases } from "../lattice.js";
import type { Scan } from "../text/scan.js";
import type { DictionaryColumns } from "./compile.js";
import { buildTrie, phraseOver, step, type Trie } from "./trie.js";

/**
 * Terms whose words may have been swapped one by one: "counterfeit consciousness" is found because "artificial
 * intelligence" is a term and both its words have swaps. So a list of terms and a list of word swaps cover combinations
 * that nobody wrote down.
 */
export interface Composition {
  readonly phrases: Phrases;
  readonly terms: Trie;
  /** By word id: its swaps are `first[word] .. first[word + 1]`. */
  readonly first: Int32Array;
  /** By swap: the original word. */
  readonly word: Int32Array;
  /** By swap: log P(spun word | original word, swapped). */
  readonly channel: Float32Array;
  /** By word id: `BEGINS`, `CONTINUES`. */
  readonly role: Uint8Array;
}

/** Set for a word with which a term begins, or one of its swaps does. */
const BEGINS = 1;
/** Set for a word with which a term goes on, or one of its swaps does. */
const CONTINUES = 2;

/** The entry id of a candidate that was composed. */
export const COMPOSED = -1;
/** Bounds the work at one token; real terms come nowhere near it. */
const MOST_STEPS = 400;
const LONGEST_TERM = 6;

/** Sets the composition up from entries of the composing domain and from the terms, phrases `termOffset` and after. */
export function buildComposition(
  phrases: Phrases,
  columns: DictionaryColumns,
  entryChannel: Float32Array,
  composing: number,
  termOffset: number,
): Composition {
  const { offsets, words } = phrases;
  const size = phrases.vocabulary.size;
  const single = (phrase: number): boolean => offsets[phrase + 1] === offsets[phrase] + 1;
  const swaps: { from: number; to: number; channel: number }[] = [];
  for (let form = 0; form < columns.formCount; form++) {
    if (!single(form)) continue;
    for (let e = columns.entryFirst[form]; e < columns.entryFirst[form + 1]; e++) {
      const original = columns.entryOriginal[e];
      if (columns.entryDomain[e] !== composing || !single(original)) continue;
      swaps.push({ from: words[offsets[form]], to: words[offsets[original]], channel: entryChannel[e] });
    }
  }
  swaps.sort((a, b) => a.from - b.from || a.to - b.to);
  const first = new Int32Array(size + 1);
  for (const swap of swaps) first[swap.from + 1]++;
  for (let word = 0; word < size; word++) first[word + 1] += first[word];
  const terms = columns.terms.map((_, index) => termOffset + index);
  const word = Int32Array.from(swaps, (swap) => swap.to);
  return {
    phrases,
    terms: buildTrie(phrases, terms, size),
    first,
    word,
    channel: Float32Array.from(swaps, (swap) => swap.channel),
    role: rolesOf(phrases, terms, first, word),
  };
}

function rolesOf(
  { offsets, words }: Phrases,
  terms: readonly number[],
  first: Int32Array,
  swaps: Int32Array,
): Uint8Array {
  const own = new Uint8Array(first.length - 1);
  for (const term of terms) {
    own[words[offsets[term]]] |= BEGINS;
    for (let at = offsets[term] + 1; at < offsets[term + 1]; at++) own[words[at]] |= CONTINUES;
  }
  const role = own.slice();
  for (let word = 0; word < role.length; word++) {
    for (let s = first[word]; s < first[word + 1]; s++) role[word] |= own[swaps[s]];
  }
  return role;
}

/** Whether a term may begin at token `from`: what `composeAt` is to be asked. */
export function mayCompose({ role }: Composition, { word, count }: Scan, from: number): boolean {
  if (from + 1 >= count || word[from] < 0 || word[from + 1] < 0) return false;
  return (role[word[from]] & BEGINS) !== 0 && (role[word[from + 1]] & CONTINUES) !== 0;
}

/**
 * Adds the sites that begin at token `from` and are a term with at least one of its words swapped. A span that is a term
 * as it stands is none, nor one that the dictionary has an entry of its own for: that entry's conditions hold.
 */
export function composeAt(
  composition: Composition,
  forms: Trie,
  scan: Scan,
  from: number,
  stop: number,
  lattice: LatticeBuilder,
): void {
  const { terms, first, word, channel } = composition;
  const { word: tokens } = scan;
  const end = Math.min(stop, from + LONGEST_TERM);
  let steps = 0;
  const found: { to: number; term: number; channel: number }[] = [];

  const walk = (node: number, at: number, swapped: number, weight: number): void => {
    if (swapped > 0 && at - from > 1 && terms.phraseAt[node] >= 0) {
      found.push({ to: at, term: terms.phraseAt[node], channel: weight });
    }
    if (at >= end || (node !== 0 && terms.inner[node] === 0) || steps++ > MOST_STEPS) return;
    const here = tokens[at];
    if (here < 0) return;
    const kept = advance(terms, node, here);
    if (kept !== 0) walk(kept, at + 1, swapped, weight);
    for (let s = first[here]; s < first[here + 1]; s++) {
      const next = advance(terms, node, word[s]);
      if (next !== 0) walk(next, at + 1, swapped + 1, weight + channel[s]);
    }
  };
  walk(0, from, 0, 0);
  if (found.length === 0) return;
  found.sort((a, b) => a.to - b.to || b.channel - a.channel);
  let to = -1;
  for (const hit of found) {
    if (phraseOver(terms, tokens, from, hit.to) >= 0 || phraseOver(forms, tokens, from, hit.to) >= 0) continue;
    if (hit.to !== to) lattice.site(from, hit.to, -1);
    to = hit.to;
    lattice.candidate(hit.term, hit.channel, COMPOSED, Dialect.Science, 0);
  }
}

function advance(trie: Trie, node: number, word: number): number {
  return node === 0 ? trie.roots[word] : step(trie, node, word);
}
