import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { connectTo } from "./redis.js";

/** A document on its way through the queue. */
export interface QueuedDocument {
  readonly id: string;
  readonly text: string;
}

export const QUEUE = "unspin";
/** A Redis hash: results by document id. Writing one twice leaves one. */
export const RESULTS = "unspin:results";

/** A queue's producer, and a look at its results. */
export interface DocumentQueue {
  /** Adds documents. One that is in the queue already is not added again. */
  add(documents: readonly QueuedDocument[]): Promise<void>;
  /** How many results there are. */
  countResults(): Promise<number>;
  /** The results in the order of the ids, as JSON; `null` for one that is missing. */
  results(ids: readonly string[]): Promise<(string | null)[]>;
  close(): Promise<void>;
}

export function openQueue(port: number): DocumentQueue {
  const connection: Redis = connectTo(port);
  const queue = new Queue<QueuedDocument>(QUEUE, { connection });
  queue.on("error", () => {});
  return {
    add: async (documents) => {
      // The id of the document is the id of the job: a producer that is run again adds nothing twice. Job ids may not be
      // numbers, so they get a letter.
      await queue.addBulk(
        documents.map((document) => ({
          name: "restore",
          data: document,
          opts: {
            jobId: `d${document.id}`,
            removeOnComplete: false,
            attempts: 5,
            backoff: { type: "fixed", delay: 200 },
          },
        })),
      );
    },
    countResults: () => connection.hlen(RESULTS),
    results: (ids) => (ids.length === 0 ? Promise.resolve([]) : connection.hmget(RESULTS, ...ids)),
    close: async () => {
      await queue.close();
      connection.disconnect();
    },
  };
}
