import { readFileSync } from "node:fs";

const CASES = new URL("cases/", import.meta.url);

/** The cases of a file below tests/cases, one JSON object a line. */
export function readCaseFile<Case>(file: string): Case[] {
  const lines = readFileSync(new URL(file, CASES), "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line): Case => JSON.parse(line));
}
