import type { Mend } from "../src/artefacts/mend.js";
import { applyEdits } from "../src/index.js";

/** The text with the mends made; they must not overlap. */
export function rewritten(text: string, mends: readonly Pick<Mend, "start" | "end" | "text">[]): string {
  const sorted = [...mends].sort((a, b) => a.start - b.start || a.end - b.end);
  const edits = sorted.map(({ start, end, text: after }) => ({ start, end, before: text.slice(start, end), after }));
  return applyEdits(text, edits);
}
