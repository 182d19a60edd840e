import { formatConfidence } from "../edits/views/html.js";
import { jsonDiff } from "../edits/views/json.js";
import { makeVisible } from "../edits/visible.js";
import type { Edit } from "../types.js";
import { type Io, nameOf } from "./io.js";

/** Lists suggestions on standard error, one a line, as compilers place their warnings. */
export function listSuggestions(io: Io, file: string, text: string, suggestions: readonly Edit[]): void {
  for (const { line, column, before, after, confidence, entry } of jsonDiff(text, [], { suggestions }).suggestions) {
    const message = `perhaps ${JSON.stringify(after)} for ${JSON.stringify(before)} (${formatConfidence(confidence)}, ${entry})`;
    io.stderr.write(`${nameOf(file)}:${line}:${column}: ${makeVisible(message)}\n`);
  }
}
