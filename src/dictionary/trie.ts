import type { Phrases } from "../lattice.js";

/**
 * A trie over word ids that finds every phrase that begins at a token. The first step is an array look-up, since it is
 * taken for every token of every text; the others, rare, go through one hash table.
 */
export interface Trie {
  /** By word id: the node that a phrase's first word leads to, 0 for none. */
  readonly roots: Int32Array;
  /** By node: the phrase that ends there, -1 for none. */
  readonly phraseAt: Int32Array;
  /** By node: 1 if it has children. */
  readonly inner: Uint8Array;
  /** Open-addressing table of transitions, three numbers a slot: node, word, next node (0: empty). */
  readonly transitions: Int32Array;
}

function slotOf(node: number, word: number, mask: number): number {
  let hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  hash ^= hash >>> 15;
  return (hash & mask) * 3;
}

/** Columns that are being filled. */
interface Draft {
  readonly roots: Int32Array;
  readonly phraseAt: Int32Array;
  readonly inner: Uint8Array;
  readonly transitions: Int32Array;
  /** How many nodes there are; 0 is none. */
  nodes: number;
}

/** Builds the trie of the given phrases (ids into `phrases`). */
export function buildTrie(phrases: Phrases, members: ArrayLike<number>, vocabularySize: number): Trie {
  const steps = stepsOf(phrases, members);
  const draft: Draft = {
    roots: new Int32Array(vocabularySize),
    phraseAt: new Int32Array(steps + 1).fill(-1),
    inner: new Uint8Array(steps + 1),
    transitions: new Int32Array(capacityFor(steps) * 3),
    nodes: 1,
  };
  insert(draft, phrases, members);
  return finished(draft);
}

/** A trie with further phrases, over a vocabulary that may have grown. The trie that is given stays as it is. */
export function extendTrie(trie: Trie, phrases: Phrases, members: ArrayLike<number>, vocabularySize: number): Trie {
  const nodes = trie.phraseAt.length;
  const steps = nodes + stepsOf(phrases, members);
  const draft: Draft = {
    roots: new Int32Array(vocabularySize),
    phraseAt: new Int32Array(steps + 1).fill(-1),
    inner: new Uint8Array(steps + 1),
    transitions: widened(trie.transitions, capacityFor(steps) * 3),
    nodes,
  };
  draft.roots.set(trie.roots);
  draft.phraseAt.set(trie.phraseAt);
  draft.inner.set(trie.inner);
  insert(draft, phrases, members);
  return finished(draft);
}

function stepsOf({ offsets }: Phrases, members: ArrayLike<number>): number {
  let steps = 0;
  for (let i = 0; i < members.length; i++) steps += offsets[members[i] + 1] - offsets[members[i]];
  return steps;
}

function capacityFor(steps: number): number {
  let capacity = 64;
  while (capacity < steps * 2) capacity *= 2;
  return capacity;
}

/** The table in at least so many numbers, always a copy. */
function widened(transitions: Int32Array, length: number): Int32Array {
  if (length <= transitions.length) return transitions.slice();
  const wider = new Int32Array(length);
  for (let at = 0; at < transitions.length; at += 3) {
    if (transitions[at + 2] === 0) continue;
    const slot = findSlot(wider, transitions[at], transitions[at + 1]);
    wider.set(transitions.subarray(at, at + 3), slot);
  }
  return wider;
}

function insert(draft: Draft, phrases: Phrases, members: ArrayLike<number>): void {
  const { offsets, words } = phrases;
  const { roots, inner, transitions } = draft;
  for (let i = 0; i < members.length; i++) {
    const phrase = members[i];
    let node = 0;
    for (let at = offsets[phrase]; at < offsets[phrase + 1]; at++) {
      const word = words[at];
      if (node === 0) {
        if (roots[word] === 0) roots[word] = draft.nodes++;
        node = roots[word];
        continue;
      }
      inner[node] = 1;
      const slot = findSlot(transitions, node, word);
      if (transitions[slot + 2] === 0) {
        transitions[slot] = node;
        transitions[slot + 1] = word;
        transitions[slot + 2] = draft.nodes++;
      }
      node = transitions[slot + 2];
    }
    if (node !== 0) draft.phraseAt[node] = phrase;
  }
}

function finished({ roots, phraseAt, inner, transitions, nodes }: Draft): Trie {
  return { roots, phraseAt: phraseAt.slice(0, nodes), inner: inner.slice(0, nodes), transitions };
}

/** By which a whole multiple of three is divided by it: its inverse modulo 2^32. */
const THIRD = 0xaaaaaaab;

/** The slot of a transition, or the empty one where it belongs. */
function findSlot(transitions: Int32Array, node: number, word: number): number {
  let slot = slotOf(node, word, (Math.imul(transitions.length, THIRD) | 0) - 1);
  while (transitions[slot + 2] !== 0 && (transitions[slot] !== node || transitions[slot + 1] !== word)) {
    slot = slot + 3 === transitions.length ? 0 : slot + 3;
  }
  return slot;
}

/** The phrase with these words; -1 if the trie has none. */
export function phraseWith(trie: Trie, words: ArrayLike<number>): number {
  let node = 0;
  for (let at = 0; at < words.length; at++) {
    // The vocabulary may have grown since.
    if (words[at] < 0 || words[at] >= trie.roots.length) return -1;
    node = at === 0 ? trie.roots[words[at]] : step(trie, node, words[at]);
    if (node === 0) return -1;
  }
  return node === 0 ? -1 : trie.phraseAt[node];
}

/** The node that `word` leads to from an inner node; 0 if none. */
export function step(trie: Trie, node: number, word: number): number {
  return trie.transitions[findSlot(trie.transitions, node, word) + 2];
}

/** The phrase that the words `from .. to` (exclusive) make; -1 if none. */
export function phraseOver(trie: Trie, words: Int32Array, from: number, to: number): number {
  let node = trie.roots[words[from]];
  for (let at = from + 1; at < to && node !== 0; at++) node = step(trie, node, words[at]);
  return node === 0 ? -1 : trie.phraseAt[node];
}
