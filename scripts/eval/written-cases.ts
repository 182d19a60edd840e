import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { NgramModel } from "../../src/context/ngram.js";
import { withAccepted } from "./scoring/accepted.js";
import { type GoldCase, goldCaseOf, type WrittenCase } from "./scoring/gold.js";
import { withSilence } from "./silent.js";
import { type CleanText, readShared } from "./texts.js";

const SEED_REFERENCE = new URL("../../tests/fixtures/eval/seed-reference.json", import.meta.url);
const CASES = new URL("../../tests/cases/", import.meta.url);

/** The seed article with a reader's restoration; `undefined` where the article is not at hand. */
export function readSeedCase(): GoldCase | undefined {
  const text = readShared("seed/article.txt");
  if (text === undefined) return undefined;
  const reference = JSON.parse(readFileSync(SEED_REFERENCE, "utf8")) as Omit<WrittenCase, "text">;
  return goldCaseOf({ ...reference, text });
}

/** A hand-written case of a register. */
export interface WildCase extends GoldCase {
  readonly register: string;
}

interface WildLine {
  readonly id: string;
  readonly register: string;
  readonly text: string;
  readonly reference: string;
  /** By words of the text: what is as good there as what the reference has. */
  readonly accept?: Readonly<Record<string, readonly string[]>>;
}

/** The hand-written spun passages; none if the file is not there. @param model says which swaps are silent */
export function readWildCases(model: NgramModel): WildCase[] {
  return readLines<WildLine>("wild.jsonl").map(({ register, accept, ...written }) => {
    const { id, text, gold } = goldCaseOf(written);
    const lenient = withAccepted(text, gold, Object.entries(accept ?? {}));
    return { id, text, register, gold: withSilence(model, written.reference, lenient) };
  });
}

/** A passage around a phrase that is to be restored in it. */
export interface BehaviourCase extends GoldCase {
  readonly phrase: string;
  /** What stands in the text, and what must stand in its place. */
  readonly must: readonly (readonly [spun: string, restored: string])[];
}

interface BehaviourLine {
  readonly id: string;
  readonly text: string;
  readonly reference: string;
  readonly phrase: string;
  readonly must: BehaviourCase["must"];
}

/** Phrases of the seed article in other surroundings; none if the file is not there. */
export function readBehaviourCases(model: NgramModel): BehaviourCase[] {
  return readLines<BehaviourLine>("behaviour.jsonl").map(({ phrase, must, reference, ...written }) => {
    const { id, text, gold } = goldCaseOf({ ...written, reference });
    return { id, text, gold: withSilence(model, reference, gold), phrase, must };
  });
}

/** A clean passage in which spun forms are right. */
export interface NegativeCase {
  readonly id: string;
  readonly text: string;
  readonly why: string;
}

/** The hand-written clean passages; none if the file is not there. */
export function readNegativeCases(): NegativeCase[] {
  return readLines<NegativeCase>("negative.jsonl");
}

/** The clean articles beside the cases; none if they are not there. */
export function readCleanNews(): CleanText[] {
  const directory = new URL("clean-news/", CASES);
  if (!existsSync(directory)) return [];
  const files = readdirSync(directory).filter((file) => file.endsWith(".txt"));
  return files.sort().map((file) => ({
    source: "clean-news",
    id: `clean-news-${file}`,
    text: readFileSync(new URL(file, directory), "utf8").trimEnd(),
  }));
}

function readLines<Line>(file: string): Line[] {
  const url = new URL(file, CASES);
  if (!existsSync(url)) return [];
  const lines = readFileSync(url, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as Line);
}
