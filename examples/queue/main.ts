/*
 * Documents through a queue: a Redis server, a producer and N worker processes, and the results in the documents' order.
 *
 *   tsx examples/queue/main.ts IN.jsonl OUT.jsonl [WORKERS]
 *
 * Lines of IN.jsonl: {"id": "...", "text": "..."}. Ends with status 77 if redis-server is not installed.
 */
import { createReadStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type DocumentQueue, openQueue, type QueuedDocument } from "./queue.js";
import { NoRedis, type RedisServer, startRedis } from "./redis.js";
import { startWorker } from "./workers.js";

const BATCH = 100;

/** Puts a file's documents into the queue. @returns their ids in order */
export async function produce(file: string, queue: DocumentQueue): Promise<string[]> {
  const ids: string[] = [];
  let batch: QueuedDocument[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { id, text } = JSON.parse(line) as { id: string | number; text: string };
    ids.push(String(id));
    batch.push({ id: String(id), text });
    if (batch.length < BATCH) continue;
    await queue.add(batch);
    batch = [];
  }
  await queue.add(batch);
  return ids;
}

/** Writes the results to a file, in the order of the ids. @throws if one is missing */
export async function collect(ids: readonly string[], queue: DocumentQueue, file: string): Promise<void> {
  const output = await open(file, "w");
  for (let at = 0; at < ids.length; at += BATCH) {
    for (const [i, result] of (await queue.results(ids.slice(at, at + BATCH))).entries()) {
      if (result === null) throw new Error(`no result for document ${ids[at + i]}`);
      await output.write(`${result}\n`);
    }
  }
  await output.close();
}

async function main(input: string, output: string, count: number): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "unspin-queue-"));
  let redis: RedisServer | undefined;
  try {
    redis = await startRedis(directory);
    const { port } = redis;
    const queue = openQueue(port);
    const workers = Array.from({ length: count }, () => startWorker(port));
    const ids = await produce(input, queue);
    const wanted = new Set(ids).size;
    while ((await queue.countResults()) < wanted) await new Promise((resolve) => setTimeout(resolve, 100));
    await collect(ids, queue, output);
    await Promise.all(workers.map((worker) => worker.stop()));
    await queue.close();
    process.stdout.write(`${ids.length} documents, ${count} workers\n`);
  } catch (error) {
    if (!(error instanceof NoRedis)) throw error;
    process.stderr.write(`skipped: ${error.message}\n`);
    process.exitCode = 77;
  } finally {
    await redis?.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

const [input, output, workers = "2"] = process.argv.slice(2);
if (process.argv[1]?.endsWith("main.ts")) {
  if (input === undefined || output === undefined) {
    process.stderr.write("usage: tsx examples/queue/main.ts IN.jsonl OUT.jsonl [WORKERS]\n");
    process.exitCode = 2;
  } else await main(input, output, Number(workers));
}
