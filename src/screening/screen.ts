import { step } from "../dictionary/trie.js";
import { LatticeBuilder, type Sites } from "../lattice.js";
import { FirstImpression } from "./first-impression.js";
import { mayBeTranslated } from "./hints.js";
import { APART, FIXED, QuickReader, TELLING } from "./quick-reader.js";
import { buildScreenTables, type ScreenSource, type ScreenTables } from "./screen-tables.js";
import { StrangeTerms } from "./strange-terms.js";

/** What a text may be and has to be looked at in full for. */
export interface Suspicion {
  readonly spun: boolean;
  readonly translated: boolean;
}

/** The evidence at which a text of `TYPICAL` words passes, and how it grows with the logarithm of their number. In nats. */
const ENOUGH = 2.2;
const TYPICAL = 120;
const GROWTH = 2.5;
const LEAST_ENOUGH = 0.8;
/** However long a clean text is, hardly any stretch of it shows more: what is taken off for every word sees to that. */
const MOST_ENOUGH = 9;
/** What a lower gate than the usual one takes off for every nat. */
const USUAL_GATE = 5;
const BELOW_GATE = 0.5;

/** The share of the telling forms that is taken to be swapped in where the spinner is at work. */
const RATE = 0.2;
/** No site counts for more odds than these, nor for less evidence than that; in nats. */
const MOST_ODDS = 4;
const LEAST_EVIDENCE = -0.1;
/** What is taken off for every word: in clean text the evidence is to fall. */
const DRIFT = 0.017;
/** Evidence is looked for in so many tokens first, then in twice as many, and so on: most spun texts show it early. */
const FIRST_BLOCK = 64;
/** Repeats of a form are counted in so many buckets. */
const BUCKETS = 4096;

/** The evidence so far: its sum at a token, and the highest that it has been. */
interface RunningSum {
  now: number;
  highest: number;
  at: number;
}

/**
 * Dismisses clean texts. One scan over the characters finds words by their hashes; only forms that stand more often in spun
 * text than in clean text are weighed, as the first look of the full analysis weighs them. Their evidence is added up as
 * it comes, and never falls below zero (the cumulative sum test; Page 1954), so that one spun paragraph stands out in a
 * long text.
 */
export class Screen {
  readonly #source: ScreenSource;
  readonly #tables: ScreenTables;
  readonly #reader: QuickReader;
  readonly #impression: FirstImpression;
  readonly #strange: StrangeTerms;
  readonly #builder = new LatticeBuilder();
  readonly #repeats = new Uint8Array(BUCKETS);

  /** @param tables what follows from the source, if it was laid out before */
  constructor(source: ScreenSource, tables: ScreenTables = buildScreenTables(source)) {
    const { dictionary, language, modelWords } = source;
    this.#source = source;
    this.#tables = tables;
    this.#impression = new FirstImpression(language, modelWords);
    this.#strange = new StrangeTerms(dictionary, language, this.#impression);
    this.#reader = new QuickReader(tables.words, language, tables.marks);
  }

  /** What a text may be. @param gate the evidence that the full analysis will ask for, in nats */
  suspect(text: string, gate: number): Suspicion {
    this.#reader.read(text);
    const usual = Math.min(MOST_ENOUGH, ENOUGH + GROWTH * Math.log(this.#reader.count / TYPICAL));
    const enough = Math.max(LEAST_ENOUGH, usual - BELOW_GATE * Math.max(0, USUAL_GATE - gate));
    if (this.#evidence(enough) >= enough || this.#strange.isIn(this.#reader)) return { spun: true, translated: true };
    return { spun: false, translated: mayBeTranslated(this.#reader, this.#tables.hints, this.#source.translation) };
  }

  /** The most evidence of spinning in any stretch of a text, in nats; infinite where a spinner's open choice stands. */
  evidenceIn(text: string): number {
    this.#reader.read(text);
    return this.#evidence(Number.POSITIVE_INFINITY);
  }

  /** The evidence in the text that was read, block by block. @param enough evidence at which no more is looked for */
  #evidence(enough: number): number {
    const reader = this.#reader;
    if (reader.hasChoice) return Number.POSITIVE_INFINITY;
    this.#repeats.fill(0);
    const sum = { now: 0, highest: 0, at: 0 };
    for (let from = 0, size = FIRST_BLOCK; from < reader.count && sum.highest < enough; from += size, size *= 2) {
      const sites = this.#match(from, Math.min(reader.count, from + size));
      if (sites.siteCount > 0) this.#addUp(sites, this.#impression.oddsOf(sites, reader), sum);
    }
    return sum.highest;
  }

  /** The telling forms that begin in a stretch of the text that was read. Conditions are not asked for. */
  #match(start: number, end: number): Sites {
    const { dictionary } = this.#source;
    const { entryFirst, entryOriginal, entryChannel, entryDialect } = dictionary;
    const { telling, trie } = this.#tables;
    const { roots, phraseAt, inner } = trie;
    const { count, word, flags } = this.#reader;
    const builder = this.#builder;
    builder.clear();
    for (let from = start; from < end; from++) {
      if ((flags[from] & (TELLING | FIXED)) !== TELLING) continue;
      let node = roots[word[from]];
      for (let to = from + 1; node !== 0; to++) {
        const form = phraseAt[node];
        if (form >= 0) {
          builder.site(from, to, form);
          for (let e = entryFirst[form]; e < entryFirst[form + 1]; e++) {
            if (telling[e] === 1) builder.candidate(entryOriginal[e], entryChannel[e], e, entryDialect[e], 0);
          }
        }
        if (inner[node] === 0 || to >= count || word[to] < 0 || flags[to] & APART) break;
        node = step(trie, node, word[to]);
      }
    }
    return builder.sites(this.#reader, dictionary.phrases);
  }

  /** Goes on with the running sum of the evidence. */
  #addUp({ siteCount, first, from, form }: Sites, odds: Float32Array, sum: RunningSum): void {
    const { swappable } = this.#source.dictionary;
    const { word } = this.#reader;
    for (let site = 0; site < siteCount; site++) {
      let strength = 0;
      for (let c = first[site]; c < first[site + 1]; c++) strength += Math.exp(Math.min(MOST_ODDS, odds[c]));
      const keep = swappable[word[from[site]]] === 1 ? 1 - RATE : 1;
      const evidence = Math.log(keep + RATE * Math.min(strength, Math.exp(MOST_ODDS)));
      sum.now = Math.max(0, sum.now - DRIFT * (from[site] - sum.at));
      sum.now = Math.max(0, sum.now + Math.max(LEAST_EVIDENCE, evidence) * this.#weightOf(form[site]));
      if (sum.now > sum.highest) sum.highest = sum.now;
      sum.at = from[site];
    }
  }

  /** The k-th time a form is seen, it is less of a surprise. */
  #weightOf(form: number): number {
    const bucket = Math.imul(form, 0x9e3779b1) >>> 20;
    const seen = Math.min(255, this.#repeats[bucket] + 1);
    this.#repeats[bucket] = seen;
    return 1 / (Math.sqrt(seen) * (seen > 2 ? 2 : 1));
  }
}
