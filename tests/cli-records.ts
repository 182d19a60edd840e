import { readFileSync } from "node:fs";

/** A spun article. */
export const SPUN = readFileSync(new URL("../demo/seed-article.txt", import.meta.url), "utf8");
/** A text that nobody spun. */
export const CLEAN = "The baker opened her shop at six, as she did every morning.";

/** Records of which every fifth is spun. */
export function records(count: number, from = 0): string {
  return Array.from({ length: count }, (_, i) => {
    const id = from + i;
    return `${JSON.stringify({ id, meta: { url: `a/${id}`, big: 1e300 }, text: id % 5 === 0 ? SPUN : CLEAN })}\n`;
  }).join("");
}

/** The ids of records, in order. */
export function ids(output: string): number[] {
  return output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).id as number);
}
