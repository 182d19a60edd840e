/**
 * Works on several items at once and gives the results in the items' order, each as soon as it is there. At most
 * `concurrency` items are being worked on or waiting to be taken, so memory is bounded whatever the source and the
 * consumer do.
 *
 * @throws what the source or `work` throws; items that were begun are waited for first
 */
export async function* mapInOrder<In, Out>(
  source: AsyncIterable<In>,
  concurrency: number,
  work: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const iterator = source[Symbol.asyncIterator]();
  const begun: Promise<Out>[] = [];
  let next: Promise<IteratorResult<In>> | undefined;
  let ended = false;
  try {
    for (;;) {
      if (!ended && begun.length < concurrency) next ??= iterator.next();
      const [oldest] = begun;
      if (next === undefined && oldest === undefined) return;
      if (next !== undefined && (await comesFirst(next, oldest))) {
        const item = await next;
        next = undefined;
        if (item.done) ended = true;
        else begin(item.value);
      } else if (oldest !== undefined) {
        const result = await oldest;
        begun.shift();
        yield result;
      }
    }
  } finally {
    await Promise.allSettled(begun);
    if (!ended) await iterator.return?.();
  }

  function begin(item: In): void {
    const result = work(item);
    // A failure is thrown where the result is taken; until then it is nobody's.
    result.catch(() => {});
    begun.push(result);
  }
}

/** Whether the first promise is settled before the second. */
async function comesFirst(first: Promise<unknown>, second: Promise<unknown> | undefined): Promise<boolean> {
  if (second === undefined) return true;
  const settled = (promise: Promise<unknown>, value: boolean): Promise<boolean> =>
    promise.then(
      () => value,
      () => value,
    );
  return Promise.race([settled(first, true), settled(second, false)]);
}
