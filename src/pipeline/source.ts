/** What streams are read from. A web stream or Node stream is an async iterable; so is what a generator gives. */
export type Source<Item> = AsyncIterable<Item> | Iterable<Item> | ReadableStream<Item>;

/**
 * The items of a source, one at a time: the next one is asked for when the consumer wants it. The source is closed when
 * the consumer stops, and at an abort without waiting for it.
 *
 * @throws the signal's reason when it is aborted
 */
export async function* readSource<Item>(source: Source<Item>, signal?: AbortSignal): AsyncGenerator<Item> {
  signal?.throwIfAborted();
  const iterator = iteratorOf(source);
  const aborted = abortOf(signal);
  let done = false;
  try {
    for (;;) {
      const next = iterator.next();
      const result = await (aborted ? Promise.race([next, aborted.promise]) : next);
      if (result.done) {
        done = true;
        return;
      }
      yield result.value;
      signal?.throwIfAborted();
    }
  } finally {
    aborted?.release();
    // A source that hangs must not keep an aborted consumer waiting, and how it closes is not the consumer's concern.
    if (!done) {
      const closed = Promise.resolve(iterator.return?.()).catch(() => {});
      if (!signal?.aborted) await closed;
    }
  }
}

function iteratorOf<Item>(source: Source<Item>): AsyncIterator<Item> | Iterator<Item> {
  if (Symbol.asyncIterator in source) return source[Symbol.asyncIterator]();
  if (Symbol.iterator in source) return source[Symbol.iterator]();
  // Safari's streams cannot be iterated.
  const reader = (source as ReadableStream<Item>).getReader();
  return {
    next: async () => {
      const result = await reader.read();
      return result.done ? { done: true, value: undefined } : { done: false, value: result.value };
    },
    return: async () => {
      await reader.cancel();
      return { done: true, value: undefined };
    },
  };
}

/** Rejects when the signal is aborted, until it is released. */
function abortOf(signal: AbortSignal | undefined): { promise: Promise<never>; release(): void } | undefined {
  if (!signal) return undefined;
  let release = (): void => {};
  const promise = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    release = () => signal.removeEventListener("abort", onAbort);
  });
  promise.catch(() => {});
  return { promise, release };
}
