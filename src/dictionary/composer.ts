import { Dialect, type LatticeBuilder } from "../lattice.js";
import type { SpelledTerms } from "./acronyms.js";
import { classOf, hasClass, mayBegin } from "./beginnings.js";
import { COMPOSED, type Composition } from "./composition.js";
import { PieceReader, type Run } from "./pieces.js";
import { FormMark } from "./settled.js";
import type { Shields } from "./shields.js";
import { phraseOver, step, type Trie } from "./trie.js";

/** Bounds the work at one token; real terms come nowhere near it. */
const MOST_STEPS = 1200;
/** In tokens. */
const LONGEST_TERM = 7;
/** A hyphenated word may have more. */
const MOST_PIECES = 16;
/** So many candidates of one span are kept, those of the greatest weight. */
const MOST_TERMS = 8;

/** A way to read a span as a term. */
interface Found {
  readonly to: number;
  /** How many pieces it covers. */
  readonly pieces: number;
  readonly term: number;
  channel: number;
  readonly swaps: number;
}

/**
 * Finds the places of one text that are a term with some of its words swapped. A span that is a term as it stands is none,
 * nor a part of one, nor one that the dictionary has an entry of its own for: that entry's conditions hold.
 */
export class TermComposer {
  readonly #composition: Composition;
  readonly #forms: Trie;
  readonly #run: Run;
  readonly #reader: PieceReader;
  readonly #spelled: SpelledTerms;
  readonly #piece = new Int32Array(MOST_PIECES);
  /** By piece of the window: the token that begins behind it, -1 within a token. */
  readonly #boundary = new Int32Array(MOST_PIECES + 1);
  #pieces = 0;
  #steps = 0;
  #found: Found[] = [];
  /** The token behind the last term that stands there as it is. */
  #standing = 0;
  /** Where terms end that begin at the token being looked at and stand there as they are. */
  readonly #unswapped = new Set<number>();

  /**
   * @param forms the dictionary's own spun forms
   * @param spelled terms that an acronym speaks for
   */
  constructor(composition: Composition, forms: Trie, run: Run, spelled: SpelledTerms) {
    // A copy has all members made: they are asked for at every step.
    this.#composition = { ...composition };
    this.#forms = forms;
    this.#run = run;
    this.#spelled = spelled;
    this.#reader = new PieceReader(composition.pieces, run);
  }

  /** Adds the sites that begin at token `from`. */
  composeAt(from: number, shields: Shields, lattice: LatticeBuilder): void {
    const spelled = this.#spelled.get(from);
    this.#open(from);
    if (this.#pieces < 2) return;
    if (!spelled && !mayBegin(this.#composition.beginnings, this.#piece[0], this.#piece[1])) return;
    this.#steps = 0;
    this.#found = [];
    this.#unswapped.clear();
    this.#walk(0, 0, 0, 0, 0);
    for (const term of spelled ?? []) this.#keep({ ...term });
    for (const to of this.#unswapped) this.#standing = Math.max(this.#standing, to);
    if (this.#found.length > 0) this.#emit(from, shields, lattice);
  }

  /** Lays out the pieces of the tokens from `from` on, within its paragraph, up to what is no known word. */
  #open(from: number): void {
    const { word, count } = this.#run;
    let at = 0;
    this.#boundary[0] = from;
    for (let token = from; token < count && token < from + LONGEST_TERM; token++) {
      if (token > from && this.#run.isApart(token)) break;
      const parts = this.#reader.compoundAt(token);
      if (word[token] < 0 && !parts) break;
      const size = parts?.length ?? 1;
      if (at + size > MOST_PIECES) break;
      for (let k = 0; k < size; k++) {
        this.#piece[at++] = parts ? parts[k] : word[token];
        this.#boundary[at] = k === size - 1 ? token + 1 : -1;
      }
    }
    this.#pieces = at;
  }

  /** Goes on behind `at` pieces, which have been read as the beginning of a term that leads to `node`. */
  #walk(node: number, at: number, swaps: number, telling: number, channel: number): void {
    const { terms } = this.#composition;
    const term = terms.phraseAt[node];
    if (at > 1 && term >= 0 && this.#boundary[at] >= 0) {
      if (swaps === 0) this.#unswapped.add(this.#boundary[at]);
      // A single swap that any spinner may have made is a site of its own.
      else if (telling > 0 || swaps > 1) this.#keep({ to: this.#boundary[at], pieces: at, term, channel, swaps });
    }
    if (at >= this.#pieces || (node !== 0 && terms.inner[node] === 0) || this.#steps++ > MOST_STEPS) return;
    const kept = this.#mayGoOn(node, classOf(this.#piece[at])) ? advance(terms, node, this.#piece[at]) : 0;
    if (kept !== 0) this.#walk(kept, at + 1, swaps, telling, channel);
    this.#swap(node, at, swaps, telling, channel);
  }

  /**
   * Whether a term may go on from a node with a piece of this class, or begin with one and go on with the second piece: few
   * do, and the others need no search.
   */
  #mayGoOn(node: number, kind: number): boolean {
    const { behind, beginnings } = this.#composition;
    return node === 0 ? hasClass(beginnings.continues, this.#piece[1], kind) : hasClass(behind, node, kind);
  }

  /** Takes every spun form that begins at a piece back to its originals. */
  #swap(node: number, from: number, swaps: number, telling: number, channel: number): void {
    const { units, first, original, terms, phrases } = this.#composition;
    let unit = 0;
    for (let at = from; at < this.#pieces; at++) {
      unit = advance(units, unit, this.#piece[at]);
      if (unit === 0) return;
      const form = units.phraseAt[unit];
      if (form >= 0) {
        for (let s = first[form]; s < first[form + 1]; s++) {
          const phrase = original[s];
          if (!this.#mayGoOn(node, classOf(phrases.words[phrases.offsets[phrase]]))) continue;
          let next = node;
          for (let k = phrases.offsets[phrase]; k < phrases.offsets[phrase + 1]; k++) {
            next = advance(terms, next, phrases.words[k]);
            if (next === 0) break;
          }
          if (next === 0) continue;
          const more = telling + this.#composition.telling[s];
          this.#walk(next, at + 1, swaps + 1, more, channel + this.#composition.channel[s]);
        }
      }
      if (units.inner[unit] === 0) return;
    }
  }

  #keep(found: Found): void {
    const known = this.#found.find(({ to, term }) => to === found.to && term === found.term);
    if (!known) this.#found.push(found);
    else if (known.channel < found.channel) known.channel = found.channel;
  }

  /** A term with the hyphens that the span has. */
  #spelt(term: number, from: number, to: number): number {
    for (let token = from; token < to; token++) {
      if (this.#reader.compoundAt(token)) return this.#composition.hyphenated.get(term) ?? term;
    }
    return term;
  }

  #emit(from: number, shields: Shields, lattice: LatticeBuilder): void {
    const { word } = this.#run;
    this.#found.sort((a, b) => a.to - b.to || b.channel - a.channel || a.term - b.term);
    let to = -1;
    let kept = 0;
    for (const hit of this.#found) {
      if (this.#unswapped.has(hit.to) || hit.to <= this.#standing) continue;
      if (phraseOver(this.#composition.standing, this.#piece, 0, hit.pieces) >= 0) continue;
      if (shields.cover(from, hit.to, hit.term)) continue;
      if (hit.to !== to) {
        const form = phraseOver(this.#forms, word, from, hit.to);
        if (form >= 0 && (this.#composition.forms[form] & FormMark.Listed) !== 0) continue;
        lattice.site(from, hit.to, -1);
        to = hit.to;
        kept = 0;
      }
      if (kept++ < MOST_TERMS)
        lattice.candidate(this.#spelt(hit.term, from, hit.to), hit.channel, COMPOSED, Dialect.Science, 0);
    }
  }
}

function advance(trie: Trie, node: number, piece: number): number {
  return node === 0 ? trie.roots[piece] : step(trie, node, piece);
}
