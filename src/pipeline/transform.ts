/**
 * A web `TransformStream` that does what a generator does. Nothing is worked on before it is asked for; cancelling or
 * failing on one side ends the other.
 */
export function transformOf<In, Out>(
  work: (source: AsyncIterable<In>) => AsyncGenerator<Out>,
): TransformStream<In, Out> {
  const input = new TransformStream<In, In>();
  const reader = input.readable.getReader();
  const results = work(readAll(reader));
  const readable = new ReadableStream<Out>(
    {
      async pull(controller) {
        try {
          const next = await results.next();
          if (next.done) controller.close();
          else controller.enqueue(next.value);
        } catch (error) {
          await reader.cancel(error).catch(() => {});
          throw error;
        }
      },
      async cancel(reason) {
        await reader.cancel(reason);
        await results.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  return { readable, writable: input.writable };
}

async function* readAll<Item>(reader: ReadableStreamDefaultReader<Item>): AsyncGenerator<Item> {
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}
