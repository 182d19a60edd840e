/*
 * Counts what a piece of code does without a change to it: while it runs, every typed array that it makes is wrapped so
 * that each element read and written is counted, and every character of a string that it looks at is counted too. Time is
 * at the mercy of the machine; these counts are the same everywhere.
 */

const TYPED = [
  "Int8Array",
  "Uint8Array",
  "Int16Array",
  "Uint16Array",
  "Int32Array",
  "Uint32Array",
  "Float32Array",
  "Float64Array",
] as const;

/** How many operations `work` takes: elements read and written, characters looked at. */
export function countOperations(work: () => void): number {
  let operations = 0;
  const wrap = <T extends object>(array: T): T =>
    new Proxy(array, {
      get(target, key) {
        operations++;
        const value: unknown = Reflect.get(target, key, target);
        // A method works on the whole array: as many operations as it has elements, roughly.
        if (typeof value !== "function") return value;
        return (...given: unknown[]): unknown => {
          operations += methodCost(String(key), target as ArrayLike<number>, given);
          const result: unknown = Reflect.apply(value, target, given);
          return ArrayBuffer.isView(result) ? wrap(result) : result;
        };
      },
      set(target, key, value) {
        operations++;
        return Reflect.set(target, key, value, target);
      },
    });
  const world = globalThis as unknown as Record<string, new (...given: unknown[]) => object>;
  const saved = TYPED.map((name) => world[name]);
  const { charCodeAt } = String.prototype;
  TYPED.forEach((name, index) => {
    const original = saved[index];
    world[name] = new Proxy(original, {
      construct: (target, given) => wrap(new target(...given)),
      // `from` and `of` ask for the constructor itself.
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (key !== "from" && key !== "of") return value;
        return (...given: unknown[]): unknown => {
          const made = Reflect.apply(value as typeof Int32Array.of, target, given) as Int32Array;
          operations += made.length;
          return wrap(made);
        };
      },
    });
  });
  String.prototype.charCodeAt = function (this: string, at: number): number {
    operations++;
    return charCodeAt.call(this, at);
  };
  try {
    work();
  } finally {
    TYPED.forEach((name, index) => {
      world[name] = saved[index];
    });
    String.prototype.charCodeAt = charCodeAt;
  }
  return operations;
}

/** What a method of a typed array costs: `fill` and its like their span, `set` what is given, `indexOf` as far as it looks, others the whole array. */
function methodCost(name: string, target: ArrayLike<number>, given: readonly unknown[]): number {
  if (name === "subarray") return 1;
  if (name === "set") return (given[0] as ArrayLike<number>).length;
  if (name === "indexOf") {
    const from = (given[1] as number | undefined) ?? 0;
    const found = Array.prototype.indexOf.call(target, given[0], from);
    return (found < 0 ? target.length : found + 1) - from;
  }
  if (name === "fill" || name === "slice" || name === "copyWithin") {
    const at = name === "fill" ? 1 : 0;
    const from = (given[at] as number | undefined) ?? 0;
    const to = (given[at + 1] as number | undefined) ?? target.length;
    return Math.max(0, Math.min(to, target.length) - from);
  }
  return target.length;
}
