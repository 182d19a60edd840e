import type { Unspinner } from "../unspin.js";
import type { Settings } from "./arguments.js";
import { OutputError } from "./exit-status.js";
import { type Io, nameOf, reasonOf, report } from "./io.js";
import { isLongFile, restoreLongFile } from "./long-file.js";
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
  for (const file of settings.files) {
    // What is to be said of a text as a whole is known when it has been read.
    const whole = settings.onlySpun || settings.suggestions || !(await isLongFile(file));
    if (whole) await restoreWhole({ ...settings, files: [file] }, io, output, unspinner, tally);
    else await restoreLong(file, io, output, unspinner, tally);
  }
}

async function restoreWhole(
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

async function restoreLong(file: string, io: Io, output: Output, unspinner: Unspinner, tally: Tally): Promise<void> {
  try {
    await restoreLongFile(file, io, output, unspinner);
  } catch (error) {
    io.signal.throwIfAborted();
    if (error instanceof OutputError) throw error;
    report(io, `${nameOf(file)}: ${reasonOf(error)}`);
    tally.rejected++;
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
