import type { Dictionary } from "../dictionary/compile.js";
import { listed } from "../dictionary/word-lists.js";
import { LetterCase } from "../text/case.js";
import type { Scan } from "../text/scan.js";
import { PARAGRAPH_START, TokenKind } from "../text/tokens.js";
import { type Alternative, findGroups, type Group, markAt } from "./groups.js";
import type { Mend } from "./mend.js";
import { type Fluent, modelWordsIn, plausibilityOf } from "./plausibility.js";
import { hasTemplates, standsInProse } from "./prose.js";
import { kinship, originalsOf } from "./related.js";

/** What decides about braces. */
export interface BraceSetting {
  readonly scan: Scan;
  readonly dictionary: Dictionary;
  readonly fluent: Fluent;
  /** Whether the text was found to be spun: then braces around words are taken away that prove nothing by themselves. */
  readonly spun: boolean;
}

/** Probability that a spinner left the braces, once they are found to be its own. */
const CERTAIN = 0.97;
const LIKELY = 0.9;
/** A choice is proof if more than this share of it is of one family. */
const LEAST_KINSHIP = 2 / 3;
/** How much the first alternative, where templates put the original, is preferred, in nats. */
const FIRST = 0.7;
/** How much an original is preferred to what is swapped for it. */
const ORIGINAL = 1.5;
/** The language model's log-odds count for this much, as with swaps. */
const FLUENCY_WEIGHT = 0.55;
/** So many ways to read a group are weighed. */
const MOST_READINGS = 24;
/** Words between braces and no bar. */
const LONGEST_SINGLE = 6;

/**
 * Mends what spinners leave of their templates: {dollars|bucks} becomes the more plausible of the two, {that a} loses
 * its braces. A choice between words that are swapped for each other is proof by itself, and vouches for the text's other
 * choices; so do braces around a piece of a sentence. Everything else waits for a text that is spun.
 */
export function mendBraces(setting: BraceSetting): Mend[] {
  const { scan, spun, dictionary } = setting;
  const { wordLists } = dictionary;
  const groups = findGroups(scan).filter((group) => standsInProse(scan, group));
  const choices = groups.filter((group) => isChoice(scan, group));
  const proven = spun || choices.some((group) => isProof(setting, group));
  const mends = proven ? choices.map((group) => mendChoice(setting, group)) : [];
  if (hasTemplates(scan.text)) return mends;
  const singles = groups.filter((group) => group.alternatives.length === 1);
  // One place-holder, and braces mean place-holders in this text.
  if (singles.some((group) => listed(wordLists, "placeHolders").has(firstReading(scan, group)))) return mends;
  const mendable = spun
    ? singles
    : singles.filter((group) => isOfSentence(firstReading(scan, group), listed(wordLists, "ofSentences")));
  mends.push(...mendable.flatMap((group) => mendSingle(setting, group)));
  return spun ? [...mends, ...mendLoneBraces(scan, groups)] : mends;
}

/** Whether words are a piece of a sentence rather than a name of something. */
function isOfSentence(reading: string, ofSentences: ReadonlySet<string>): boolean {
  const words = reading.split(" ");
  return words.length > 1 && words.some((word) => ofSentences.has(word));
}

/** Whether bars stand between words or phrases; {x | x > 0} has none. */
function isChoice(scan: Scan, group: Group): boolean {
  const readings = group.alternatives.flatMap((alternative) => readingsOf(scan, alternative));
  return group.alternatives.length > 1 && readings.every((reading) => /\p{L}{2}|^[ai]$|^\d/iu.test(reading));
}

function isProof({ scan, dictionary }: BraceSetting, group: Group): boolean {
  const firsts = group.alternatives.map((alternative) => readingsOf(scan, alternative)[0] ?? "");
  return kinship(dictionary, firsts) > LEAST_KINSHIP;
}

function firstReading(scan: Scan, group: Group): string {
  return group.alternatives.flatMap((alternative) => readingsOf(scan, alternative))[0] ?? "";
}

function mendChoice(setting: BraceSetting, group: Group): Mend {
  const { scan } = setting;
  const readings = group.alternatives.map((alternative) => readingsOf(scan, alternative));
  const distinct = readings.flat().slice(0, MOST_READINGS);
  const scores = distinct.map((reading) => scoreOf(setting, group, reading, distinct, readings[0]?.includes(reading)));
  const most = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp(score - most), 0);
  const ranked = distinct
    .map((text, index) => ({ text, probability: (CERTAIN * Math.exp(scores[index] - most)) / sum }))
    .sort((a, b) => b.probability - a.probability);
  const [best, ...alternatives] = ranked;
  // The braces go, whichever word was meant: a wrong choice is still better than all of them.
  const probability = Math.max(best.probability, group.closed ? LIKELY : 0.7);
  const reason = "a choice of the spinner's template stands open";
  return mend(scan, group, { ...best, probability, alternatives, reason });
}

/** All ways to read an alternative, inner groups resolved each way. */
function readingsOf(scan: Scan, alternative: Alternative): string[] {
  let readings = [""];
  let end = -1;
  for (const part of alternative) {
    const from = typeof part === "number" ? part : part.from;
    const gap = end < 0 ? "" : scan.text.slice(end, scan.start[from]);
    const texts =
      typeof part === "number"
        ? [scan.text.slice(scan.start[part], scan.end[part])]
        : part.alternatives.flatMap((inner) => readingsOf(scan, inner));
    readings = readings.flatMap((head) => texts.map((text) => head + gap + text)).slice(0, MOST_READINGS);
    end = scan.end[typeof part === "number" ? part : part.to - 1];
  }
  return readings;
}

function scoreOf(
  { dictionary, fluent }: BraceSetting,
  group: Group,
  reading: string,
  readings: readonly string[],
  first = false,
): number {
  const fluency = plausibilityOf(fluent, group.from, group.to, modelWordsIn(fluent, reading));
  const lower = reading.toLowerCase();
  const swapped = originalsOf(dictionary, reading);
  const isSwap = readings.some((other) => swapped.includes(other.toLowerCase()));
  const isOriginal = readings.some((other) => other !== reading && originalsOf(dictionary, other).includes(lower));
  return FLUENCY_WEIGHT * fluency + (isOriginal && !isSwap ? ORIGINAL : 0) + (first ? FIRST : 0);
}

/** {that a}: a choice with nothing to choose from. */
function mendSingle({ scan, dictionary }: BraceSetting, group: Group): Mend[] {
  const [alternative = []] = group.alternatives;
  if (alternative.length === 0 || alternative.length > LONGEST_SINGLE) return [];
  const words = alternative.filter((part) => typeof part === "number");
  const known = words.every((token) => scan.kind[token] <= TokenKind.Clitic && scan.word[token] >= 0);
  if (words.length !== alternative.length || !known) return [];
  const [first] = words;
  const opens = (scan.gap[group.from] & PARAGRAPH_START) !== 0 || scan.kind[group.from - 1] === TokenKind.Stop;
  const cased = words.every((token) => scan.letterCase[token] === LetterCase.Lower || (opens && token === first));
  const [text = ""] = readingsOf(scan, alternative);
  if (!cased || listed(dictionary.wordLists, "placeHolders").has(text) || /^[\d\s]*$|^.$/u.test(text)) return [];
  return [mend(scan, group, { text, probability: LIKELY, alternatives: [], reason: "the spinner left its braces" })];
}

/** Braces that lost their other half. */
function mendLoneBraces(scan: Scan, groups: readonly Group[]): Mend[] {
  const mends: Mend[] = [];
  for (const at of loneBraces(scan)) {
    if (groups.some((group) => group.from <= at && at < group.to)) continue;
    const opens = markAt(scan, at) === "{";
    const word = opens ? at + 1 : at - 1;
    const attached = opens ? scan.start[word] === scan.end[at] : scan.end[word] === scan.start[at];
    const around = { from: Math.min(at, word), to: Math.max(at, word) + 1 };
    if (!attached || scan.letterCase[word] !== LetterCase.Lower || !standsInProse(scan, around)) continue;
    const brace = { from: at, to: at + 1 };
    mends.push(
      mend(scan, brace, { text: "", probability: 0.85, alternatives: [], reason: "the spinner left a brace" }),
    );
  }
  return mends;
}

/** The tokens that are braces and have no other half in their paragraph. */
function loneBraces(scan: Scan): number[] {
  const lone: number[] = [];
  let open: number[] = [];
  for (let at = 0; at < scan.count; at++) {
    if (scan.gap[at] & PARAGRAPH_START) {
      lone.push(...open);
      open = [];
    }
    const mark = markAt(scan, at);
    if (mark === "{") open.push(at);
    else if (mark === "}" && open.pop() === undefined) lone.push(at);
  }
  return [...lone, ...open];
}

function mend(
  scan: Scan,
  { from, to }: Pick<Group, "from" | "to">,
  content: Pick<Mend, "text" | "probability" | "alternatives" | "reason">,
): Mend {
  return { start: scan.start[from], end: scan.end[to - 1], kind: "artefact", entry: "artefacts: braces", ...content };
}
