import { InputError } from "./errors.js";
import type { Scan } from "./text/scan.js";
import { tokenAt } from "./text/token-at.js";

/** A stretch of text, in UTF-16 offsets, that is to be left alone. */
export interface Span {
  /** Where it begins. */
  readonly start: number;
  /** Where it ends, exclusive. */
  readonly end: number;
}

/** What is to be left alone: a word or phrase (any letter case), what a regular expression matches, a span. */
export type Ignore = string | RegExp | Span;

/**
 * By token: 1 where nothing may be changed.
 *
 * @throws {InputError} if an item is none of the three kinds
 */
export function ignoredTokens(scan: Scan, ignore: readonly Ignore[]): Uint8Array {
  const ignored = new Uint8Array(scan.count);
  for (const item of ignore) for (const span of spansOf(scan.text, item)) mark(scan, ignored, span);
  return ignored;
}

function spansOf(text: string, item: Ignore): Span[] {
  if (item instanceof RegExp) return matchesOf(text, item);
  if (typeof item === "string") return occurrencesOf(text, item);
  if (typeof item === "object" && item !== null && typeof item.start === "number" && typeof item.end === "number")
    return [item];
  throw new InputError(`cannot ignore ${JSON.stringify(item)}: give a word, a phrase, a RegExp or { start, end }`);
}

function matchesOf(text: string, pattern: RegExp): Span[] {
  const global = pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);
  return [...text.matchAll(global)]
    .filter((match) => match[0] !== "")
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function occurrencesOf(text: string, phrase: string): Span[] {
  const words = phrase
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped.join("\\s+")}(?![\\p{L}\\p{N}])`, "giu");
  return matchesOf(text, pattern);
}

function mark(scan: Scan, ignored: Uint8Array, span: Span): void {
  for (let i = tokenAt(scan, span.start); i < scan.count && scan.start[i] < span.end; i++) ignored[i] = 1;
}
