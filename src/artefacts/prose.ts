import { Region } from "../text/region.js";
import type { Scan } from "../text/scan.js";
import { TokenKind } from "../text/tokens.js";
import type { Group } from "./groups.js";

/** Signs that the line is code, a command, a template, a formula or data. */
const CODE = /\\[A-Za-z]+|[$#@%=<>(]\{|[=:]\s*\{|"\s*:|:\s*"|::|=>|\(\)|(?:^|[\s[])--[a-z]|;\s*$|^\s*[$>]\s/;
/** A template's place-holder: {{name}}, {% if %}, ${name}. */
const TEMPLATE = /\{\{[^{}|]{0,80}\}\}|\{[%#]|\$\{/;
/** So many words must stand around a group for it to stand in prose. */
const LEAST_WORDS = 3;
/** How far the line is looked at on each side. */
const REACH = 400;

/** Whether a text has place-holders of a template language in it. */
export function hasTemplates(text: string): boolean {
  return TEMPLATE.test(text);
}

/** Whether a group stands where a word could stand in running text. */
export function standsInProse(scan: Scan, group: Pick<Group, "from" | "to">): boolean {
  const { text, start, end } = scan;
  const from = start[group.from];
  const to = end[group.to - 1];
  if (from > 0 && !/[\s“‘"'([—–-]/.test(text[from - 1])) return false;
  if (to < text.length && !/[\s.,;:!?"'”’)\]—–-]/.test(text[to])) return false;
  return !CODE.test(lineAround(text, from, to)) && wordsAround(scan, group) >= LEAST_WORDS;
}

/** The line before and behind the group, which is left out. */
function lineAround(text: string, from: number, to: number): string {
  const before = text.slice(Math.max(0, from - REACH), from);
  const after = text.slice(to, to + REACH);
  const head = before.slice(before.lastIndexOf("\n") + 1);
  const newline = after.indexOf("\n");
  return `${head} ${newline < 0 ? after : after.slice(0, newline)}`;
}

function wordsAround(scan: Scan, group: Pick<Group, "from" | "to">): number {
  let words = 0;
  const count = (token: number): boolean => {
    if (token < 0 || token >= scan.count || scan.region[token] === Region.Protected) return false;
    if (scan.kind[token] === TokenKind.Word) words++;
    return words < LEAST_WORDS;
  };
  for (let at = group.from - 1; at >= group.from - 8 && count(at); at--);
  for (let at = group.to; at < group.to + 8 && count(at); at++);
  return words;
}
