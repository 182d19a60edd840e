/*
 * Lines end with "\n" and nothing else, as in `diff` and `patch`. Every search goes forward or back from where it is, so
 * that a text of one huge line with many edits costs no more than its length.
 */

/** Finds the lines of offsets that are asked for in ascending order. */
export class LineCursor {
  readonly #text: string;
  #line = 0;
  #start = 0;
  #break: number;

  constructor(text: string) {
    this.#text = text;
    this.#break = text.indexOf("\n");
  }

  /** Number of the line, from 0. */
  get line(): number {
    return this.#line;
  }

  /** Where the line begins. */
  get start(): number {
    return this.#start;
  }

  /** Goes on to the line that holds an offset. */
  moveTo(offset: number): void {
    while (this.#break >= 0 && this.#break < offset) {
      this.#line++;
      this.#start = this.#break + 1;
      this.#break = this.#text.indexOf("\n", this.#start);
    }
  }
}

/** The lines of a text, each with its line break. */
export function splitLines(text: string): string[] {
  const lines = text.split("\n").map((line) => `${line}\n`);
  const last = lines.pop()?.slice(0, -1) ?? "";
  return last === "" ? lines : [...lines, last];
}

/** Where the line that holds an offset begins. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Behind the line break of the line that holds an offset. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline < 0 ? text.length : newline + 1;
}

/** Goes back over up to `lines` whole lines from the beginning of a line, not before `least`. */
export function linesBefore(text: string, start: number, lines: number, least: number): number {
  let at = start;
  for (let i = 0; i < lines && at > least; i++) at = lineStart(text, at - 1);
  return Math.max(at, least);
}

/** Goes on over up to `lines` whole lines from the beginning of a line. */
export function linesAfter(text: string, start: number, lines: number): number {
  let at = start;
  for (let i = 0; i < lines && at < text.length; i++) at = lineEnd(text, at);
  return at;
}
