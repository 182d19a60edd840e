/** There are never so many values. */
const MOST = 2 ** 20;

/**
 * The indexes of values, that of the greatest one first, of equal ones the lower index first. Values count as single
 * precision rounds them: their bits as whole numbers have their order, and index and bits fit into one number, so that
 * sorting compares nothing but numbers.
 *
 * @param values none less than 0, fewer than a million
 */
export function byFallingValue(values: Float64Array): Uint32Array {
  const bits = new Uint32Array(new Float32Array(values).buffer);
  const keys = values.map((_, index) => index - bits[index] * MOST).sort();
  return new Uint32Array(keys.map((key) => key - Math.floor(key / MOST) * MOST));
}
