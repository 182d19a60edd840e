import type { Replacement } from "../apply.js";
import { changedBlocks } from "../blocks.js";
import { groupByContext } from "../hunks.js";
import { paintSpans } from "../paint.js";
import { type Change, mergeChanges, piecesOf } from "../pieces.js";
import { makeLinesVisible } from "../visible.js";
import { type Span, wrapSpans } from "../wrap.js";

/** How a word diff is shown in a terminal. */
export interface AnsiDiffOptions {
  /** Colours, true if not given; without them: `[-removed-]{+added+}`. */
  readonly color?: boolean;
  /** Unchanged lines around a change; `Infinity` shows the whole text. 3 if not given. */
  readonly context?: number;
  /** Columns to wrap at; lines are left to the terminal if not given. */
  readonly width?: number;
  /** Edits that were not made: `[?as it stands|proposed?]`. */
  readonly suggestions?: readonly Replacement[];
}

/**
 * A word diff for a terminal. Control characters of the text are made visible, so that none reaches the terminal.
 *
 * @returns lines that end with "\n"; "" if there is nothing to show
 * @throws {EditError} if an edit does not fit the text
 */
export function ansiDiff(text: string, edits: readonly Replacement[], options: AnsiDiffOptions = {}): string {
  const { color = true, context = 3, width, suggestions } = options;
  const changes = mergeChanges(text, edits, suggestions);
  const whole = context === Number.POSITIVE_INFINITY;
  const shown = whole
    ? [{ start: 0, end: text.length, ranges: [{ line: 0, changes }] }]
    : groupByContext(text, changedBlocks(text, changes), context);
  const parts: string[] = [];
  for (const { start, end, ranges } of shown) {
    if (!whole) parts.push(paintSpans([{ text: `@@ line ${ranges[0].line + 1} @@`, style: "faint" }], color), "\n");
    for (const line of spanLines(
      text,
      ranges.flatMap((range) => range.changes),
      start,
      end,
      color,
    )) {
      const rows = width === undefined ? [line] : wrapSpans(line, width);
      for (const row of rows) parts.push(paintSpans(row, color), "\n");
    }
  }
  return parts.join("");
}

function* spanLines(
  text: string,
  changes: readonly Change[],
  start: number,
  end: number,
  color: boolean,
): Generator<Span[]> {
  let line: Span[] = [];
  for (const piece of piecesOf(text, changes, start, end)) {
    const spans: readonly Span[] =
      typeof piece === "string" ? [{ text: piece, style: "plain" }] : changeSpans(piece, color);
    for (const { text: raw, style } of spans) {
      const [head, ...rest] = makeLinesVisible(raw).split("\n");
      if (head !== "") line.push({ text: head, style });
      for (const next of rest) {
        yield line;
        line = next === "" ? [] : [{ text: next, style }];
      }
    }
  }
  if (line.length > 0) yield line;
}

function changeSpans({ edit, applied }: Change, color: boolean): Span[] {
  const { before, after } = edit;
  if (!applied) {
    return color
      ? [
          { text: before, style: "plain" },
          { text: ` (${after === "" ? "nothing" : after}?)`, style: "proposed" },
        ]
      : [{ text: `[?${before}|${after}?]`, style: "proposed" }];
  }
  const spans: Span[] = [];
  if (before !== "") spans.push({ text: color ? before : `[-${before}-]`, style: "removed" });
  // In colour, a space keeps the two apart; without, the brackets do.
  if (color && before !== "" && after !== "") spans.push({ text: " ", style: "plain" });
  if (after !== "") spans.push({ text: color ? after : `{+${after}+}`, style: "added" });
  return spans;
}
