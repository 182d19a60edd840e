import { step } from "../dictionary/trie.js";
import { LatticeBuilder, type Sites } from "../lattice.js";
import { FirstImpression } from "./first-impression.js";
import { Glance } from "./glance.js";
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

/** What is expected is told for a text of so many words; what others have to show grows from `SHORTEST` to `LONGEST`. */
const TYPICAL = 120;
const SHORTEST = 40;
const LONGEST = 1000;
/**
 * What first glance and weighed evidence have to come to together: log(1 + glance) + WEIGHED * log(LEAST_BREADTH + breadth),
 * where breadth is evidence times the number of different forms that were more likely swapped in than not, and one more,
 * against what is typical of texts as long, a power of their number of words. Fitted on development texts.
 */
const ENOUGH = 2.1;
const GROWTH = 0.5;
const WEIGHED = 0.3;
const LEAST_BREADTH = 0.3;
const BREADTH_GROWTH = 1.6;
/** What a lower gate than the usual one takes off for every nat. */
const USUAL_GATE = 5;
const BELOW_GATE = 0.15;
/** More than typical breadth times this is not to be hoped for. */
const MOST_BREADTH = 20;
/** Typical breadth times this is enough where nothing can be told at first glance. */
const WITHOUT_GLANCE = 8;

/** Evidence is looked for in so many tokens first, then in twice as many, and so on: most spun texts show it early. */
const FIRST_BLOCK = 256;

/**
 * Dismisses clean texts. One scan over the characters finds words by their hashes; what these and their pairs tell by
 * themselves dismisses most. In the others forms that stand more often in spun text than in clean text are weighed, as the
 * first look of the full analysis weighs them.
 */
export class Screen {
  readonly #source: ScreenSource;
  readonly #tables: ScreenTables;
  readonly #reader: QuickReader;
  readonly #impression: FirstImpression;
  readonly #strange: StrangeTerms;
  readonly #builder = new LatticeBuilder();
  readonly #evidence: RunningEvidence;
  readonly #glance: Glance | undefined;

  /** @param tables what follows from the source, if it was laid out before */
  constructor(source: ScreenSource, tables: ScreenTables = buildScreenTables(source)) {
    const { dictionary, language, modelWords, glance } = source;
    this.#source = source;
    this.#tables = tables;
    this.#impression = new FirstImpression(language, modelWords);
    this.#evidence = new RunningEvidence(dictionary);
    this.#glance = glance && new Glance(glance);
    this.#reader = new QuickReader(tables.words, language, tables.marks);
    this.#strange = new StrangeTerms(dictionary, language, this.#impression);
  }

  /** What a text may be. @param gate the evidence that the full analysis will ask for, in nats */
  suspect(text: string, gate: number): Suspicion {
    this.#reader.read(text);
    const { dictionary } = this.#source;
    const spun = this.#reaches(this.#breadthFor(gate)) || this.#strange.isIn(this.#reader);
    if (spun || speltOtherwise(text, dictionary)) return { spun: true, translated: true };
    return { spun: false, translated: mayBeTranslated(this.#reader, this.#tables.hints, this.#source.translation) };
  }

  /**
   * The breadth that the text that was read has to show, given how it looks at first glance: none where that is enough,
   * infinite where none is.
   */
  #breadthFor(gate: number): number {
    const { count } = this.#reader;
    const words = Math.max(SHORTEST, Math.min(LONGEST, count)) / TYPICAL;
    const typical = words ** BREADTH_GROWTH;
    const wanted = ENOUGH + GROWTH * Math.log(words) - BELOW_GATE * Math.max(0, USUAL_GATE - gate);
    if (!this.#glance) return WITHOUT_GLANCE * typical;
    const sure = Math.exp(wanted - WEIGHED * Math.log(LEAST_BREADTH));
    const lacking = wanted - Math.log1p(this.#glance.evidenceOf(this.#reader, sure));
    const breadth = Math.exp(lacking / WEIGHED) - LEAST_BREADTH;
    return breadth > MOST_BREADTH ? Number.POSITIVE_INFINITY : breadth * typical;
  }

  /** Looks for evidence in the text that was read, block by block, until it is broad enough. */
  #reaches(breadth: number): boolean {
    const reader = this.#reader;
    if (reader.hasChoice || breadth <= 0) return true;
    if (breadth === Number.POSITIVE_INFINITY) return false;
    const sum = this.#evidence;
    sum.begin();
    for (let from = 0, size = FIRST_BLOCK; from < reader.count; from += size, size *= 2) {
      const sites = this.#match(from, Math.min(reader.count, from + size));
      if (sites.siteCount === 0) continue;
      sum.add(sites, reader.word, this.#impression.oddsOf(sites, reader));
      if (sum.highest * (1 + sum.different) >= breadth) return true;
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
