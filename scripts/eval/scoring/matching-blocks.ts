/** A run of equal items: `a[aStart + k] === b[bStart + k]` for `k < size`. */
export interface MatchingBlock {
  readonly aStart: number;
  readonly bStart: number;
  readonly size: number;
}

/**
 * The longest common runs of two sequences, found greedily from the longest one outwards (Ratcliff, Obershelp 1988), as
 * Python's `difflib.SequenceMatcher` does without its junk heuristics. Sorted; runs that touch on both sides are joined.
 *
 * @param a ids of items, at least 0
 * @param b ids of the same kind
 */
export function matchingBlocks(a: Int32Array, b: Int32Array): MatchingBlock[] {
  const places = indexItems(b);
  const blocks: MatchingBlock[] = [];
  const open: [aFrom: number, aTo: number, bFrom: number, bTo: number][] = [[0, a.length, 0, b.length]];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [aFrom, aTo, bFrom, bTo] = range;
    const block = longestMatch(a, places, aFrom, aTo, bFrom, bTo, b.length);
    if (block.size === 0) continue;
    blocks.push(block);
    const { aStart, bStart, size } = block;
    if (aFrom < aStart && bFrom < bStart) open.push([aFrom, aStart, bFrom, bStart]);
    if (aStart + size < aTo && bStart + size < bTo) open.push([aStart + size, aTo, bStart + size, bTo]);
  }
  blocks.sort((x, y) => x.aStart - y.aStart || x.bStart - y.bStart);
  return joined(blocks);
}

/** Where each item stands in a sequence, ascending. */
function indexItems(items: Int32Array): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  items.forEach((item, at) => {
    const list = places.get(item);
    if (list) list.push(at);
    else places.set(item, [at]);
  });
  return places;
}

const NOWHERE: readonly number[] = [];

/** The longest run in both ranges; of several the one that begins first in `a`, then in `b`. */
function longestMatch(
  a: Int32Array,
  places: ReadonlyMap<number, readonly number[]>,
  aFrom: number,
  aTo: number,
  bFrom: number,
  bTo: number,
  bLength: number,
): MatchingBlock {
  let best = { aStart: aFrom, bStart: bFrom, size: 0 };
  let previous: readonly number[] = NOWHERE;
  // Row by row: the length of the run that ends at a[i], b[j]; one slot ahead so that j - 1 is never negative.
  let above = new Int32Array(bLength + 1);
  let row = new Int32Array(bLength + 1);
  for (let i = aFrom; i < aTo; i++) {
    const here = places.get(a[i]) ?? NOWHERE;
    for (const j of here) {
      if (j < bFrom) continue;
      if (j >= bTo) break;
      const size = above[j] + 1;
      row[j + 1] = size;
      if (size > best.size) best = { aStart: i - size + 1, bStart: j - size + 1, size };
    }
    for (const j of previous) above[j + 1] = 0;
    [above, row] = [row, above];
    previous = here;
  }
  return best;
}

function joined(blocks: readonly MatchingBlock[]): MatchingBlock[] {
  const result: MatchingBlock[] = [];
  for (const block of blocks) {
    const last = result[result.length - 1];
    const touches =
      last !== undefined && last.aStart + last.size === block.aStart && last.bStart + last.size === block.bStart;
    if (touches) result[result.length - 1] = { ...last, size: last.size + block.size };
    else result.push(block);
  }
  return result;
}
