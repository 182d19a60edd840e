import { createUnspinner } from "../../src/index.js";
import { domainNames } from "../dictionary/sources.js";
import { sample } from "./excerpts.js";
import { type CleanText, countWords, readSource } from "./texts.js";

/** What clean text of one register there is. */
interface RegisterText {
  readonly sources: readonly string[];
  readonly words: number;
  /** False edits by domain, as the edits name it. */
  readonly edits: ReadonlyMap<string, number>;
}

/** What a domain's entries do to clean text. */
export interface DomainHarm {
  readonly domain: string;
  /** The corpora that are written as the domain is; none for one that belongs to no register, or whose corpora are missing. */
  readonly sources: readonly string[];
  /** Clean words of these corpora, and the false edits that the domain makes in them. */
  readonly ownWords: number;
  readonly ownEdits: number;
  /** The same in all corpora that were read. */
  readonly words: number;
  readonly edits: number;
}

/** Harm by domain, and what was left out. */
export interface DomainFigures {
  readonly rows: readonly DomainHarm[];
  /** Every false edit: source, domain, what was written for what. */
  readonly mistakes: readonly string[];
  readonly missing: readonly string[];
}

/** By register: the corpora at hand that are written in it, and the domains that belong to it. Most were trained on. */
const REGISTERS: readonly { readonly domains: readonly string[]; readonly sources: readonly string[] }[] = [
  { domains: ["business"], sources: ["fed_beige_book_1970_2002", "fed_beige_book_2003_2026"] },
  { domains: ["science", "science-words"], sources: ["scitldr_abstracts"] },
  { domains: ["health"], sources: ["medquad_nih_health"] },
  {
    domains: ["news", "law"],
    sources: ["senate_press_releases", "whitehouse_statements", "whitehouse_remarks_briefings"],
  },
  { domains: ["tech"], sources: ["python_peps", "ropensci_blog", "digitalgov_cc0", "bitcoin_transcripts"] },
  { domains: ["learning"], sources: ["openstax_textbooks"] },
  { domains: ["living"], sources: ["based_cooking_recipes"] },
];
/** What edits name besides dictionaries. */
const RULES = ["artefacts"];

/**
 * Restores clean text of each register and counts false edits by domain.
 *
 * @param most words that are read of a source
 * @param readTexts gives a source's documents, `undefined` if it is not at hand
 */
export function measureDomains(most: number, readTexts = readSource): DomainFigures {
  const { unspin } = createUnspinner();
  const mistakes: string[] = [];
  const missing: string[] = [];
  const readRegister = (sources: readonly string[]): RegisterText => {
    const edits = new Map<string, number>();
    const found: string[] = [];
    let words = 0;
    for (const source of sources) {
      const texts = readTexts(source);
      if (!texts) {
        missing.push(source);
        continue;
      }
      found.push(source);
      for (const { id, text } of upTo(sample(texts, texts.length, "domains"), most)) {
        words += countWords(text);
        for (const { entry, before, after } of unspin(text).edits) {
          const [domain = ""] = entry.split(":");
          edits.set(domain, (edits.get(domain) ?? 0) + 1);
          mistakes.push(`${id}: ${entry}: ${JSON.stringify(before)} > ${JSON.stringify(after)}`);
        }
      }
    }
    return { sources: found, words, edits };
  };
  const read = REGISTERS.map(({ domains, sources }) => ({
    domains,
    text: readRegister(sources),
  }));
  const words = read.reduce((sum, { text }) => sum + text.words, 0);
  const rows = [...domainNames(), ...RULES].map((domain) => {
    const own = read.find(({ domains }) => domains.includes(domain))?.text;
    return {
      domain,
      sources: own?.sources ?? [],
      ownWords: own?.words ?? 0,
      ownEdits: own?.edits.get(domain) ?? 0,
      words,
      edits: read.reduce((sum, { text }) => sum + (text.edits.get(domain) ?? 0), 0),
    };
  });
  return { rows, mistakes, missing };
}

/** The first documents, until there are so many words. */
function upTo(texts: readonly CleanText[], most: number): CleanText[] {
  let words = 0;
  return texts.filter(({ text }) => {
    const taken = words < most;
    if (taken) words += countWords(text);
    return taken;
  });
}

/** False edits in a million words; 0 where nothing was read. */
export function perMillion(edits: number, words: number): number {
  return words === 0 ? 0 : (1_000_000 * edits) / words;
}
