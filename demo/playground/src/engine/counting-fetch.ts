/** Told of the bytes that have come in; the total is unknown if the server does not give every length. */
export type Progress = (loaded: number, total: number | undefined) => void;

/** A `fetch` that tells how far all its requests together have come. */
export function countingFetch(progress: Progress): (url: URL, init: RequestInit) => Promise<Response> {
  let loaded = 0;
  let total: number | undefined = 0;
  return async (url, init) => {
    const response = await fetch(url, init);
    if (!response.ok || !response.body) return response;
    const length = Number(response.headers.get("content-length"));
    // The length of an encoded body is not that of the bytes that arrive here.
    const known = length > 0 && !response.headers.has("content-encoding");
    total = known && total !== undefined ? total + length : undefined;
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        loaded += chunk.length;
        progress(loaded, total);
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(counter), response);
  };
}
