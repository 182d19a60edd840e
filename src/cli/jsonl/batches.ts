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

/**
 * Cuts bytes into batches of lines as they come in. Where results are put on record depends on the input alone, not on
 * how it came in.
 *
 * @param start offset and line number at which the bytes begin
 */
export async function* batchesOf(
  chunks: AsyncIterable<Uint8Array>,
  sizes: BatchSizes,
  start: { readonly offset: number; readonly line: number } = { offset: 0, line: 1 },
): AsyncGenerator<Batch> {
  let { offset, line } = start;
  let lineStart = offset;
  let pending: Uint8Array[] = [];
  let held = 0;
  let overlong = false;
  const place = (length: number, lines: number): Pick<Batch, "end" | "nextLine" | "commit"> => {
    offset += length;
    line += lines;
    const commit = lines > 0 && Math.floor(offset / sizes.commit) > Math.floor(lineStart / sizes.commit);
    if (lines > 0) lineStart = offset;
    return { end: offset, nextLine: line, commit };
  };
  const piece = (bytes: Uint8Array, first: boolean, last: boolean): Batch => {
    const at = line;
    return { kind: "overlong", bytes, line: at, first, last, ...place(bytes.length, last ? 1 : 0) };
  };
  const lines = (bytes: Uint8Array, count: number): Batch => {
    const at = line;
    return { kind: "lines", bytes, line: at, count, ...place(bytes.length, count) };
  };

  try {
    for await (const chunk of chunks) {
      let at = 0;
      while (at < chunk.length) {
        let end = at;
        let count = 0;
        // As many lines as fit, but none behind a place where results are put on record.
        const stop = (Math.floor(offset / sizes.commit) + 1) * sizes.commit - offset - held;
        for (let next = chunk.indexOf(NEWLINE, end); next >= 0; next = chunk.indexOf(NEWLINE, end)) {
          const tooLong = next + 1 - end + (count === 0 ? held : 0) > sizes.longest;
          if (tooLong && count > 0) break;
          end = next + 1;
          count++;
          if (overlong || tooLong || held + end - at >= sizes.batch || end - at >= stop) break;
        }
        if (count === 0) break;
        const tail = chunk.subarray(at, end);
        at = end;
        const bytes = held === 0 ? tail : Buffer.concat([...pending, tail]);
        pending = [];
        held = 0;
        if (overlong) yield piece(bytes, false, true);
        else if (count === 1 && bytes.length > sizes.longest) yield piece(bytes, true, true);
        else yield lines(bytes, count);
        overlong = false;
      }
      if (at === chunk.length) continue;
      pending.push(chunk.subarray(at));
      held += chunk.length - at;
      if (held <= sizes.longest && !overlong) continue;
      const bytes = Buffer.concat(pending);
      pending = [];
      held = 0;
      yield piece(bytes, !overlong, false);
      overlong = true;
    }
  } catch (error) {
    const at = line;
    const bytes = Buffer.concat(pending);
    yield { kind: "broken", bytes, line: at, error, ...place(bytes.length, bytes.length > 0 ? 1 : 0) };
    return;
  }
  if (held > 0 || overlong) {
    const bytes = Buffer.concat(pending);
    yield overlong ? piece(bytes, false, true) : lines(bytes, 1);
  }
}
