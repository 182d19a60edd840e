import type { Entry } from "../../src/dictionary/entry.js";
import { inflectPair } from "../../src/dictionary/inflect.js";
import { wordsOf } from "../../src/dictionary/phrases.js";
import type { Resources } from "../../src/resources.js";
import { scan } from "../../src/text/scan.js";
import { findSigns } from "../../src/translation/translate.js";
import { judge } from "./judge.js";
import type { Finding } from "./rules.js";
import { IRREGULAR } from "./sources.js";

/** What is written in place of a stretch of text. */
export interface Written {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Decides a sentence. */
export type Decide = (text: string) => Written[];

/** An example sentence with the place of its spun form. */
interface Example {
  /** Without the underscores. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Checks the examples of all entries; what did not come as wanted is found. */
export function checkExamples(entries: readonly Entry[], decide: Decide): Finding[] {
  return entries.flatMap((entry) => [
    ...entry.fires.flatMap((sentence) => checkExample(decide, entry, sentence, true)),
    ...entry.stays.flatMap((sentence) => checkExample(decide, entry, sentence, false)),
  ]);
}

/** Decides as the library would in a text that is known to be spun. */
export function decideSpun(resources: Resources): Decide {
  return (sentence) => {
    const { lattice, choices, written } = judge(resources, sentence);
    const { scan: tokens, from, to } = lattice;
    return choices.map(({ site }, index) => {
      return { start: tokens.start[from[site]], end: tokens.end[to[site] - 1], text: written[index] };
    });
  };
}

/** Decides as the library would in a text that is known to be translated. */
export function decideTranslated({ dictionary, language: model, translation }: Resources): Decide {
  return (sentence) => {
    const signs = findSigns({ scan: scan(sentence, dictionary.phrases.vocabulary), model, translation });
    return signs.flatMap(({ mends }) => mends);
  };
}

function checkExample(decide: Decide, entry: Entry, sentence: string, fires: boolean): Finding[] {
  const finding = (message: string): Finding[] => [{ entry, message: `${message} in "${sentence}"` }];
  const example = readExample(sentence);
  if (!example) return finding("the spun form must stand in _underscores_, once,");
  const form = example.text.slice(example.start, example.end).toLowerCase();
  const originals = inflectPair(entry.spun, entry.original, entry.inflection, IRREGULAR)
    .filter((pair) => pair.spun.toLowerCase() === form)
    .map((pair) => pair.original);
  if (originals.length === 0) return finding(`"${form}" is no form of this entry`);
  const came = decide(example.text).flatMap(({ start, end, text }) =>
    overlaps({ start, end }, example) ? [text] : [],
  );
  const fired = came.some((text) => originals.some((original) => containsWords(text, original)));
  if (fired === fires) return [];
  const wanted = `${fires ? "wanted" : "did not want"} "${originals.join('" or "')}"`;
  return finding(`${wanted}, ${came.length === 0 ? "nothing was changed" : `got "${came.join('" and "')}"`}`);
}

/** Reads "the _spun form_ stands here"; `undefined` if nothing or more than one thing is marked. */
export function readExample(sentence: string): Example | undefined {
  const parts = sentence.split("_");
  if (parts.length !== 3 || parts[1] === "") return undefined;
  const [before = "", form = ""] = parts;
  return { text: parts.join(""), start: before.length, end: before.length + form.length };
}

function overlaps(written: Pick<Written, "start" | "end">, example: Example): boolean {
  return written.start < example.end && written.end > example.start;
}

function containsWords(text: string, phrase: string): boolean {
  return ` ${wordsOf(text).join(" ")} `.includes(` ${wordsOf(phrase).join(" ")} `);
}
