import { InputError } from "../errors.js";
import type { Restoration } from "../types.js";
import type { Unspinner } from "../unspin.js";
import { Pause } from "./pause.js";
import { readSource, type Source } from "./source.js";
import { transformOf } from "./transform.js";

/** What became of a document: its restoration, or why there is none. */
export type DocumentResult<Document> = RestoredDocument<Document> | FailedDocument<Document>;

/** A document that was restored. */
export interface RestoredDocument<Document> {
  /** As it came in. */
  readonly document: Document;
  /** What was made of its text. */
  readonly restoration: Restoration;
  /** Nothing went wrong. */
  readonly error?: undefined;
}

/** A document that could not be restored. */
export interface FailedDocument<Document> {
  /** As it came in. */
  readonly document: Document;
  /** There is none. */
  readonly restoration?: undefined;
  /** Why. */
  readonly error: Error;
}

/** How documents are restored while they come in. */
export interface DocumentStreamOptions<Document> {
  /** Made by `createUnspinner` or, in a browser, by what `loadUnspinner` gives. */
  readonly unspinner: Unspinner;
  /** Gives a document's text. May be left out if the documents are strings. */
  readonly textOf?: (document: Document) => string;
  /** Ends the work when it is aborted. */
  readonly signal?: AbortSignal;
}

/**
 * Restores documents one by one as they come in: a document in, a result out, in the same order. One that cannot be
 * restored gives an error as its result and does not end the others.
 *
 * @throws the signal's reason when it is aborted, and what the source throws
 */
export async function* unspinDocuments<Document = string>(
  source: Source<Document>,
  options: DocumentStreamOptions<Document>,
): AsyncGenerator<DocumentResult<Document>> {
  const pause = new Pause();
  for await (const document of readSource(source, options.signal)) {
    const result = restoreDocument(document, options);
    yield result;
    await pause.after(result.restoration?.text.length ?? 0);
    options.signal?.throwIfAborted();
  }
}

function restoreDocument<Document>(
  document: Document,
  { unspinner, textOf }: DocumentStreamOptions<Document>,
): DocumentResult<Document> {
  try {
    const text: unknown = textOf ? textOf(document) : document;
    if (typeof text !== "string") throw new InputError(`the document has no text: ${typeof text}, not a string`);
    return { document, restoration: unspinner.unspin(text) };
  } catch (error) {
    return { document, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** The same as a web stream. */
export function documentTransform<Document = string>(
  options: DocumentStreamOptions<Document>,
): TransformStream<Document, DocumentResult<Document>> {
  return transformOf((source: AsyncIterable<Document>) => unspinDocuments(source, options));
}
