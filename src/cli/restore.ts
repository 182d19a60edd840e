import type { Unspinner } from "../unspin.js";
import type { Settings } from "./arguments.js";
import type { Io } from "./io.js";
import { type Output, openOutput } from "./output.js";
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
    if (settings.onlySpun && !restoration.detection.spun) continue;
    await output.write(restoration.text);
    if (settings.suggestions) listSuggestions(io, file, text, restoration.suggestions);
  }
}

/** Writes each restored text to a file of its own. */
export async function restoreInto(
  outputs: readonly string[],
  settings: Settings,
  io: Io,
  unspinner: Unspinner,
  tally: Tally,
): Promise<void> {
  for (const [index, file] of settings.files.entries()) {
    const before = tally.rejected;
    const output = await openOutput(outputs[index], io);
    try {
      await restoreTexts({ ...settings, files: [file] }, io, output, unspinner, tally);
    } catch (error) {
      await output.abandon();
      throw error;
    }
    await output.finish(tally.rejected === before);
  }
}
