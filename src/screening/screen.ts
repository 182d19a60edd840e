import { step } from "../dictionary/trie.js";
import { LatticeBuilder, type Sites } from "../lattice.js";
import { FirstImpression } from "./first-impression.js";
import { mayBeTranslated } from "./hints.js";
import { APART, FIXED, QuickReader, TELLING } from "./quick-reader.js";
import { RunningEvidence } from "./running-evidence.js";
import { buildScreenTables, type ScreenSource, type ScreenTables } from "./screen-tables.js";
import { speltOtherwise } from "./spelled-out.js";
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

/**
 * And how broad it has to be: evidence times the number of different forms that were more likely swapped in than not, and one
 * more. A text of `TYPICAL` words passes with so much, others by a power of their number, those beyond `LONGEST` as it.
 */
const BROAD_ENOUGH = 12.2;
const BREADTH_GROWTH = 1.6;
const LONGEST = 1000;
/** What a lower gate takes off the logarithm of that. */
const BREADTH_BELOW_GATE = 0.3;

/** Evidence is looked for in so many tokens first, then in twice as many, and so on: most spun texts show it early. */
const FIRST_BLOCK = 256;
/** What a text has to show to pass. */
interface Bar {
  readonly evidence: number;
  readonly breadth: number;
}

/** Nothing is enough. */
const UNREACHED: Bar = { evidence: Number.POSITIVE_INFINITY, breadth: Number.POSITIVE_INFINITY };

/**
 * Dismisses clean texts. One scan over the characters finds words by their hashes; only forms that stand more often in spun
 * text than in clean text are weighed, as the first look of the full analysis weighs them.
 */
export class Screen {
  readonly #source: ScreenSource;
  readonly #tables: ScreenTables;
  readonly #reader: QuickReader;
  readonly #impression: FirstImpression;
  readonly #strange: StrangeTerms;
  readonly #builder = new LatticeBuilder();
  readonly #evidence: RunningEvidence;

  /** @param tables what follows from the source, if it was laid out before */
  constructor(source: ScreenSource, tables: ScreenTables = buildScreenTables(source)) {
    const { dictionary, language, modelWords } = source;
    this.#source = source;
    this.#tables = tables;
    this.#impression = new FirstImpression(language, modelWords);
    this.#evidence = new RunningEvidence(dictionary);
    this.#strange = new StrangeTerms(dictionary, language, this.#impression);
    this.#reader = new QuickReader(tables.words, language, tables.marks);
  }

  /** What a text may be. @param gate the evidence that the full analysis will ask for, in nats */
  suspect(text: string, gate: number): Suspicion {
    this.#reader.read(text);
    const { dictionary } = this.#source;
    const spun = this.#reaches(barFor(this.#reader.count, gate)) || this.#strange.isIn(this.#reader);
    if (spun || speltOtherwise(text, dictionary)) return { spun: true, translated: true };
    return { spun: false, translated: mayBeTranslated(this.#reader, this.#tables.hints, this.#source.translation) };
  }

  /** The most evidence of spinning in any stretch of a text, in nats; infinite where a spinner's open choice stands. */
  evidenceIn(text: string): number {
    this.#reader.read(text);
    return this.#reaches(UNREACHED) ? Number.POSITIVE_INFINITY : this.#evidence.highest;
  }

  /** Looks for evidence in the text that was read, block by block, until there is enough. */
  #reaches(bar: Bar): boolean {
    const reader = this.#reader;
    if (reader.hasChoice) return true;
    const sum = this.#evidence;
    sum.begin();
    for (let from = 0, size = FIRST_BLOCK; from < reader.count; from += size, size *= 2) {
      const sites = this.#match(from, Math.min(reader.count, from + size));
      if (sites.siteCount === 0) continue;
      sum.add(sites, reader.word, this.#impression.oddsOf(sites, reader));
      if (sum.highest >= bar.evidence && sum.highest * (1 + sum.different) >= bar.breadth) return true;
    }
    return false;
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
}

/** What a text of so many words has to show. */
function barFor(count: number, gate: number): Bar {
  const below = Math.max(0, USUAL_GATE - gate);
  const usual = Math.min(MOST_ENOUGH, ENOUGH + GROWTH * Math.log(count / TYPICAL));
  const breadth = BROAD_ENOUGH * (Math.min(LONGEST, count) / TYPICAL) ** BREADTH_GROWTH;
  return {
    evidence: Math.max(LEAST_ENOUGH, usual - BELOW_GATE * below),
    breadth: breadth * Math.exp(-BREADTH_BELOW_GATE * below),
  };
}
