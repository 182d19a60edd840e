import type { Unspinner } from "../unspin.js";
import type { Settings } from "./arguments.js";
import type { Io } from "./io.js";
import type { Output } from "./output.js";
import { listSuggestions } from "./suggestions.js";
import { type Tally, textsOf } from "./texts.js";

/** Writes the restored texts, one behind the other. */
export async function restoreTexts(
  settings: Settings,
  io: Io,
  output: Output,
  unspinner: Unspinner,
  tally: Tally,
): Promise<void> {
  for await (const { file, text } of textsOf(settings, io, tally)) {
    const restoration = unspinner.unspin(text);
    await output.write(restoration.text);
    if (settings.suggestions) listSuggestions(io, file, text, restoration.suggestions);
  }
}
