import { readEntries } from "../scripts/dictionary/sources.js";
import { resourcesWith } from "../scripts/eval/library.js";
import type { Table } from "../scripts/eval/table.js";
import { OTHER_DIALECTS, pairsOfEntries } from "../scripts/simulate/spin-pairs.js";
import { buildSpinner } from "../scripts/simulate/spinner.js";
import { match } from "../src/dictionary/match.js";
import { PRESETS } from "../src/options.js";
import { type Resources, screenOf } from "../src/resources.js";
import { type Scan, scan } from "../src/text/scan.js";
import { assembleUnspinner } from "../src/unspin.js";
import { megabytes } from "./chart.js";
import type { Contestant } from "./contestants.js";
import { duel, median, processorTime } from "./duel.js";
import { cleanArticles, spunText, upTo } from "./texts.js";

/** One kind of work, done with a small dictionary and with the whole one. */
interface SizeDuel {
  readonly name: string;
  /** What a unit is of the speeds. */
  readonly unit: string;
  readonly small: string;
  readonly large: string;
  /** The larger dictionary's speed through the small one's, median over the rounds. */
  readonly ratio: number;
}

/** What a small dictionary and a larger one do, by turns on the same texts. */
export interface SizeFigures {
  /** What the larger one is. */
  readonly name: string;
  readonly entries: readonly [small: number, large: number];
  readonly duels: readonly SizeDuel[];
}

/**
 * Compares the library with a dictionary of what was seen on real pages, about 3,000 entries, with all swaps of words, and with
 * the whole dictionary, terms of science and all. The spun texts have swaps of the small one only, so that all have the same to
 * restore.
 *
 * @param characters of clean text, and about as many of the same text spun
 */
export async function measureDictionarySize(characters: number, rounds: number): Promise<SizeFigures[]> {
  const entries = readEntries();
  const ordinary = entries.filter(({ domain }) => !OTHER_DIALECTS.has(domain));
  const seen = ordinary.filter((entry) => entry.seen);
  const small = resourcesWith(seen, []);
  const clean = upTo(cleanArticles(), characters);
  const spinner = buildSpinner(pairsOfEntries(seen));
  const spun = clean.map((text) => spunText(spinner, text));
  const larger: readonly (readonly [name: string, count: number, resources: Resources])[] = [
    ["without science and dialects", ordinary.length, resourcesWith(ordinary, [])],
    ["complete", entries.length, resourcesWith(entries)],
  ];
  const figures: SizeFigures[] = [];
  for (const [name, count, large] of larger) {
    const duels = [
      await wholeDuel("clean, screening alone", small, large, clean, rounds, screening),
      await wholeDuel("clean, detect", small, large, clean, rounds, (resources) => assembleUnspinner(resources).detect),
      await wholeDuel(
        "clean, restore",
        small,
        large,
        clean,
        rounds,
        (resources) => assembleUnspinner(resources).unspin,
      ),
      await wholeDuel("spun, restore", small, large, spun, rounds, (resources) => assembleUnspinner(resources).unspin),
      ...matchDuels("clean", small, large, clean, rounds),
      ...matchDuels("spun", small, large, spun, rounds),
    ];
    figures.push({ name, entries: [seen.length, count], duels });
  }
  return figures;
}

function screening(resources: Resources): Work {
  const screen = screenOf(resources);
  return (text) => screen.suspect(text, PRESETS.balanced.evidence);
}

type Work = (text: string) => unknown;

async function wholeDuel(
  name: string,
  small: Resources,
  large: Resources,
  documents: readonly string[],
  rounds: number,
  work: (resources: Resources) => Work,
): Promise<SizeDuel> {
  const contestant = (resources: Resources): Contestant => ({ name, gives: name, share: 1, run: work(resources) });
  const { first, second, ratio } = await duel(contestant(large), contestant(small), documents, rounds);
  return { name, unit: "million characters a second", small: megabytes(second), large: megabytes(first), ratio };
}

/** The matching stage alone, of texts that were read before: for a word, for a site and for a candidate that it finds. */
function matchDuels(
  name: string,
  small: Resources,
  large: Resources,
  documents: readonly string[],
  rounds: number,
): SizeDuel[] {
  const sides = [small, large].map((resources) => new MatchSide(resources, documents));
  for (let round = -1; round < rounds; round++) {
    for (const side of round % 2 === 0 ? sides : [...sides].reverse()) side.run(round >= 0);
  }
  const [a, b] = sides;
  const row = (what: string, of: (side: MatchSide) => number): SizeDuel => {
    const ratios = a.seconds.map((seconds, at) => (of(b) / b.seconds[at]) * (seconds / of(a)));
    const speed = (side: MatchSide): string => (of(side) / median(side.seconds) / 1e6).toFixed(2);
    return {
      name: `${name}, matching alone: ${what}`,
      unit: `million ${what} a second`,
      small: speed(a),
      large: speed(b),
      ratio: median(ratios),
    };
  };
  return [
    row("words", ({ words }) => words),
    row("sites found", ({ sites }) => sites),
    row("candidates found", ({ candidates }) => candidates),
  ];
}

/** The matching stage with one dictionary. */
class MatchSide {
  readonly seconds: number[] = [];
  readonly words: number;
  sites = 0;
  candidates = 0;
  readonly #resources: Resources;
  readonly #scans: readonly Scan[];

  constructor(resources: Resources, documents: readonly string[]) {
    this.#resources = resources;
    this.#scans = documents.map((text) => scan(text, resources.dictionary.phrases.vocabulary));
    this.words = this.#scans.reduce((sum, { count }) => sum + count, 0);
  }

  run(counts: boolean): void {
    let [sites, candidates] = [0, 0];
    const start = processorTime();
    for (const each of this.#scans) {
      const lattice = match(this.#resources.dictionary, each);
      sites += lattice.siteCount;
      candidates += lattice.candidateCount;
    }
    if (counts) this.seconds.push(processorTime() - start);
    [this.sites, this.candidates] = [sites, candidates];
  }
}

/** The figures as a table. */
export function dictionarySizeTable({ name, entries: [small, large], duels }: SizeFigures): Table {
  const size = (count: number): string => `${count.toLocaleString("en")} entries`;
  return {
    title: `Size of the dictionary: ${name}`,
    note: "By turns on the same texts; the ratio is the median of the rounds' ratios.",
    columns: ["", "", size(small), size(large), "speed"],
    rows: duels.map(({ name, unit, small, large, ratio }) => [name, unit, small, large, `${ratio.toFixed(2)}x`]),
  };
}
