import { existsSync, readFileSync } from "node:fs";
import { type GoldCase, goldCaseOf, type WrittenCase } from "./scoring/gold.js";
import { readShared } from "./texts.js";

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
  readonly accept?: readonly string[];
}

/** The hand-written spun passages; none if the file is not there. */
export function readWildCases(): WildCase[] {
  return readLines<WildLine>("wild.jsonl").map((line) => ({ ...goldCaseOf(line), register: line.register }));
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

function readLines<Line>(file: string): Line[] {
  const url = new URL(file, CASES);
  if (!existsSync(url)) return [];
  const lines = readFileSync(url, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as Line);
}
