const NEWLINE = 0x0a;

/** Complete lines that stand one behind the other in an input. */
export interface Lines {
  readonly kind: "lines";
  /** With their line breaks; the input's last line may have none. */
  readonly bytes: Uint8Array;
  /** Number of the first one, from 1. */
  readonly line: number;
  readonly count: number;
}

/** A piece of a line that is too long to be held in memory. */
export interface Overlong {
  readonly kind: "overlong";
  readonly bytes: Uint8Array;
  readonly line: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** The input broke off. */
export interface Broken {
  readonly kind: "broken";
  /** What was read of the line in which it did. */
  readonly bytes: Uint8Array;
  readonly line: number;
  readonly error: unknown;
}

/** A piece of an input, and where the input goes on behind it. */
export type Batch = (Lines | Overlong | Broken) & {
  /** Offset of what follows, in bytes of the decompressed input. */
  readonly end: number;
  readonly nextLine: number;
  /** Whether the results up to here are to be put on record. */
  readonly commit: boolean;
};

/** How an input is cut. */
export interface BatchSizes {
  /** A batch is given once it has so many bytes; 1 for a line at a time. Fewer if no more have come in. */
  readonly batch: number;
  /** A line with more bytes is given in pieces. */
  readonly longest: number;
  /** Results are put on record at the first line break behind each multiple of so many bytes of input. */
  readonly commit: number;
}

/** A place in the input. */
export interface InputPlace {
  /** In bytes of the decompressed input. */
  readonly offset: number;
  /** Number of the line, from 1. */
  readonly line: number;
}

/**
 * Cuts bytes into batches of lines as they come in. Where results are put on record depends on the input alone, not on
 * how it came in.
 *
 * @param start where the bytes begin
 */
export async function* batchesOf(
  chunks: AsyncIterable<Uint8Array>,
  sizes: BatchSizes,
  start: InputPlace = { offset: 0, line: 1 },
): AsyncGenerator<Batch> {
  const cutter = new Cutter(sizes, start);
  try {
    for await (const chunk of chunks) yield* cutter.cut(chunk);
  } catch (error) {
    yield cutter.broken(error);
    return;
  }
  yield* cutter.rest();
}

class Cutter {
  readonly #sizes: BatchSizes;
  #offset: number;
  #line: number;
  #lineStart: number;
  /** What came in of the line that is not complete. */
  #pending: Uint8Array[] = [];
  #held = 0;
  /** Whether pieces of that line were given. */
  #overlong = false;

  constructor(sizes: BatchSizes, { offset, line }: InputPlace) {
    this.#sizes = sizes;
    this.#offset = offset;
    this.#line = line;
    this.#lineStart = offset;
  }

  *cut(chunk: Uint8Array): Generator<Batch> {
    const { longest } = this.#sizes;
    let at = 0;
    while (at < chunk.length) {
      const { end, count } = this.#wholeLines(chunk, at);
      if (count === 0) break;
      const bytes = this.#withHeld(chunk.subarray(at, end));
      at = end;
      if (this.#overlong) yield this.#piece(bytes, false, true);
      else if (count === 1 && bytes.length > longest) yield this.#piece(bytes, true, true);
      else yield this.#lines(bytes, count);
      this.#overlong = false;
    }
    if (at === chunk.length) return;
    this.#pending.push(chunk.subarray(at));
    this.#held += chunk.length - at;
    if (this.#held <= longest && !this.#overlong) return;
    yield this.#piece(this.#withHeld(), !this.#overlong, false);
    this.#overlong = true;
  }

  /** What is left when the input has ended. */
  *rest(): Generator<Batch> {
    if (this.#held === 0 && !this.#overlong) return;
    const bytes = this.#withHeld();
    yield this.#overlong ? this.#piece(bytes, false, true) : this.#lines(bytes, 1);
  }

  /** What is left when the input cannot be read on. */
  broken(error: unknown): Batch {
    const bytes = this.#withHeld();
    return { kind: "broken", bytes, line: this.#line, error, ...this.#place(bytes.length, bytes.length > 0 ? 1 : 0) };
  }

  /** As many lines as fit, but none behind a place where results are put on record. */
  #wholeLines(chunk: Uint8Array, at: number): { readonly end: number; readonly count: number } {
    const { batch, longest, commit } = this.#sizes;
    const stop = (Math.floor(this.#offset / commit) + 1) * commit - this.#offset - this.#held;
    let end = at;
    let count = 0;
    for (let next = chunk.indexOf(NEWLINE, end); next >= 0; next = chunk.indexOf(NEWLINE, end)) {
      const tooLong = next + 1 - end + (count === 0 ? this.#held : 0) > longest;
      if (tooLong && count > 0) break;
      end = next + 1;
      count++;
      if (this.#overlong || tooLong || this.#held + end - at >= batch || end - at >= stop) break;
    }
    return { end, count };
  }

  /** What was held back and what follows it. */
  #withHeld(tail?: Uint8Array): Uint8Array {
    const bytes = tail && this.#held === 0 ? tail : Buffer.concat(tail ? [...this.#pending, tail] : this.#pending);
    this.#pending = [];
    this.#held = 0;
    return bytes;
  }

  #piece(bytes: Uint8Array, first: boolean, last: boolean): Batch {
    return { kind: "overlong", bytes, line: this.#line, first, last, ...this.#place(bytes.length, last ? 1 : 0) };
  }

  #lines(bytes: Uint8Array, count: number): Batch {
    return { kind: "lines", bytes, line: this.#line, count, ...this.#place(bytes.length, count) };
  }

  /** Goes on by so many bytes and lines. */
  #place(length: number, lines: number): Pick<Batch, "end" | "nextLine" | "commit"> {
    this.#offset += length;
    this.#line += lines;
    const { commit } = this.#sizes;
    const due = lines > 0 && Math.floor(this.#offset / commit) > Math.floor(this.#lineStart / commit);
    if (lines > 0) this.#lineStart = this.#offset;
    return { end: this.#offset, nextLine: this.#line, commit: due };
  }
}
