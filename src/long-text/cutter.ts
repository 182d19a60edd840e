import { type Block, blocksOf, endOf } from "./blocks.js";

/** A part of a long text that is restored by itself, or code that is passed on as it is. */
export interface Part {
  /** Offset in the whole text. */
  readonly start: number;
  readonly text: string;
  /** Set for the inside of a code block that is too long for one part. */
  readonly verbatim: boolean;
}

/**
 * The most UTF-16 code units that are restored as one: about 40,000 words. Evidence of spinning and counts through the
 * document, which are what a whole has and a piece lacks, have long settled by then.
 */
export const LONGEST_PART = 1 << 18;

/**
 * Cuts a text into parts as it comes in. Where it is cut depends on the text alone, not on the pieces that it came in:
 * at the first blank line behind half of the longest part, outside of code; failing that, at a line break, a space,
 * or between two characters. A part has at least a quarter of the longest part's length, if the text has. At most two
 * parts and the last piece are held in memory.
 */
export class TextCutter {
  readonly #longest: number;
  #pieces: string[] = [];
  #length = 0;
  #start = 0;
  #ended = false;
  /** What ends the code block that the text is in the middle of. */
  #closing: string | undefined;

  /** @param longest length of the longest part, in UTF-16 code units, at least 64 */
  constructor(longest = LONGEST_PART) {
    this.#longest = longest;
  }

  /** Takes the next piece. */
  write(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
  }

  /** Says that there are no further pieces. */
  end(): void {
    this.#ended = true;
  }

  /** The next part; `undefined` if more text is needed, or if there is none. */
  read(): Part | undefined {
    const reserve = this.#longest + this.#longest / 4;
    if (this.#length === 0 || (!this.#ended && this.#length < reserve)) return undefined;
    if (this.#pieces.length > 1) this.#pieces = [this.#pieces.join("")];
    const [text] = this.#pieces;
    const verbatim = this.#closing !== undefined;
    const length = this.#closing === undefined ? this.#partLength(text) : this.#codeLength(text, this.#closing);
    const part = { start: this.#start, text: text.slice(0, length), verbatim };
    this.#pieces = [text.slice(length)];
    this.#length -= length;
    this.#start += length;
    return part;
  }

  #partLength(text: string): number {
    const most = Math.min(this.#longest, text.length - this.#longest / 4);
    if (text.length <= this.#longest) return text.length;
    const head = text.slice(0, most);
    const blocks = blocksOf(head);
    const open = blocks.at(-1);
    const least = this.#longest / 2;
    const cut = cutBetween(head, blocks, least);
    if (cut !== undefined) return cut;
    if (open && open.end === undefined) {
      // All that is left of the part is code: it is ended before the code, or goes on within it.
      if (open.start > 0 && head.slice(0, open.start).trim() !== "") return open.start;
      this.#closing = open.closing;
    }
    return cutAnywhere(head, least);
  }

  /** How much of the text still belongs to a code block. */
  #codeLength(text: string, closing: string): number {
    const end = endOf(text.slice(0, this.#longest), closing, 0);
    if (end === undefined && text.length > this.#longest) return whole(text, this.#longest - closing.length);
    this.#closing = undefined;
    return end ?? text.length;
  }
}

/** Behind the first blank line that is at least so far into the text and in no block. */
function cutBetween(text: string, blocks: readonly Block[], least: number): number | undefined {
  const blank = /\n[^\S\n]*\n/g;
  blank.lastIndex = least;
  let next = 0;
  for (let found = blank.exec(text); found; found = blank.exec(text)) {
    while (next < blocks.length && (blocks[next].end ?? text.length) <= found.index) next++;
    const block = blocks[next];
    if (block === undefined || found.index < block.start) return blank.lastIndex;
    if (block.end === undefined) return undefined;
    blank.lastIndex = block.end;
  }
  return undefined;
}

function cutAnywhere(text: string, least: number): number {
  const line = text.lastIndexOf("\n");
  if (line > least) return line + 1;
  const space = text.lastIndexOf(" ");
  return space > least ? space + 1 : whole(text, text.length);
}

/** The length, or one less where it would tear a character apart. */
function whole(text: string, length: number): number {
  const code = text.charCodeAt(length - 1);
  return code >= 0xd800 && code < 0xdc00 ? length - 1 : length;
}
