import { readEntries } from "../scripts/dictionary/sources.js";
import { excerptsOf, sample } from "../scripts/eval/excerpts.js";
import { readTexts } from "../scripts/eval/texts.js";
import { type SpinHabits, spin } from "../scripts/simulate/spin.js";
import { OTHER_DIALECTS, pairsOfEntries } from "../scripts/simulate/spin-pairs.js";
import { buildSpinner, type Spinner } from "../scripts/simulate/spinner.js";

/** Documents that all contestants are given. */
export interface TextSet {
  readonly name: string;
  readonly documents: readonly string[];
}

/** Of so many mixed documents one was spun. */
const MIXED_EVERY = 20;
const LONG_DOCUMENT = 250_000;

/** The simulated spinner of all texts here: the whole dictionary, names and quotations protected. */
export function fullSpinner(): Spinner {
  return buildSpinner(pairsOfEntries(readEntries().filter(({ domain }) => !OTHER_DIALECTS.has(domain))));
}

const HABITS: SpinHabits = { rate: "list-size", protect: true, choice: "weighted" };

/** A text fully spun. @param worksAt where the spinner is at work; everywhere unless told */
export function spunText(spinner: Spinner, text: string, worksAt?: (offset: number) => boolean): string {
  return spin(spinner, text, worksAt ? { ...HABITS, worksAt } : HABITS, text.length).text;
}

/** Clean articles of 200 to 900 words from sources that nothing was learnt from, in a fixed order. */
export function cleanArticles(): string[] {
  const excerpts = excerptsOf(readTexts(false).texts, 200, 900);
  return sample(excerpts, excerpts.length, "bench").map(({ text }) => text);
}

/** Repeats and cuts a list of documents so that they are `characters` long together, as near as whole documents allow. */
export function upTo(documents: readonly string[], characters: number): string[] {
  const taken: string[] = [];
  for (let at = 0, sum = 0; sum < characters; at++) {
    const text = documents[at % documents.length];
    taken.push(text);
    sum += text.length;
  }
  return taken;
}

/** One document of exactly `characters`, cut at the last one. */
export function oneDocument(documents: readonly string[], characters: number): string {
  return upTo(documents, characters).join("\n\n").slice(0, characters);
}

/** The sets that the contestants are timed on, each of about `characters`. */
export function textSets(characters: number): TextSet[] {
  const clean = upTo(cleanArticles(), characters);
  const spinner = fullSpinner();
  const spun = clean.map((text) => spunText(spinner, text));
  const briefs = excerptsOf(readTexts(false).texts, 40, 100).map(({ text }) => text);
  const short = upTo(briefs.length > 0 ? briefs : clean, characters / 4);
  const long = (documents: readonly string[]): string[] => [oneDocument(documents, LONG_DOCUMENT)];
  return [
    { name: "clean articles", documents: clean },
    { name: "mixed, 5 % spun", documents: clean.map((text, at) => (at % MIXED_EVERY === 7 ? spun[at] : text)) },
    { name: "spun articles", documents: spun },
    { name: "short clean", documents: short },
    { name: "short spun", documents: short.map((text) => spunText(spinner, text)) },
    { name: "long clean", documents: long(clean) },
    { name: "long spun", documents: long(spun) },
  ];
}

/** How long documents are together, in UTF-16 code units. */
export function lengthOf(documents: readonly string[]): number {
  return documents.reduce((sum, text) => sum + text.length, 0);
}
