import compromise from "compromise";
import { LocalLinter } from "harper.js";
import { binary } from "harper.js/binary";
import retextEnglish from "retext-english";
import { unified } from "unified";
import model from "wink-eng-lite-web-model";
import winkNlp from "wink-nlp";
import { readEntries } from "../scripts/dictionary/sources.js";
import { pairsOfEntries } from "../scripts/simulate/spin-pairs.js";
import type { Library } from "./library.js";

/** A way to work through a text, and what it gives for it. */
export interface Contestant {
  readonly name: string;
  readonly gives: string;
  /** How much text it is timed on, of what there is: 1 is all, slow ones get less. */
  readonly share: number;
  run(text: string): unknown;
}

/** The library in its ways of working; the first one is what all others are measured against. */
export function ourselves({ createUnspinner }: Library): Contestant[] {
  const restorer = createUnspinner();
  return [
    { name: "unspin", gives: "restored text, edits, verdict", share: 1, run: (text) => restorer.unspin(text) },
    { name: "unspin, detect only", gives: "verdict", share: 1, run: (text) => restorer.detect(text) },
  ];
}

/** What the library is compared with. */
export async function peers(): Promise<Contestant[]> {
  const sentences = winkNlp(model, ["sbd"]);
  const tagged = winkNlp(model, ["sbd", "pos"]);
  const parser = unified().use(retextEnglish).freeze();
  const linter = new LocalLinter({ binary });
  await linter.setup();
  return [
    { name: "regular expression", gives: "tokens", share: 1, run: (text) => text.match(TOKEN) },
    { name: "naive replace-all", gives: "text with every dictionary word replaced", share: 1, run: naiveReplacer() },
    {
      name: "wink-nlp",
      gives: "sentences and tokens",
      share: 1,
      run(text) {
        const document = sentences.readDoc(text);
        return [document.sentences().out(), document.tokens().out()];
      },
    },
    {
      name: "wink-nlp, bare",
      gives: "its own form of the same, no strings made",
      share: 1,
      run: (text) => sentences.readDoc(text),
    },
    {
      name: "wink-nlp + part of speech",
      gives: "sentences, tokens, tags",
      share: 1,
      run(text) {
        const document = tagged.readDoc(text);
        return [document.sentences().out(), document.tokens().out(), document.tokens().out(tagged.its.pos)];
      },
    },
    { name: "retext-english", gives: "syntax tree", share: 0.5, run: (text) => parser.parse(text) },
    { name: "compromise", gives: "tagged terms", share: 0.05, run: (text) => compromise(text).json() },
    { name: "harper.js", gives: "grammar lints", share: 0.005, run: (text) => linter.lint(text) },
  ];
}

const TOKEN = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu;

/** What a table of words without context does: every word that is some spun form becomes its most typical original. */
function naiveReplacer(): (text: string) => string {
  const best = new Map<string, { readonly original: string; readonly weight: number }>();
  for (const { spun, original, weight } of pairsOfEntries(readEntries())) {
    if ((best.get(spun)?.weight ?? 0) < weight) best.set(spun, { original, weight });
  }
  return (text) => text.replace(/[A-Za-z]+(?:['’-][A-Za-z]+)*/g, (word) => best.get(word)?.original ?? word);
}
