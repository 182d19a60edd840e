import type { Scan } from "./text/scan.js";
import { type Vocabulary, wordAt } from "./text/vocabulary.js";

/** Word sequences with ids, end to end: phrase `p` is `words[offsets[p] .. offsets[p + 1])`. */
export interface Phrases {
  readonly vocabulary: Vocabulary;
  readonly offsets: Int32Array;
  /** Word ids. */
  readonly words: Int32Array;
  /** By phrase id, for those that are not simply their lower-case words with a space between: "United States", "I'm". */
  readonly spellings: ReadonlyMap<number, string>;
}

/** How a phrase is written. */
export function spellingOf(phrases: Phrases, phrase: number): string {
  const spelling = phrases.spellings.get(phrase);
  if (spelling !== undefined) return spelling;
  let text = "";
  for (let at = phrases.offsets[phrase]; at < phrases.offsets[phrase + 1]; at++) {
    text += (text === "" ? "" : " ") + wordAt(phrases.vocabulary, phrases.words[at]);
  }
  return text;
}

/** Families of spinners. One text comes from one machine, so that a swap of another family's is unlikely in it. */
export const enum Dialect {
  /** Pages of news and blogs, as observed. */
  General = 0,
  /** What the same spinners may do besides. */
  Unobserved = 1,
  /** Papers. */
  Science = 2,
  /** Other word lists and habits: symbols' names for short words, and the like. */
  Other = 3,
}

/** How many dialects there are. */
export const DIALECTS = 4;

/**
 * The sites of a text at which words may have been swapped, each with the originals that may have stood there. Plain
 * columns of numbers: site `s` covers tokens `from[s] .. to[s]` (exclusive) and has the candidates
 * `first[s] .. first[s + 1]`. Sites are sorted by `from`; they may overlap.
 */
export interface Sites {
  readonly scan: { readonly count: number };
  readonly phrases: Phrases;
  readonly siteCount: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The spun form that stands there, a phrase id; -1 for one that is no phrase of its own. */
  readonly form: Int32Array;
  readonly first: Int32Array;
  readonly candidateCount: number;
  /** The candidate original, a phrase id. */
  readonly original: Int32Array;
  /** log P(spun form | original, swapped), natural logarithm. */
  readonly channel: Float32Array;
  /** The dictionary entry that proposes the candidate. */
  readonly entry: Int32Array;
  /** By candidate: 1 if it may be proposed and never applied. */
  readonly proposedOnly: Uint8Array;
  /** By candidate: whose habit the swap is, a `Dialect`. */
  readonly dialect: Uint8Array;
}

/** How many forms each dialect has for a phrase; a spinner that chooses evenly keeps a word of n forms once in n + 1 times. */
export interface ListSizes {
  /** By phrase and `Dialect`: at `phrase * DIALECTS + dialect`. */
  readonly ofPhrase: Uint8Array;
  /** By word id and `Dialect`, for phrases of one word. */
  readonly ofWord: Uint8Array;
  /** By phrase: in how many ways it was seen swapped in papers, as a term of science, in either number. */
  readonly asTerm: Uint8Array;
}

/** What the stages hand along: a text's tokens and its sites. */
export interface Lattice extends Sites {
  readonly scan: Scan;
  /** 1 for a token that a spinner with this dictionary would have found something to swap for. */
  readonly swappable: Uint8Array;
  /** By site: how many candidates it had that were not out of the question; absent if none was given up. */
  readonly rivals?: Int32Array;
  /** What the spinner may know of every phrase. */
  readonly lists: ListSizes;
}

/** Collects sites and their candidates in the order of the text. */
export class LatticeBuilder {
  #siteCount = 0;
  #candidateCount = 0;
  #from: Int32Array<ArrayBuffer>;
  #to: Int32Array<ArrayBuffer>;
  #form: Int32Array<ArrayBuffer>;
  #first: Int32Array<ArrayBuffer>;
  #original: Int32Array<ArrayBuffer>;
  #channel: Float32Array<ArrayBuffer>;
  #entry: Int32Array<ArrayBuffer>;
  #proposedOnly: Uint8Array<ArrayBuffer>;
  #dialect: Uint8Array<ArrayBuffer>;

  /** @param sites so many are expected, with four candidates each; there may be more */
  constructor(sites = 256) {
    this.#from = new Int32Array(sites);
    this.#to = new Int32Array(sites);
    this.#form = new Int32Array(sites);
    this.#first = new Int32Array(sites + 1);
    this.#original = new Int32Array(4 * sites);
    this.#channel = new Float32Array(4 * sites);
    this.#entry = new Int32Array(4 * sites);
    this.#proposedOnly = new Uint8Array(4 * sites);
    this.#dialect = new Uint8Array(4 * sites);
  }

  /** How many candidates the site that was opened last has. */
  get width(): number {
    return this.#candidateCount - this.#first[this.#siteCount - 1];
  }

  /** Whether there is no site yet. */
  get isEmpty(): boolean {
    return this.#siteCount === 0;
  }

  /** Begins anew. What was built before is written over. */
  clear(): void {
    this.#siteCount = 0;
    this.#candidateCount = 0;
    this.#first[0] = 0;
  }

  /** Opens a site; the candidates that are added next belong to it. */
  site(from: number, to: number, form: number): void {
    if (this.#siteCount === this.#from.length) this.#growSites();
    const s = this.#siteCount++;
    this.#from[s] = from;
    this.#to[s] = to;
    this.#form[s] = form;
    this.#first[s] = this.#candidateCount;
    this.#first[s + 1] = this.#candidateCount;
  }

  candidate(original: number, channel: number, entry: number, dialect: Dialect, proposedOnly: number): void {
    if (this.#candidateCount === this.#original.length) this.#growCandidates();
    const c = this.#candidateCount++;
    this.#original[c] = original;
    this.#channel[c] = channel;
    this.#entry[c] = entry;
    this.#proposedOnly[c] = proposedOnly;
    this.#dialect[c] = dialect;
    this.#first[this.#siteCount] = this.#candidateCount;
  }

  /** Takes the site that was opened last back if no candidate was added to it. */
  dropEmpty(): void {
    if (this.#siteCount > 0 && this.width === 0) this.#siteCount--;
  }

  /** The lattice of a text. @param swappable, lists see `Lattice` */
  build(scan: Scan, phrases: Phrases, swappable: Uint8Array, lists: ListSizes): Lattice {
    return { ...this.sites(scan, phrases), scan, swappable, lists };
  }

  /** The sites alone. @param scan what knows how many tokens there are */
  sites(scan: Sites["scan"], phrases: Phrases): Sites {
    return {
      scan,
      phrases,
      siteCount: this.#siteCount,
      from: this.#from,
      to: this.#to,
      form: this.#form,
      first: this.#first,
      candidateCount: this.#candidateCount,
      original: this.#original,
      channel: this.#channel,
      entry: this.#entry,
      proposedOnly: this.#proposedOnly,
      dialect: this.#dialect,
    };
  }

  #growSites(): void {
    const size = this.#from.length * 2;
    this.#from = resized(this.#from, size);
    this.#to = resized(this.#to, size);
    this.#form = resized(this.#form, size);
    this.#first = resized(this.#first, size + 1);
  }

  #growCandidates(): void {
    const size = this.#original.length * 2;
    this.#original = resized(this.#original, size);
    this.#entry = resized(this.#entry, size);
    const channel = new Float32Array(size);
    channel.set(this.#channel);
    this.#channel = channel;
    const proposedOnly = new Uint8Array(size);
    proposedOnly.set(this.#proposedOnly);
    this.#proposedOnly = proposedOnly;
    const dialect = new Uint8Array(size);
    dialect.set(this.#dialect);
    this.#dialect = dialect;
  }
}

function resized(column: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(column);
  return larger;
}
