import type { Contestant } from "./contestants.js";
import { lengthOf } from "./texts.js";

/** Two contestants timed by turns on the same documents. */
export interface Duel {
  /** Medians, in characters (UTF-16 code units) a second. */
  readonly first: number;
  readonly second: number;
  /** Median over the rounds of the first one's speed through the second one's. */
  readonly ratio: number;
}

/**
 * Times two contestants: in every round one after the other on all documents, who begins changes from round to round. So
 * what else the machine does meets both alike, and the median of the rounds' ratios says who is faster.
 *
 * @param rounds how many rounds count; one more before them warms up
 */
export async function duel(
  first: Contestant,
  second: Contestant,
  documents: readonly string[],
  rounds: number,
): Promise<Duel> {
  const length = lengthOf(documents);
  const speeds: [number, number][] = [];
  for (let round = -1; round < rounds; round++) {
    let times: [number, number];
    if (round % 2 === 0) times = [await time(first, documents), await time(second, documents)];
    else
      times = ([await time(second, documents), await time(first, documents)] as [number, number]).reverse() as [
        number,
        number,
      ];
    if (round >= 0) speeds.push([length / times[0], length / times[1]]);
  }
  return {
    first: median(speeds.map(([speed]) => speed)),
    second: median(speeds.map(([, speed]) => speed)),
    ratio: median(speeds.map(([a, b]) => a / b)),
  };
}

/** Processor time of this process so far, in seconds: that of other processes, which make it wait, is not in it. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** How much processor time a contestant takes for the documents, in seconds. */
export async function time({ run }: Pick<Contestant, "run">, documents: readonly string[]): Promise<number> {
  const start = processorTime();
  for (const text of documents) {
    const result = run(text);
    if (result instanceof Promise) await result;
  }
  return processorTime() - start;
}

/** The middle of the values, the upper one of two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
