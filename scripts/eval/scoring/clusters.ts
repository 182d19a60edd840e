import type { GoldEdit } from "./gold.js";
import type { TokenEdit } from "./token-edits.js";

/** Gold edits and edits of the output that overlap or touch. */
export interface Cluster {
  readonly start: number;
  readonly end: number;
  /** Indexes of gold edits. */
  readonly gold: readonly number[];
  readonly edits: readonly TokenEdit[];
}

interface Member {
  readonly start: number;
  readonly end: number;
  /** Index of the gold edit, -1 for one of the output. */
  readonly gold: number;
  readonly edit: TokenEdit | undefined;
}

/** Groups the edits of both sides. */
export function clustersOf(gold: readonly GoldEdit[], edits: readonly TokenEdit[]): Cluster[] {
  const members: Member[] = [
    ...gold.map(({ start, end }, index) => ({ start, end, gold: index, edit: undefined })),
    ...edits.map((edit) => ({ start: edit.start, end: edit.end, gold: -1, edit })),
  ];
  members.sort((a, b) => a.start - b.start || a.end - b.end);
  const clusters: Cluster[] = [];
  let current: Member[] = [];
  let end = -1;
  for (const member of members) {
    const last = current[current.length - 1];
    const insertionAtEnd = member.start === end && member.start === member.end;
    const behindInsertion = last !== undefined && last.start === last.end && last.start === member.start;
    if (last !== undefined && (member.start < end || insertionAtEnd || behindInsertion)) {
      current.push(member);
      end = Math.max(end, member.end);
      continue;
    }
    if (last !== undefined) clusters.push(toCluster(current));
    current = [member];
    end = member.end;
  }
  if (current.length > 0) clusters.push(toCluster(current));
  return clusters;
}

function toCluster(members: readonly Member[]): Cluster {
  return {
    start: Math.min(...members.map((member) => member.start)),
    end: Math.max(...members.map((member) => member.end)),
    gold: members.flatMap((member) => (member.gold >= 0 ? [member.gold] : [])),
    edits: members.flatMap((member) => member.edit ?? []),
  };
}
