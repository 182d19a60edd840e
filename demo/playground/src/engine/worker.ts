import { loadUnspinner } from "unspin/browser";
import { countingFetch } from "./counting-fetch.js";
import type { Report, Task } from "./messages.js";

const report = (message: Report): void => postMessage(message);

const fail = (error: unknown): void =>
  report({ kind: "failed", message: error instanceof Error ? error.message : String(error) });

const loading = loadUnspinner({
  fetch: countingFetch((loaded, total) => report({ kind: "loading", loaded, total })),
});

loading.then(() => report({ kind: "ready" }), fail);

addEventListener("message", async ({ data }: MessageEvent<Task>) => {
  const library = await loading.catch(() => undefined);
  if (!library) return;
  try {
    const { text, minConfidence } = data;
    // The page shows the rates of clean texts too.
    report({ kind: "restored", restoration: library.unspin(text, { minConfidence, thorough: true }) });
  } catch (error) {
    fail(error);
  }
});
