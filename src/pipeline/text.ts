import { InputError } from "../errors.js";
import type { RestoredPart } from "../long-text/join.js";
import type { Unspinner } from "../unspin.js";
import { Pause } from "./pause.js";
import { readSource, type Source } from "./source.js";
import { transformOf } from "./transform.js";

/** How a text is restored while it comes in. */
export interface TextStreamOptions {
  /** Made by `createUnspinner` or, in a browser, by what `loadUnspinner` gives. */
  readonly unspinner: Unspinner;
  /** Ends the work when it is aborted. */
  readonly signal?: AbortSignal;
}

/**
 * Restores one text of any length in bounded memory. The parts, joined, are what `unspin` makes of the whole: where the
 * source cuts its pieces does not matter.
 *
 * @param source the text's pieces: strings, or UTF-8 bytes; a `Blob` or file
 * @throws {InputError} at bytes that are not UTF-8 and at pieces of another type
 * @throws the signal's reason when it is aborted
 */
export async function* unspinText(
  source: Source<string | Uint8Array> | Blob,
  { unspinner, signal }: TextStreamOptions,
): AsyncGenerator<RestoredPart> {
  const open = unspinner.openText();
  const pause = new Pause();
  const decoder = new PieceDecoder();
  const pieces = isBlob(source) ? source.stream() : source;
  async function* restored(): AsyncGenerator<RestoredPart> {
    for (let part = open.read(); part; part = open.read()) {
      yield part;
      await pause.after(part.end - part.start);
      signal?.throwIfAborted();
    }
  }
  for await (const piece of readSource<string | Uint8Array>(pieces, signal)) {
    open.write(decoder.decode(piece));
    yield* restored();
  }
  open.write(decoder.end());
  open.end();
  yield* restored();
}

/**
 * The same as a web stream: text goes in, restored text comes out. For edits and verdicts use `unspinText`.
 *
 * @example body.pipeThrough(new TextDecoderStream()).pipeThrough(textTransform({ unspinner }))
 */
export function textTransform(options: TextStreamOptions): TransformStream<string | Uint8Array, string> {
  return transformOf(async function* (source: AsyncIterable<string | Uint8Array>) {
    for await (const { text } of unspinText(source, options)) yield text;
  });
}

function isBlob(source: object): source is Blob {
  return typeof Blob === "function" && source instanceof Blob;
}

/** Bytes and strings as strings; a character may be cut in two by the pieces' ends. */
class PieceDecoder {
  readonly #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  decode(piece: string | Uint8Array): string {
    if (typeof piece === "string") return this.#flushed() + piece;
    if (!(piece instanceof Uint8Array)) throw new InputError(`a piece of text must be a string or bytes`);
    return this.#guarded(() => this.#decoder.decode(piece, { stream: true }));
  }

  end(): string {
    return this.#flushed();
  }

  #flushed(): string {
    return this.#guarded(() => this.#decoder.decode());
  }

  #guarded(decode: () => string): string {
    try {
      return decode();
    } catch {
      throw new InputError("the text is not UTF-8");
    }
  }
}
