const DIGITS = 256;
/** Fewer values than this are sorted by comparing them. */
const FEW = 40;

/**
 * The indexes of values, that of the greatest one first, of equal ones the lower index first. A radix sort of the values
 * rounded to single precision, whose bits as whole numbers have their order, and then, by comparison, of what is the same
 * after rounding.
 *
 * @param values none less than 0
 */
export function byFallingValue(values: Float64Array): Uint32Array {
  const count = values.length;
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  if (count < FEW) return order.sort((a, b) => values[b] - values[a] || a - b);
  const keys = new Uint32Array(new Float32Array(values).buffer);
  const sorted = radixSorted(order, keys);
  for (let i = 1; i < count; i++) {
    const index = sorted[i];
    let at = i;
    for (; at > 0 && keys[sorted[at - 1]] === keys[index] && values[sorted[at - 1]] < values[index]; at--) {
      sorted[at] = sorted[at - 1];
    }
    sorted[at] = index;
  }
  return sorted;
}

/** Indexes by falling key, in four rounds of eight bits; the order of equal keys stays. */
function radixSorted(indexes: Uint32Array, keys: Uint32Array): Uint32Array {
  let from: Uint32Array = indexes;
  let to: Uint32Array = new Uint32Array(indexes.length);
  const starts = new Uint32Array(DIGITS + 1);
  for (let shift = 0; shift < 32; shift += 8) {
    starts.fill(0);
    for (let i = 0; i < keys.length; i++) starts[DIGITS - ((keys[i] >>> shift) & (DIGITS - 1))]++;
    for (let digit = 1; digit <= DIGITS; digit++) starts[digit] += starts[digit - 1];
    for (let i = 0; i < from.length; i++) {
      const digit = DIGITS - 1 - ((keys[from[i]] >>> shift) & (DIGITS - 1));
      to[starts[digit]++] = from[i];
    }
    [from, to] = [to, from];
  }
  return from;
}
