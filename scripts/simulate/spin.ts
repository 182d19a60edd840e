import { step } from "../../src/dictionary/trie.js";
import { copyCase, LetterCase } from "../../src/text/case.js";
import { Region } from "../../src/text/region.js";
import { type Scan, scan } from "../../src/text/scan.js";
import { PARAGRAPH_START, SPACE_BEFORE, TokenKind } from "../../src/text/tokens.js";
import { type Random, seededRandom } from "./random.js";
import { type Replacement, recompose } from "./recompose.js";
import type { Spinner } from "./spinner.js";

/** How often an occurrence is replaced. */
export type SpinRate =
  /** Each with this probability, 0 to 1. */
  | number
  /** Each document with a probability of its own, drawn evenly between the two. */
  | readonly [least: number, most: number]
  /** The original is as likely as each of its n forms: replaced with probability n / (n + 1). */
  | "list-size";

/** A spinner's habits. */
export interface SpinHabits {
  readonly rate: SpinRate;
  /** Whether forms are chosen by their weights or all alike. */
  readonly choice: "weighted" | "uniform";
  /** Leaves capitalised words and quotations as they are. */
  readonly protect: boolean;
  /** Share of the replacements that are left in braces, with or without the other choices: "{that a}", "{dollars|bucks}". */
  readonly braces?: number;
  /**
   * Whether an original's fate is decided once for the whole text, as on the pages that were looked at: it is kept, or the
   * same form stands in its place throughout. Every occurrence by itself unless told.
   */
  readonly steady?: boolean;
  /** How often the text goes through the spinner; 1 unless told. */
  readonly passes?: number;
  /** Whether the spinner is at work at this offset of the text it is given; it is everywhere unless told. */
  readonly worksAt?: (offset: number) => boolean;
}

/** A replaced span, in UTF-16 offsets of the spun text: `text.slice(start, end) === spun`. */
export interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly spun: string;
  readonly original: string;
  /** Index of the pair in the spinner's list; of the first one where several passes or replacements met. */
  readonly pair: number;
}

/** A spun text and what was done to it. */
export interface SpunText {
  readonly text: string;
  /** Sorted, never overlapping. */
  readonly gold: readonly GoldSpan[];
}

/**
 * Spins a text: the longest listed phrase first, whole words in lower case or with a capital first letter, every
 * occurrence by itself either kept or replaced, unless the spinner is steady. "a" and "an" stay as they are. Code, links
 * and markup are left alone.
 *
 * @param seed the same text, habits and seed give the same result
 */
export function spin(spinner: Spinner, text: string, habits: SpinHabits, seed: string | number): SpunText {
  const random = seededRandom(seed);
  const rate = Array.isArray(habits.rate) ? habits.rate[0] + random() * (habits.rate[1] - habits.rate[0]) : habits.rate;
  let replacements: Replacement[] = [];
  let spun = text;
  for (let pass = 0; pass < (habits.passes ?? 1); pass++) {
    const made = replacementsIn(spinner, scan(spun, spinner.vocabulary), habits, rate as number | "list-size", random);
    replacements = pass === 0 ? made : recompose(spun, replacements, made);
    spun = rewrite(text, replacements);
  }
  return { text: spun, gold: goldOf(text, replacements) };
}

/** What one pass over a text replaces, in its offsets. */
function replacementsIn(
  spinner: Spinner,
  scanned: Scan,
  habits: SpinHabits,
  rate: number | "list-size",
  random: Random,
): Replacement[] {
  const { count, word, start, end } = scanned;
  const { pairs, pairFirst, pairOrder } = spinner;
  const replacements: Replacement[] = [];
  const fitting: number[] = [];
  const fates = new Map<number, number>();
  const curly = scanned.text.includes("’");
  for (let from = 0; from < count; ) {
    let node = word[from] >= 0 && maySpin(scanned, from, habits.protect) ? spinner.trie.roots[word[from]] : 0;
    let to = from + 1;
    let next = to;
    let longest = -1;
    fitting.length = 0;
    for (; node !== 0; to++) {
      const key = spinner.trie.phraseAt[node];
      if (key >= 0) {
        const before = fitting.length;
        for (let at = pairFirst[key]; at < pairFirst[key + 1]; at++) {
          if (!fits(spinner, pairOrder[at], scanned, from, to)) continue;
          // A longer key was found: what the shorter one had is forgotten.
          if (fitting.length === before && before > 0) fitting.length = 0;
          fitting.push(pairOrder[at]);
          longest = key;
          next = to;
        }
      }
      if (spinner.trie.inner[node] === 0 || to >= count || word[to] < 0) break;
      if (scanned.gap[to] & PARAGRAPH_START || !maySpin(scanned, to, habits.protect)) break;
      node = step(spinner.trie, node, word[to]);
    }
    const works = fitting.length > 0 && (habits.worksAt?.(start[from]) ?? true);
    const decided = works ? decide(spinner, fitting, rate, habits, random) : LEFT;
    const pair = works && habits.steady ? settled(fates, longest, fitting, decided) : decided;
    if (pair !== LEFT) {
      const cased = writtenAs(spinner, pair, scanned, from, next, curly);
      const inBraces = habits.braces !== undefined && random() < habits.braces;
      const spun = inBraces ? braced(cased, pairs[fitting[Math.floor(random() * fitting.length)]].spun, random) : cased;
      replacements.push({ start: start[from], end: end[next - 1], spun, pair });
    }
    from = next;
  }
  return replacements;
}

/** A word or phrase that stays as it is. */
const LEFT = -1;

/** The pair by which an occurrence is replaced, or `LEFT`. */
function decide(
  spinner: Spinner,
  fitting: readonly number[],
  rate: number | "list-size",
  { choice }: SpinHabits,
  random: Random,
): number {
  const replaced = rate === "list-size" ? fitting.length / (fitting.length + 1) : rate;
  return random() < replaced ? choose(spinner, fitting, choice, random) : LEFT;
}

/** What was decided when the key was first met, as far as that fits here. */
function settled(fates: Map<number, number>, key: number, fitting: readonly number[], decided: number): number {
  const fate = fates.get(key);
  if (fate === LEFT || (fate !== undefined && fitting.includes(fate))) return fate;
  fates.set(key, decided);
  return decided;
}

function maySpin(scanned: Scan, token: number, protect: boolean): boolean {
  if (scanned.kind[token] > TokenKind.Clitic || scanned.region[token] === Region.Protected) return false;
  const letterCase = scanned.letterCase[token];
  if (!protect) return letterCase !== LetterCase.Mixed;
  const small = letterCase === LetterCase.Lower || letterCase === LetterCase.None;
  return small && scanned.region[token] !== Region.Quotation;
}

/** Whether a pair's original stands at the tokens `from .. to` as the list has it. */
function fits(spinner: Spinner, pair: number, scanned: Scan, from: number, to: number): boolean {
  const { start, end, letterCase, gap, text } = scanned;
  const { original } = spinner.pairs[pair];
  if (spinner.exact[pair] === 1) {
    const written = text
      .slice(start[from], end[to - 1])
      .replace(/\s+/g, " ")
      .replaceAll("’", "'");
    return written === original || (letterCase[from] === LetterCase.Capitalised && uncapitalised(written) === original);
  }
  if (letterCase[from] === LetterCase.Upper) return false;
  for (let i = from + 1; i < to; i++) {
    if (!(gap[i] & SPACE_BEFORE)) return false;
    if (letterCase[i] !== LetterCase.Lower && letterCase[i] !== LetterCase.None) return false;
  }
  return true;
}

function uncapitalised(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function choose(spinner: Spinner, fitting: readonly number[], choice: SpinHabits["choice"], random: Random): number {
  if (choice === "uniform") return fitting[Math.floor(random() * fitting.length)];
  let sum = 0;
  for (const pair of fitting) sum += spinner.pairs[pair].weight;
  let mark = random() * sum;
  for (const pair of fitting) {
    mark -= spinner.pairs[pair].weight;
    if (mark < 0) return pair;
  }
  return fitting[fitting.length - 1];
}

/** A pair's spun form with the letter case and apostrophes of the text. */
function writtenAs(spinner: Spinner, pair: number, scanned: Scan, from: number, to: number, curly: boolean): string {
  const { spun } = spinner.pairs[pair];
  const cased = copyCase(spun, scanned.letterCase[from], scanned.letterCase[to - 1], to - from);
  return curly && cased.includes("'") ? cased.replaceAll("'", "’") : cased;
}

function braced(form: string, other: string, random: Random): string {
  return other === form || random() < 0.5 ? `{${form}}` : `{${form}|${other}}`;
}

function rewrite(text: string, replacements: readonly Replacement[]): string {
  let spun = "";
  let at = 0;
  for (const { start, end, spun: form } of replacements) {
    spun += text.slice(at, start) + form;
    at = end;
  }
  return spun + text.slice(at);
}

/** The replacements in the offsets of the spun text, without those that changed nothing in the end. */
function goldOf(text: string, replacements: readonly Replacement[]): GoldSpan[] {
  const gold: GoldSpan[] = [];
  let shift = 0;
  for (const { start, end, spun, pair } of replacements) {
    const original = text.slice(start, end);
    if (spun !== original) gold.push({ start: start + shift, end: start + shift + spun.length, spun, original, pair });
    shift += spun.length - original.length;
  }
  return gold;
}
