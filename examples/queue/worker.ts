/*
 * A worker process: takes documents from the queue and writes what unspin makes of them. Run as many as there are cores,
 * on as many machines as there are.
 *
 *   tsx examples/queue/worker.ts PORT
 */
import { Worker } from "bullmq";
import { createUnspinner } from "unspin";
import { QUEUE, type QueuedDocument, RESULTS } from "./queue.js";
import { connectTo } from "./redis.js";

const port = Number(process.argv[2]);
const unspinner = createUnspinner();
const results = connectTo(port);

const worker = new Worker<QueuedDocument>(
  QUEUE,
  async ({ data: { id, text } }) => {
    const { text: restored, edits, detection } = unspinner.unspin(text);
    const { spun, probability } = detection;
    // Before the job is acknowledged: a worker that dies in between has its job done again, with the same result.
    await results.hset(RESULTS, id, JSON.stringify({ id, text: restored, unspin: { spun, probability, edits } }));
  },
  {
    connection: connectTo(port),
    // A worker that is gone for so long has lost its job to another one. Its documents must not take as long.
    lockDuration: 3000,
    stalledInterval: 1000,
    maxStalledCount: 10,
  },
);
worker.on("error", () => {});

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, async () => {
    await worker.close();
    process.exit(0);
  });
}
await worker.waitUntilReady();
process.stdout.write("ready\n");
