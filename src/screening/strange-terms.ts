import type { NgramModel } from "../context/ngram.js";
import { surpriseOfWords } from "../context/surprise.js";
import { COMPANY, termStrength } from "../context/term-strength.js";
import { NO_ACRONYMS } from "../dictionary/acronyms.js";
import { mayBegin } from "../dictionary/beginnings.js";
import type { Dictionary } from "../dictionary/compile.js";
import { TermComposer } from "../dictionary/composer.js";
import { Shields } from "../dictionary/shields.js";
import { buildTrie, step, type Trie } from "../dictionary/trie.js";
import { Dialect, LatticeBuilder, type Sites } from "../lattice.js";
import type { FirstImpression } from "./first-impression.js";
import { APART, CAPITAL, COMPOUND, FIXED, type QuickReader } from "./quick-reader.js";

/** Two words side by side that are more frequent than this, by themselves, are not strange. In nats. */
const COMMON = -17;
/** Pairs of words are told apart by so many bits. */
const PAIR_BITS = 18;
/** How strange two words side by side have to be for a term to begin there, in nats. */
const STRANGE = 17;
/**
 * How strong a term must be to make a text of so many words suspect, and how that grows with the logarithm of their number:
 * the longer a text is, the more often chance shows one. In nats; see `termStrength`.
 */
const ALONE = 3;
const BRIEF = 60;
const GROWTH = 2;
/** How strong, where others are. */
const AMONG_OTHERS = 3;

/** Finds whether a text has phrases that nobody writes and that are swapped terms: see decision/strong-terms.ts. */
export class StrangeTerms {
  readonly #dictionary: Dictionary;
  readonly #model: NgramModel;
  readonly #impression: FirstImpression;
  /** See `listedBeginnings`. */
  readonly #listed: Int32Array;
  /** No form has precedence here. */
  readonly #noForms: Trie;
  readonly #builder = new LatticeBuilder();

  constructor(dictionary: Dictionary, model: NgramModel, impression: FirstImpression) {
    const { phrases } = dictionary;
    this.#dictionary = dictionary;
    this.#model = model;
    this.#impression = impression;
    this.#listed = listedBeginnings(dictionary);
    this.#noForms = buildTrie(phrases, [], phrases.vocabulary.size);
  }

  /** Whether the text that was read has one, or several that are weaker. */
  isIn(reader: QuickReader): boolean {
    const { count, word, model, flags, compounds } = reader;
    const { composition, phrases } = this.#dictionary;
    const { size } = phrases.vocabulary;
    const company = new Company();
    const alone = ALONE + GROWTH * Math.max(0, Math.log(count / BRIEF));
    let composer: TermComposer | undefined;
    for (let at = 0; at + 1 < count; at++) {
      const here = word[at];
      const next = word[at + 1];
      if (flags[at] & FIXED || flags[at + 1] & APART || here >= size || next >= size) continue;
      // Whether words with hyphens may begin a term, the composer finds out.
      const hyphenated = ((flags[at] | flags[at + 1]) & COMPOUND) !== 0;
      if (!hyphenated && (here < 0 || next < 0)) continue;
      const listed = !hyphenated && this.#isListed(here, next);
      // What is looked up first decides most, and lies close together.
      const composed =
        hyphenated ||
        (this.#isRare(model, at) && mayBegin(composition.beginnings, here, next) && this.#isStrange(model, at));
      if (!listed && !composed) continue;
      this.#builder.clear();
      if (listed) this.#addListed(at, reader);
      if (composed) {
        composer ??= new TermComposer(
          composition,
          this.#noForms,
          {
            count,
            word,
            isApart: (token) => (flags[token] & APART) !== 0 || word[token] >= size,
            written: (token) => compounds.get(token) ?? "",
          },
          NO_ACRONYMS,
        );
        composer.composeAt(at, new Shields(phrases), this.#builder);
      }
      if (this.#builder.isEmpty) continue;
      const sites = this.#builder.sites(reader, phrases);
      const strength = this.#strengthOf(sites, reader);
      if (strength > alone) return true;
      if (strength > AMONG_OTHERS && company.add(at, sites.original[0], strength) >= COMPANY.several) return true;
    }
    return false;
  }

  /** Whether a listed term may begin with these words. */
  #isListed(head: number, next: number): boolean {
    const bit = pairBit(head, next);
    return (this.#listed[bit >>> 5] & (1 << (bit & 31))) !== 0;
  }

  /** Whether two words side by side are rare enough, by themselves, to be strange. */
  #isRare(model: Int32Array, at: number): boolean {
    const { unigram } = this.#model;
    return unigram[model[at]] + unigram[model[at + 1]] <= COMMON;
  }

  /** Whether they are strange enough for a term that was put together to begin there. */
  #isStrange(model: Int32Array, at: number): boolean {
    return surpriseOfWords(this.#model, model, at, at + 2) > STRANGE;
  }

  /** Adds the swapped terms that the dictionary lists and that begin at a token. */
  #addListed(from: number, { count, word, flags }: QuickReader): void {
    const { trie, entryFirst, entryOriginal, entryChannel, entryDialect } = this.#dictionary;
    let node = trie.roots[word[from]];
    for (let to = from + 1; node !== 0; to++) {
      const form = to - from < 2 ? -1 : trie.phraseAt[node];
      if (form >= 0) {
        this.#builder.site(from, to, form);
        for (let e = entryFirst[form]; e < entryFirst[form + 1]; e++) {
          if (entryDialect[e] === Dialect.Science)
            this.#builder.candidate(entryOriginal[e], entryChannel[e], e, Dialect.Science, 0);
        }
        this.#builder.dropEmpty();
      }
      const goesOn = trie.inner[node] === 1 && to < count && (flags[to] & APART) === 0;
      node = goesOn && word[to] >= 0 && word[to] < trie.roots.length ? step(trie, node, word[to]) : 0;
    }
  }

  /** Of the strongest of these sites. */
  #strengthOf(sites: Sites, reader: QuickReader): number {
    const names = Array.from(sites.from.subarray(0, sites.siteCount), (from, site) =>
      isName(reader, from, sites.to[site]),
    );
    const strongest = (odds: Float32Array): number =>
      names.reduce((most, name, site) => {
        const surprise = surpriseOfWords(this.#model, reader.model, sites.from[site], sites.to[site]);
        return Math.max(most, termStrength(sites, odds, site, surprise, name));
      }, 0);
    // Most are not strong enough however well the originals may fit.
    const perfect = new Float32Array(sites.candidateCount).fill(Number.POSITIVE_INFINITY);
    if (strongest(perfect) <= AMONG_OTHERS) return 0;
    return strongest(this.#impression.oddsOf(sites, reader));
  }
}

/** Terms that stand near each other. */
class Company {
  readonly #different = new Set<number>();
  #excess = 0;
  #last = 0;

  /** Adds a term. @returns how many different ones there are, those forgotten that lie too far behind */
  add(at: number, term: number, strength: number): number {
    this.#excess -= COMPANY.drift * (at - this.#last);
    if (this.#excess <= 0) this.#different.clear();
    this.#excess = Math.max(0, this.#excess) + Math.min(COMPANY.most, strength - AMONG_OTHERS);
    this.#last = at;
    return this.#different.add(term).size;
  }
}

/** A bit for the first two words of every term of science that a dictionary lists as swapped (Bloom 1970). */
function listedBeginnings({ phrases, entryFirst, entryDialect }: Dictionary): Int32Array {
  const { offsets, words } = phrases;
  const bits = new Int32Array(1 << (PAIR_BITS - 5));
  for (let form = 0; form + 1 < entryFirst.length; form++) {
    if (offsets[form + 1] - offsets[form] < 2) continue;
    const dialects = entryDialect.subarray(entryFirst[form], entryFirst[form + 1]);
    if (!dialects.includes(Dialect.Science)) continue;
    const bit = pairBit(words[offsets[form]], words[offsets[form] + 1]);
    bits[bit >>> 5] |= 1 << (bit & 31);
  }
  return bits;
}

function pairBit(head: number, next: number): number {
  return Math.imul(Math.imul(head, 0x85ebca6b) ^ next, 0x9e3779b1) >>> (32 - PAIR_BITS);
}

function isName({ flags, walls }: QuickReader, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (flags[at] & CAPITAL && walls[at] === 0) return true;
  return false;
}
