import { InputError } from "../errors.js";
import type { Restoration } from "../types.js";
import { createUnspinner, type UnspinOptions } from "../unspin.js";
import { type DocumentResult, unspinDocuments } from "./documents.js";
import { mapInOrder } from "./in-order.js";
import { readSource } from "./source.js";

/** How many documents are restored. */
export interface BatchOptions extends UnspinOptions {
  /** Threads that restore; 1 if not said, which is the caller's own. */
  readonly concurrency?: number;
  /** Ends the work when it is aborted. */
  readonly signal?: AbortSignal;
}

/**
 * Restores documents, several at a time. The results are in the documents' order, one for each; a document that cannot
 * be restored gives an error as its result and does not end the others. Threads share the language model, but each has to
 * get up to speed by itself: they pay from some hundreds of documents on.
 *
 * @example const results = await unspinAll(texts, { concurrency: 4 });
 * @throws {InputError} for options out of their range
 * @throws {ModelError} if the packed data is missing or damaged
 * @throws the signal's reason when it is aborted
 */
export async function unspinAll(
  documents: Iterable<string> | AsyncIterable<string>,
  options: BatchOptions = {},
): Promise<DocumentResult<string>[]> {
  const { concurrency = 1, signal, ...how } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new InputError(`concurrency must be a whole number of threads, not ${String(concurrency)}`);
  }
  // Options are checked here, not in the threads.
  const unspinner = createUnspinner(how);
  if (concurrency === 1) {
    return collect(unspinDocuments(documents, { unspinner, ...(signal ? { signal } : {}) }));
  }
  const { documentThreads } = await import("./document-threads.js");
  const threads = documentThreads(how, concurrency);
  try {
    const source = readSource(documents, signal);
    return await collect(mapInOrder(source, 2 * concurrency, (document) => resultOf(document, threads.restore)));
  } finally {
    await threads.close();
  }
}

async function resultOf(
  document: string,
  restore: (text: string) => Promise<Restoration>,
): Promise<DocumentResult<string>> {
  try {
    if (typeof document !== "string")
      throw new InputError(`the document has no text: ${typeof document}, not a string`);
    return { document, restoration: await restore(document) };
  } catch (error) {
    return { document, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
