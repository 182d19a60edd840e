import { WORD_LISTS } from "../scripts/dictionary/sources.js";
import { compile, type Dictionary } from "../src/dictionary/compile.js";
import { COMPOSED } from "../src/dictionary/composition.js";
import { type Entry, parseEntries } from "../src/dictionary/entry.js";
import { layOut } from "../src/dictionary/lay-out.js";
import { match } from "../src/dictionary/match.js";
import { type Lattice, spellingOf } from "../src/lattice.js";
import { scan } from "../src/text/scan.js";
import { buildVocabulary } from "../src/text/vocabulary.js";

/** Words that a language model might know; everything else comes from the dictionary. */
export const KNOWN = buildVocabulary("the a an of to and in on said he she it was is dog's 's work place".split(" "));

/** Entries from lines whose fields stand apart by " | ". */
export function entriesOf(domain: string, ...lines: string[]): Entry[] {
  return parseEntries(lines.join("\n").replaceAll(" | ", "\t"), domain);
}

export function dictionaryOf(entries: readonly Entry[], terms: readonly string[] = []): Dictionary {
  return compile(layOut(entries, terms, WORD_LISTS), KNOWN);
}

/** The sites of a text, each as "form > original, original". */
export function sitesOf(dictionary: Dictionary, text: string): string[] {
  const lattice = match(dictionary, scan(text, dictionary.phrases.vocabulary));
  return Array.from({ length: lattice.siteCount }, (_, site) => {
    const { scan: tokens, from, to } = lattice;
    const form = text.slice(tokens.start[from[site]], tokens.end[to[site] - 1]);
    return `${form} > ${candidatesOf(lattice, site).join(", ")}`;
  });
}

function candidatesOf(lattice: Lattice, site: number): string[] {
  const candidates: string[] = [];
  for (let c = lattice.first[site]; c < lattice.first[site + 1]; c++) {
    const original = spellingOf(lattice.phrases, lattice.original[c]);
    candidates.push(lattice.entry[c] === COMPOSED ? `${original} (term)` : original);
  }
  return candidates.sort();
}
