const NEWLINE = 0x0a;

/**
 * Cuts bytes into lines as they come in, without their "\n". Only the line that is being read is held. A last line
 * without "\n" is given too, an empty rest is not.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let pending: Uint8Array[] = [];
  for await (const chunk of chunks) {
    let at = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, at)) {
      const tail = chunk.subarray(at, end);
      yield pending.length === 0 ? tail : Buffer.concat([...pending, tail]);
      pending = [];
      at = end + 1;
    }
    if (at < chunk.length) pending.push(chunk.subarray(at));
  }
  if (pending.length > 0) yield Buffer.concat(pending);
}
