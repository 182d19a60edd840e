import type { Entry } from "../../src/dictionary/entry.js";
import { inflectPair } from "../../src/dictionary/inflect.js";
import { wordsOf } from "../../src/dictionary/phrases.js";
import type { Resources } from "../../src/resources.js";
import { judge } from "./judge.js";
import type { Finding } from "./rules.js";

/** An example sentence with the place of its spun form. */
interface Example {
  /** Without the underscores. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Decides the examples of all entries as the library would in spun text; what did not come as wanted is found. */
export function checkExamples(resources: Resources, entries: readonly Entry[]): Finding[] {
  return entries.flatMap((entry) => [
    ...entry.fires.flatMap((sentence) => checkExample(resources, entry, sentence, true)),
    ...entry.stays.flatMap((sentence) => checkExample(resources, entry, sentence, false)),
  ]);
}

function checkExample(resources: Resources, entry: Entry, sentence: string, fires: boolean): Finding[] {
  const finding = (message: string): Finding[] => [{ entry, message: `${message} in "${sentence}"` }];
  const example = readExample(sentence);
  if (!example) return finding("the spun form must stand in _underscores_, once,");
  const form = example.text.slice(example.start, example.end).toLowerCase();
  const originals = inflectPair(entry.spun, entry.original, entry.inflection)
    .filter((pair) => pair.spun.toLowerCase() === form)
    .map((pair) => pair.original);
  if (originals.length === 0) return finding(`"${form}" is no form of this entry`);
  const came = writtenAt(resources, example);
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

/** What the library writes at sites that overlap the example's span. */
function writtenAt(resources: Resources, { text, start, end }: Example): string[] {
  const { lattice, choices, written } = judge(resources, text);
  const { scan, from, to } = lattice;
  return written.filter((_, index) => {
    const { site } = choices[index];
    return scan.start[from[site]] < end && scan.end[to[site] - 1] > start;
  });
}

function containsWords(text: string, phrase: string): boolean {
  return ` ${wordsOf(text).join(" ")} `.includes(` ${wordsOf(phrase).join(" ")} `);
}
