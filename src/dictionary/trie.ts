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

/** Builds the trie of the given phrases (ids into `phrases`). */
export function buildTrie(phrases: Phrases, members: ArrayLike<number>, vocabularySize: number): Trie {
  const { offsets, words } = phrases;
  let steps = 0;
  for (let i = 0; i < members.length; i++) steps += offsets[members[i] + 1] - offsets[members[i]];
  const roots = new Int32Array(vocabularySize);
  const phraseAt = new Int32Array(steps + 1).fill(-1);
  const inner = new Uint8Array(steps + 1);
  let capacity = 64;
  while (capacity < steps * 2) capacity *= 2;
  const transitions = new Int32Array(capacity * 3);
  let nodes = 1;
  for (let i = 0; i < members.length; i++) {
    const phrase = members[i];
    let node = 0;
    for (let at = offsets[phrase]; at < offsets[phrase + 1]; at++) {
      const word = words[at];
      if (node === 0) {
        if (roots[word] === 0) roots[word] = nodes++;
        node = roots[word];
        continue;
      }
      inner[node] = 1;
      let slot = slotOf(node, word, capacity - 1);
      while (transitions[slot + 2] !== 0 && (transitions[slot] !== node || transitions[slot + 1] !== word)) {
        slot = slot + 3 === transitions.length ? 0 : slot + 3;
      }
      if (transitions[slot + 2] === 0) {
        transitions[slot] = node;
        transitions[slot + 1] = word;
        transitions[slot + 2] = nodes++;
      }
      node = transitions[slot + 2];
    }
    if (node !== 0) phraseAt[node] = phrase;
  }
  return { roots, phraseAt: phraseAt.slice(0, nodes), inner: inner.slice(0, nodes), transitions };
}

/** The node that `word` leads to from an inner node; 0 if none. */
export function step(trie: Trie, node: number, word: number): number {
  const { transitions } = trie;
  let slot = slotOf(node, word, transitions.length / 3 - 1);
  while (transitions[slot + 2] !== 0) {
    if (transitions[slot] === node && transitions[slot + 1] === word) return transitions[slot + 2];
    slot = slot + 3 === transitions.length ? 0 : slot + 3;
  }
  return 0;
}
