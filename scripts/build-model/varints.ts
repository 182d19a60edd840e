/** Writes numbers of seven bits a byte, low ones first; the high bit says that more follow. */
export interface Varints {
  add(value: number): void;
  bytes(): Uint8Array;
}

/** An empty sequence of variable-length numbers. */
export function createVarints(): Varints {
  let buffer = new Uint8Array(1 << 16);
  let count = 0;
  return {
    add(value) {
      if (count + 5 > buffer.length) {
        const larger = new Uint8Array(buffer.length * 2);
        larger.set(buffer);
        buffer = larger;
      }
      let rest = value;
      for (; rest > 127; rest >>>= 7) buffer[count++] = (rest & 127) | 128;
      buffer[count++] = rest;
    },
    bytes: () => buffer.slice(0, count),
  };
}
