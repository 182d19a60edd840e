const DIGITS = 6;

/** Data as one line of JSON. Fractions get six significant digits: more would only be bytes. */
export function formatJson(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(DIGITS)) : value,
  );
}
