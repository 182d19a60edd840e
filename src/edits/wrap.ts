import { terminalWidth } from "./terminal-width.js";

/** How a stretch of text is shown. */
export type Style = "plain" | "removed" | "added" | "proposed" | "faint" | "strong" | "good" | "bad";

/** Text in one style. */
export interface Span {
  readonly text: string;
  readonly style: Style;
}

const TAB_WIDTH = 8;

/** Breaks one line of spans at its spaces, and words that are wider than `width` columns wherever they have to be. */
export function wrapSpans(spans: readonly Span[], width: number): Span[][] {
  const rows = new Rows(width);
  let gap: Span[] = [];
  let word: Span[] = [];
  const closeWord = (): void => {
    if (word.length === 0) return;
    rows.add(gap, word);
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
  return rows.finished;
}

/** Rows of a terminal that are filled word by word. */
class Rows {
  readonly #width: number;
  readonly #full: Span[][] = [];
  #row: Span[] = [];
  #column = 0;

  constructor(width: number) {
    this.#width = width;
  }

  get finished(): Span[][] {
    return [...this.#full, this.#row];
  }

  /** Puts a word and the space before it on the row, or the word alone on the next one. */
  add(gap: readonly Span[], word: readonly Span[]): void {
    const gapWidth = widthOf(gap);
    const wordWidth = widthOf(word);
    if (this.#column > 0 && this.#column + gapWidth + wordWidth > this.#width) this.#breakRow();
    else this.#put(gap, gapWidth);
    if (wordWidth <= this.#width) this.#put(word, wordWidth);
    else for (const span of word) this.#putInPieces(span);
  }

  #put(spans: readonly Span[], width: number): void {
    for (const span of spans) this.#row.push(span);
    this.#column += width;
  }

  #putInPieces({ text, style }: Span): void {
    for (let rest = text; rest !== ""; ) {
      let length = fittingLength(rest, this.#width - this.#column);
      if (length === 0 && this.#column > 0) {
        this.#breakRow();
        continue;
      }
      // A character that is wider than the row stands there nevertheless.
      if (length === 0) length = String.fromCodePoint(rest.codePointAt(0) ?? 0).length;
      const piece = { text: rest.slice(0, length), style };
      this.#put([piece], widthOf([piece]));
      rest = rest.slice(length);
    }
  }

  #breakRow(): void {
    this.#full.push(this.#row);
    this.#row = [];
    this.#column = 0;
  }
}

/** How many code units from the beginning of a text fit into so many columns. */
function fittingLength(text: string, columns: number): number {
  let length = 0;
  let free = columns;
  for (const character of text) {
    free -= terminalWidth(character);
    if (free < 0) break;
    length += character.length;
  }
  return length;
}

function widthOf(spans: readonly Span[]): number {
  return spans.reduce(
    (sum, { text }) => sum + terminalWidth(text) + (text.split("\t").length - 1) * (TAB_WIDTH - 1),
    0,
  );
}
