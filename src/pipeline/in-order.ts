/**
 * Works on several items at once and gives the results in the items' order. At most `concurrency` items are being worked
 * on or waiting to be taken, so memory is bounded whatever the source and the consumer do.
 *
 * @throws what the source or `work` throws; items that were begun are waited for first
 */
export async function* mapInOrder<In, Out>(
  source: AsyncIterable<In> | Iterable<In>,
  concurrency: number,
  work: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const begun: Promise<Out>[] = [];
  const begin = (item: In): void => {
    const result = work(item);
    // A failure is thrown where the result is taken; until then it is nobody's.
    result.catch(() => {});
    begun.push(result);
  };
  try {
    for await (const item of source) {
      begin(item);
      if (begun.length >= concurrency) yield await (begun.shift() as Promise<Out>);
    }
    while (begun.length > 0) yield await (begun.shift() as Promise<Out>);
  } finally {
    await Promise.allSettled(begun);
  }
}
