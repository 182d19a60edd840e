import { Region } from "../text/region.js";
import type { Scan } from "../text/scan.js";
import { PARAGRAPH_START, SPACE_BEFORE, TokenKind } from "../text/tokens.js";

/** A spinner's choice as it stands in its templates: {dollars|bucks}; its alternatives may hold further ones. */
export interface Group {
  /** Tokens `from .. to` (exclusive), braces included. */
  readonly from: number;
  readonly to: number;
  readonly alternatives: readonly Alternative[];
  /** Whether both braces are there. */
  readonly closed: boolean;
}

/** Token indices and inner groups, in the order of the text. */
export type Alternative = readonly (number | Group)[];

/** A group is given up after so many tokens: a bound on what an unclosed brace can cost. */
const LONGEST_GROUP = 80;
const DEEPEST = 4;
/** Marks that prose may hold within an alternative. */
const PROSE_MARK = /^[,.'’“”"%$£€&!?()-]$/;

/**
 * Finds what looks like a spinner's choice: words between braces, bars between them. One that lacks a brace is taken for
 * one only where a single word stands on the open side. What is no prose (code, templates, formulas) is passed over.
 */
export function findGroups(scan: Scan): Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < scan.count; at++) {
    const mark = markAt(scan, at);
    const group =
      mark === "{"
        ? (readGroup(scan, at, 0) ?? readUnclosed(scan, at))
        : mark === "|"
          ? readUnopened(scan, at)
          : undefined;
    if (!group) continue;
    groups.push(group);
    at = group.to - 1;
  }
  return groups;
}

/** The character of a punctuation token that may be edited, "" for any other token. */
export function markAt(scan: Scan, token: number): string {
  if (token < 0 || token >= scan.count || scan.region[token] === Region.Protected) return "";
  if (scan.kind[token] < TokenKind.Stop || scan.kind[token] === TokenKind.Protected) return "";
  return scan.text.slice(scan.start[token], scan.end[token]);
}

function isWord(scan: Scan, token: number): boolean {
  return (
    token >= 0 && token < scan.count && scan.kind[token] <= TokenKind.Clitic && scan.region[token] !== Region.Protected
  );
}

function readGroup(scan: Scan, open: number, depth: number): Group | undefined {
  const alternatives: (number | Group)[][] = [[]];
  const stop = Math.min(scan.count, open + LONGEST_GROUP);
  for (let at = open + 1; at < stop; at++) {
    if (scan.gap[at] & PARAGRAPH_START) return undefined;
    const mark = markAt(scan, at);
    if (mark === "}") return { from: open, to: at + 1, alternatives, closed: true };
    if (mark === "|") alternatives.push([]);
    else if (mark === "{") {
      const inner = depth < DEEPEST ? readGroup(scan, at, depth + 1) : undefined;
      if (!inner) return undefined;
      alternatives.at(-1)?.push(inner);
      at = inner.to - 1;
    } else if (isWord(scan, at) || PROSE_MARK.test(mark)) alternatives.at(-1)?.push(at);
    else return undefined;
  }
  return undefined;
}

/** "{dollars|bucks were paid": the last alternative is one word. */
function readUnclosed(scan: Scan, open: number): Group | undefined {
  let bar = open + 1;
  while (bar < open + 6 && isWord(scan, bar)) bar++;
  if (bar === open + 1 || markAt(scan, bar) !== "|") return undefined;
  return readBars(scan, open, [range(open + 1, bar)], bar, false);
}

/** "dollars|bucks} were paid": the first alternative is one word. */
function readUnopened(scan: Scan, bar: number): Group | undefined {
  if (!isWord(scan, bar - 1) || scan.gap[bar] & SPACE_BEFORE) return undefined;
  const group = readBars(scan, bar - 1, [[bar - 1]], bar, true);
  return group && markAt(scan, group.to - 1) === "}" ? group : undefined;
}

/** Reads "|word" again and again, and a closing brace if that is what `closing` asks for. */
function readBars(scan: Scan, from: number, first: number[][], bar: number, closing: boolean): Group | undefined {
  const alternatives = [...first];
  let at = bar;
  while (markAt(scan, at) === "|" && isWord(scan, at + 1) && !(scan.gap[at + 1] & SPACE_BEFORE)) {
    alternatives.push([at + 1]);
    at += 2;
  }
  if (alternatives.length < 2 || markAt(scan, at) === "|") return undefined;
  return { from, to: closing ? at + 1 : at, alternatives, closed: false };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
