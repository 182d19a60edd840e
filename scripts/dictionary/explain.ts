import { COMPOSED } from "../../src/dictionary/composition.js";
import { spellingOf } from "../../src/lattice.js";
import { type Judgement, judge, KNOWN_RATE } from "./judge.js";
import { describeEntry, type Origins, originKey, originsOf } from "./origins.js";
import { openWorkbench } from "./workbench.js";

/** Says what the library would make of a phrase in spun text, and why. */
export function explain(phrase: string): string {
  const { entries, resources } = openWorkbench();
  return explanationOf(judge(resources, phrase), originsOf(entries));
}

/** One paragraph a site, its candidates by falling probability. */
export function explanationOf(judgement: Judgement, origins: Origins): string {
  const { lattice } = judgement;
  const { scan, siteCount, from, to } = lattice;
  const lines = [`Read as part of a text in which ${KNOWN_RATE * 100} % of the swappable words were swapped.`];
  for (let site = 0; site < siteCount; site++) {
    const form = scan.text.slice(scan.start[from[site]], scan.end[to[site] - 1]);
    const index = judgement.choices.findIndex((choice) => choice.site === site);
    const verdict = index < 0 ? "left" : `restored: ${judgement.written[index]}`;
    lines.push("", `${form}  (${verdict})`, ...candidateLines(judgement, origins, site, form));
  }
  if (siteCount === 0) lines.push("", "No entry has a form that stands here.");
  return lines.join("\n");
}

function candidateLines(judgement: Judgement, origins: Origins, site: number, form: string): string[] {
  const { lattice, probability, odds, gain } = judgement;
  const candidates: number[] = [];
  for (let c = lattice.first[site]; c < lattice.first[site + 1]; c++) candidates.push(c);
  candidates.sort((a, b) => probability[b] - probability[a] || a - b);
  return candidates.flatMap((c) => {
    const original = spellingOf(lattice.phrases, lattice.original[c]);
    const numbers = [
      `p ${probability[c].toFixed(3)}`,
      `odds ${signed(odds[c])}`,
      `language model ${signed(gain[c])}`,
      `channel ${signed(lattice.channel[c])}`,
    ].join("  ");
    const sources =
      lattice.entry[c] === COMPOSED
        ? [`term put together from ${COMPOSING}`]
        : (origins.get(originKey(form, original)) ?? []).map(describeEntry);
    return [`  ${original.padEnd(24)} ${numbers}`, ...sources.map((source) => `      ${source}`)];
  });
}

const COMPOSING = "science-words.tsv and terms.txt";

/** Natural logarithms, with their sign. */
function signed(value: number): string {
  return `${value < 0 ? "" : "+"}${value.toFixed(2)}`;
}
