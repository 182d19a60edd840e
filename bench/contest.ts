import type { Contestant } from "./contestants.js";
import { duel } from "./duel.js";
import { lengthOf, type TextSet, upTo } from "./texts.js";

/** How fast a contestant is on a set. */
export interface ContestRow {
  readonly set: string;
  readonly contestant: string;
  /** Characters (UTF-16 code units) a second. */
  readonly speed: number;
  /** Speed of the champion in the same rounds, and how many times as fast it was. */
  readonly champion: number;
  readonly ratio: number;
}

/** Times everyone against the champion on every set. */
export async function contest(
  champion: Contestant,
  contestants: readonly Contestant[],
  sets: readonly TextSet[],
  rounds: number,
  report: (row: ContestRow) => void,
): Promise<ContestRow[]> {
  const rows: ContestRow[] = [];
  for (const { name: set, documents } of sets) {
    for (const contestant of contestants) {
      const share =
        documents.length > 1
          ? upTo(documents, lengthOf(documents) * contestant.share)
          : [excerpt(documents[0], contestant.share)];
      const { first, second, ratio } = await duel(champion, contestant, share, rounds);
      const row = { set, contestant: contestant.name, speed: second, champion: first, ratio };
      report(row);
      rows.push(row);
    }
  }
  return rows;
}

function excerpt(text: string, share: number): string {
  return text.slice(0, Math.ceil(text.length * share));
}
