type Column = Int8Array | Uint8Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array;

/** Between the columns there is room for the widest of numbers to stand where it has to, in bytes. */
const ALIGNMENT = 8;

/** Whether memory can be shared with other threads here: always in Node, in browsers on isolated pages. */
export function canShare(): boolean {
  return typeof SharedArrayBuffer === "function";
}

/**
 * A copy of plain data whose columns of numbers lie in one piece of shared memory: handed to another thread, they are not
 * copied. Columns that are shared already are left where they are. What two places have in common they still have in common.
 */
export function inSharedMemory<Data>(data: Data): Data {
  const columns = new Set<Column>();
  const visited = new Set<unknown>();
  visit(data, columns, visited);
  const size = [...columns].reduce((sum, column) => sum + roomFor(column), 0);
  const memory = new SharedArrayBuffer(size);
  const moved = new Map<unknown, unknown>();
  let at = 0;
  for (const column of columns) {
    moved.set(column, placed(column, memory, at));
    at += roomFor(column);
  }
  return copied(data, moved) as Data;
}

function isColumn(value: unknown): value is Column {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function roomFor({ byteLength }: Column): number {
  return Math.ceil(byteLength / ALIGNMENT) * ALIGNMENT;
}

/** A column's numbers at a place in memory. */
function placed(column: Column, memory: SharedArrayBuffer, at: number): Column {
  const bytes = new Uint8Array(memory, at, column.byteLength);
  bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  const Kind = column.constructor as new (buffer: SharedArrayBuffer, offset: number, length: number) => Column;
  return new Kind(memory, at, column.length);
}

/** Collects the columns that are not shared yet. */
function visit(value: unknown, columns: Set<Column>, visited: Set<unknown>): void {
  if (typeof value !== "object" || value === null || visited.has(value)) return;
  visited.add(value);
  if (isColumn(value)) {
    if (value.buffer instanceof ArrayBuffer) columns.add(value);
  } else if (!(value instanceof Map || value instanceof Set)) {
    for (const part of Object.values(value)) visit(part, columns, visited);
  }
}

function copied(value: unknown, moved: Map<unknown, unknown>): unknown {
  if (typeof value !== "object" || value === null || value instanceof Map || value instanceof Set) return value;
  const known = moved.get(value);
  if (known !== undefined) return known;
  if (isColumn(value)) return value;
  const copy: unknown = Array.isArray(value)
    ? value.map((part: unknown) => copied(part, moved))
    : Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copied(part, moved)]));
  moved.set(value, copy);
  return copy;
}
