import { terminalWidth } from "./terminal-width.js";

/** How a stretch of text is shown. */
export type Style = "plain" | "removed" | "added" | "proposed" | "faint" | "strong" | "good" | "bad";

/** Text in one style. */
export interface Span {
  readonly text: string;
  readonly style: Style;
}

const TAB_WIDTH = 8;

/** Breaks one line of spans at its spaces, so that no line is wider than `width` columns unless a word is. */
export function wrapSpans(spans: readonly Span[], width: number): Span[][] {
  const lines: Span[][] = [[]];
  let column = 0;
  let gap: Span[] = [];
  let word: Span[] = [];
  const closeWord = (): void => {
    if (word.length === 0) return;
    const gapWidth = widthOf(gap);
    const wordWidth = widthOf(word);
    if (column > 0 && column + gapWidth + wordWidth > width) {
      lines.push([]);
      column = 0;
    } else {
      lines.at(-1)?.push(...gap);
      column += gapWidth;
    }
    lines.at(-1)?.push(...word);
    column += wordWidth;
    gap = [];
    word = [];
  };
  for (const { text, style } of spans) {
    for (const part of text.split(/([ \t]+)/)) {
      if (part === "") continue;
      if (part.trim() !== "") word.push({ text: part, style });
      else {
        closeWord();
        gap.push({ text: part, style });
      }
    }
  }
  closeWord();
  return lines;
}

function widthOf(spans: readonly Span[]): number {
  return spans.reduce(
    (sum, { text }) => sum + terminalWidth(text) + (text.split("\t").length - 1) * (TAB_WIDTH - 1),
    0,
  );
}
