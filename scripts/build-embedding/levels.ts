/** Levels of a coordinate go from -`MOST` to `MOST` - 1. */
const MOST = 8;
/** A level, in standard deviations of its column. */
const LEVEL = 0.4;

/** A matrix in whole levels, and by column how much one of them is. */
export interface Levelled {
  readonly levels: Int8Array;
  readonly steps: Float64Array;
}

/** Rounds a matrix, row by row, to levels. */
export function toLevels(matrix: Float32Array, columns: number): Levelled {
  const steps = new Float64Array(columns);
  matrix.forEach((value, at) => {
    steps[at % columns] += value ** 2;
  });
  for (let d = 0; d < columns; d++) steps[d] = LEVEL * Math.sqrt((steps[d] * columns) / matrix.length);
  const levels = Int8Array.from(matrix, (value, at) =>
    Math.max(-MOST, Math.min(MOST - 1, Math.round(value / steps[at % columns]))),
  );
  return { levels, steps };
}
