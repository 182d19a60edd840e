/** A substitution as somebody observed it. */
export interface ObservedPair {
  readonly spun: string;
  readonly original: string;
  /** Sightings, or papers in which it was seen. */
  readonly count: number;
  /** Words around it, "_" in its place; "" if none are given. */
  readonly context: string;
  /** The document must contain one of these, if there are any. */
  readonly requires: readonly string[];
  /** The document must contain none of these. */
  readonly unless: readonly string[];
}

/**
 * Reads a list of observed substitutions: tab-separated, lines that begin with "#" left out, the first other line names
 * the columns: `spun`, `original`, `count` or `papers`, and any of `context`, `requires`, `unless`; others are passed over.
 * Alternatives within a field stand between bars.
 *
 * @throws {SyntaxError} if the columns `spun` and `original` are not there
 */
export function parseObserved(source: string): ObservedPair[] {
  const rows = source
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
  const [names = [], ...body] = rows;
  for (const name of ["spun", "original"]) {
    if (!names.includes(name)) throw new SyntaxError(`no column ${JSON.stringify(name)} among ${names.join(", ")}`);
  }
  const count = names.includes("count") ? "count" : "papers";
  return body.map((row) => {
    const field = (name: string): string => row[names.indexOf(name)]?.trim() ?? "";
    return {
      spun: field("spun"),
      original: field("original"),
      count: Number(field(count)) || 1,
      context: field("context").split(";")[0]?.trim() ?? "",
      requires: alternativesOf(field("requires")),
      unless: alternativesOf(field("unless")),
    };
  });
}

function alternativesOf(field: string): string[] {
  return field
    .split("|")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
