import { rankByInterchange } from "./interchange.js";
import { mobyNeighbours } from "./moby.js";
import { originKey, originsOf } from "./origins.js";
import { wordnetNeighbours } from "./wordnet.js";
import { openWorkbench } from "./workbench.js";

/** How many candidates are shown. */
const SHOWN = 60;

/**
 * Candidates for both sides of a word, to be read by a person: what thesauri relate to it, the best first, and whether
 * the dictionaries hold the pair already, the word as spun form ("<") or as original (">").
 */
export function propose(word: string): string {
  const { entries, resources } = openWorkbench();
  const origins = originsOf(entries);
  const moby = mobyNeighbours(word);
  const wordnet = wordnetNeighbours(word);
  const names = [...new Set([...(moby ?? []), ...wordnet])];
  const ranked = rankByInterchange(resources.language, word, names);
  const lines = ranked.slice(0, SHOWN).map(({ phrase, score }) => {
    const held = [
      origins.has(originKey(word, phrase)) ? "<" : "",
      origins.has(originKey(phrase, word)) ? ">" : "",
      moby?.includes(phrase) ? "moby" : "",
      wordnet.includes(phrase) ? "wordnet" : "",
    ];
    return `${phrase.padEnd(28)} ${score.toFixed(2).padStart(6)}  ${held.filter((mark) => mark !== "").join(" ")}`;
  });
  const absent = moby === undefined ? ['Without Moby: "npm install --no-save moby" adds it.'] : [];
  return [`${ranked.length} candidates for ${JSON.stringify(word)}`, ...lines, ...absent].join("\n");
}
