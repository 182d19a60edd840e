import { assembleUnspinner, type Unspinner } from "../../src/unspin.js";
import { spin } from "../simulate/spin.js";
import { type DocumentScore, scoreDocument } from "./scoring/score.js";
import { type ScoreTotals, totalsOf } from "./scoring/totals.js";
import type { Setting } from "./setting.js";
import { readCommitted } from "./texts.js";
import {
  type NegativeCase,
  readBehaviourCases,
  readNegativeCases,
  readSeedCase,
  readWildCases,
} from "./written-cases.js";

/** Figures on what people wrote by hand. */
export interface WrittenFigures {
  /** The seed article, if it is at hand. */
  readonly seed: ScoreTotals | undefined;
  /** The hand-written spun passages by register, and all together. */
  readonly registers: readonly { readonly register: string; readonly totals: ScoreTotals }[];
  /** Phrases of the seed article in other surroundings. */
  readonly behaviours: readonly BehaviourFigures[];
  readonly mistakes: readonly string[];
  readonly negatives: readonly NegativeFigures[];
}

/** How often a phrase was restored as it must be. */
export interface BehaviourFigures {
  readonly phrase: string;
  readonly cases: number;
  readonly met: number;
}

/** What was done to clean passages in which spun forms are right. */
export interface NegativeFigures {
  readonly name: string;
  readonly passages: number;
  readonly edited: number;
  readonly edits: number;
  readonly mistakes: readonly string[];
}

/** Restores the hand-written texts with the complete dictionary. */
export function measureWritten(setting: Setting): WrittenFigures {
  const restorer = assembleUnspinner(setting.libraries.complete.resources);
  const seedCase = readSeedCase();
  const seed = seedCase && scoreDocument(seedCase, restorer.unspin(seedCase.text).text);
  const { language } = setting.libraries.complete.resources;
  const wild = readWildCases(language).map((each) => {
    const { text, detection } = restorer.unspin(each.text);
    return { register: each.register, spun: detection.spun, score: scoreDocument(each, text) };
  });
  const registers = [...new Set(wild.map(({ register }) => register))].sort();
  const scoresOf = (register?: string): DocumentScore[] =>
    wild.filter((each) => register === undefined || each.register === register).map(({ score }) => score);
  const edited = wild.filter(({ spun }) => spun).map(({ score }) => score);
  const behaviours = readBehaviourCases(language).map((each) => {
    const restored = restorer.unspin(each.text).text;
    const met = each.must.every(([spun, right]) => restored.includes(right) && !restored.includes(spun));
    return { phrase: each.phrase, met, score: scoreDocument(each, restored) };
  });
  const behaviourScores = behaviours.map(({ score }) => score);
  return {
    seed: seed && totalsOf([seed]),
    registers: [
      ...registers.map((register) => ({ register, totals: totalsOf(scoresOf(register)) })),
      ...(wild.length > 0 ? [{ register: "all registers", totals: totalsOf(scoresOf()) }] : []),
      ...(wild.length > 0 ? [{ register: "all, without those taken for clean", totals: totalsOf(edited) }] : []),
      ...(behaviours.length > 0 ? [{ register: "around the seed's phrases", totals: totalsOf(behaviourScores) }] : []),
    ],
    behaviours: [...new Set(behaviours.map(({ phrase }) => phrase))].map((phrase) => {
      const cases = behaviours.filter((each) => each.phrase === phrase);
      return { phrase, cases: cases.length, met: cases.filter((each) => each.met).length };
    }),
    mistakes: [...(seed ? [seed] : []), ...scoresOf(), ...behaviourScores].flatMap(mistakesOf),
    negatives: measureNegatives(setting, restorer),
  };
}

function mistakesOf({ id, gold, outcomes, written, harm }: DocumentScore): string[] {
  const mistakes = outcomes.flatMap((outcome, index) => {
    const { spun, original } = gold[index];
    if (outcome === "missed") return [`${id}: missed: ${spun} < ${original}`];
    return outcome === "wrong" ? [`${id}: wrong: ${spun} < ${original}, not ${written[index]}`] : [];
  });
  return [...mistakes, ...harm.map((edit) => `${id}: harm: ${edit.before} is right, not ${edit.after}`)];
}

/** Each passage by itself, and as the last paragraph of a spun article, where suspicion is high. */
function measureNegatives(setting: Setting, restorer: Unspinner): NegativeFigures[] {
  const passages = readNegativeCases();
  if (passages.length === 0) return [];
  const articles = readCommitted();
  const spinner = setting.spinners.dictionary;
  const alone = count("by themselves", passages, (text) => editsBehind(restorer, "", text));
  if (!spinner) return [alone];
  const fronts = articles.map(({ text, id }) => {
    return `${spin(spinner, text, { rate: 0.5, choice: "weighted", protect: true }, id).text}\n\n`;
  });
  return [
    alone,
    count("behind a spun article", passages, (text, index) =>
      editsBehind(restorer, fronts[index % fronts.length], text),
    ),
  ];
}

function editsBehind(restorer: Unspinner, front: string, text: string): string[] {
  const { edits } = restorer.unspin(front + text);
  return edits.filter((edit) => edit.start >= front.length).map((edit) => `${edit.before} > ${edit.after}`);
}

function count(
  name: string,
  passages: readonly NegativeCase[],
  editsOf: (text: string, index: number) => string[],
): NegativeFigures {
  const found = passages.map(({ id, text }, index) => editsOf(text, index).map((edit) => `${id}: ${edit}`));
  return {
    name,
    passages: passages.length,
    edited: found.filter((edits) => edits.length > 0).length,
    edits: found.flat().length,
    mistakes: found.flat(),
  };
}
