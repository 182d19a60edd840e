import type { Phrases } from "../lattice.js";
import type { Trie } from "./trie.js";

/**
 * Says at a glance that no term begins with two pieces, swapped or not, as none does at most places. Terms are divided
 * into 64 classes by their first piece; a piece knows the classes of the terms that it may begin and of those that it may
 * go on with. (A Bloom filter in a way; Bloom 1970.)
 */
export interface Beginnings {
  /** By word id, two numbers: a bit for each class. */
  readonly begins: Int32Array;
  readonly continues: Int32Array;
}

/** What can begin: terms, and what may stand for their parts. */
export interface BeginningsSource {
  /** In pieces. */
  readonly split: Phrases;
  readonly terms: Int32Array;
  /** Spun forms, and by form their swaps `first[form] .. first[form + 1]` into `original`. */
  readonly units: Int32Array;
  readonly first: Int32Array;
  readonly original: Int32Array;
}

/** Whether a term may begin with these pieces. */
export function mayBegin({ begins, continues }: Beginnings, piece: number, next: number): boolean {
  const a = 2 * piece;
  const b = 2 * next;
  return ((begins[a] & continues[b]) | (begins[a + 1] & continues[b + 1])) !== 0;
}

/** The class of a piece, 0 to 63. */
export function classOf(piece: number): number {
  return Math.imul(piece, 0x9e3779b1) >>> 26;
}

/** Whether a class is among those of a word or node. @param classes two numbers each */
export function hasClass(classes: Int32Array, of: number, kind: number): boolean {
  return (classes[2 * of + (kind >>> 5)] & (1 << (kind & 31))) !== 0;
}

/** Adds a class to those of a word or node. */
function addClass(classes: Int32Array, of: number, kind: number): void {
  classes[2 * of + (kind >>> 5)] |= 1 << (kind & 31);
}

/** By node of a trie, two numbers: the classes of the words that go on from it. */
export function classesBehind({ phraseAt, transitions }: Trie): Int32Array {
  const classes = new Int32Array(2 * phraseAt.length);
  for (let at = 0; at < transitions.length; at += 3) {
    if (transitions[at + 2] !== 0) addClass(classes, transitions[at], classOf(transitions[at + 1]));
  }
  return classes;
}

/** Sets the classes up. */
export function beginningsOf(source: BeginningsSource): Beginnings {
  const own = ownClasses(source);
  const all = { begins: own.begins.slice(), continues: own.continues.slice() };
  const { split, units, first, original } = source;
  const { offsets, words } = split;
  for (let i = 0; i < units.length; i++) {
    const at = offsets[units[i]];
    const next = at + 1 < offsets[units[i] + 1] ? 2 * words[at + 1] : -1;
    for (let s = first[units[i]]; s < first[units[i] + 1]; s++) {
      const head = 2 * words[offsets[original[s]]];
      joinClasses(all.begins, 2 * words[at], own.begins, head);
      joinClasses(all.continues, 2 * words[at], own.continues, head);
      if (next >= 0) joinClasses(all.continues, next, own.begins, head);
    }
  }
  return all;
}

/** The classes of terms as they stand. */
function ownClasses({ split, terms, original }: BeginningsSource): Beginnings {
  const { offsets, words } = split;
  const own = emptyBeginnings(split.vocabulary.size);
  // Where several pieces may be restored at once, what comes next is not the second one.
  const leaps = new Uint8Array(split.vocabulary.size);
  for (let s = 0; s < original.length; s++) {
    if (offsets[original[s] + 1] - offsets[original[s]] > 1) leaps[words[offsets[original[s]]]] = 1;
  }
  for (let i = 0; i < terms.length; i++) {
    const start = offsets[terms[i]];
    const head = words[start];
    const kind = classOf(head);
    addClass(own.begins, head, kind);
    const end = leaps[head] === 1 ? offsets[terms[i] + 1] : Math.min(offsets[terms[i] + 1], start + 2);
    for (let at = start + 1; at < end; at++) addClass(own.continues, words[at], kind);
  }
  return own;
}

/** Adds the classes of one word to those of another. */
function joinClasses(into: Int32Array, at: number, from: Int32Array, head: number): void {
  into[at] |= from[head];
  into[at + 1] |= from[head + 1];
}

function emptyBeginnings(size: number): Beginnings {
  return { begins: new Int32Array(2 * size), continues: new Int32Array(2 * size) };
}

/** The same over a larger vocabulary. */
export function extendBeginnings({ begins, continues }: Beginnings, size: number): Beginnings {
  const extended = emptyBeginnings(size);
  extended.begins.set(begins);
  extended.continues.set(continues);
  return extended;
}
