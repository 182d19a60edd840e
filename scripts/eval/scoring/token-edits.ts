import { matchingBlocks } from "./matching-blocks.js";

/** A replacement of one text by another, in UTF-16 offsets of the first. */
export interface TokenEdit {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*|\S/gu;

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * What was done to the tokens of `before` to make `after`. Where as many tokens stand as before, each is an edit of its
 * own; an insertion stands right after the token before it.
 */
export function tokenEdits(before: string, after: string): TokenEdit[] {
  const a = tokensOf(before);
  const b = tokensOf(after);
  const edits: TokenEdit[] = [];
  let i = 0;
  let j = 0;
  const differ = (iTo: number, jTo: number): void => {
    if (iTo > i && iTo - i === jTo - j) {
      for (; i < iTo; i++, j++) {
        edits.push({ start: a[i].start, end: a[i].end, before: a[i].text, after: b[j].text });
      }
      return;
    }
    const words = jTo > j ? after.slice(b[j].start, b[jTo - 1].end) : "";
    if (iTo > i) {
      const [start, end] = [a[i].start, a[iTo - 1].end];
      edits.push({ start, end, before: before.slice(start, end), after: words });
    } else if (jTo > j) {
      const at = i > 0 ? a[i - 1].end : 0;
      edits.push({ start: at, end: at, before: "", after: i > 0 ? ` ${words}` : `${words} ` });
    }
  };
  const ids = new Map<string, number>();
  for (const block of matchingBlocks(numbered(a, ids), numbered(b, ids))) {
    differ(block.aStart, block.bStart);
    i = block.aStart + block.size;
    j = block.bStart + block.size;
  }
  differ(a.length, b.length);
  return edits;
}

function numbered(tokens: readonly Token[], ids: Map<string, number>): Int32Array {
  return Int32Array.from(tokens, ({ text }) => {
    const id = ids.get(text) ?? ids.size;
    ids.set(text, id);
    return id;
  });
}

/** `text.slice(start, end)` with the edits made; of two that overlap the second is left out. */
export function rewritten(text: string, start: number, end: number, edits: readonly TokenEdit[]): string {
  let result = "";
  let at = start;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) continue;
    result += text.slice(at, edit.start) + edit.after;
    at = edit.end;
  }
  return result + text.slice(at, end);
}
