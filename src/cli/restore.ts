import { OutputError } from "./exit-status.js";
import { nameOf, reasonOf, report } from "./io.js";
import type { Job } from "./job.js";
import { isLongFile, restoreLongFile } from "./long-file.js";
import { openOutput } from "./output.js";
import { listSuggestions } from "./suggestions.js";
import { textsOf } from "./texts.js";

/** Writes the restored texts, one behind the other. */
export async function restoreTexts(job: Job): Promise<void> {
  const { settings } = job;
  for (const file of settings.files) {
    // What is to be said of a text as a whole is known when it has been read.
    const whole = settings.onlySpun || settings.suggestions || !(await isLongFile(file));
    if (whole) await restoreWhole({ ...job, settings: { ...settings, files: [file] } });
    else await restoreLong(file, job);
  }
}

async function restoreWhole(job: Job): Promise<void> {
  const { settings, io, output, unspinner } = job;
  for await (const { file, text } of textsOf(job)) {
    const restoration = unspinner.unspin(text);
    if (settings.onlySpun && !restoration.detection.spun) continue;
    await output.write(restoration.text);
    if (settings.suggestions) listSuggestions(io, file, text, restoration.suggestions);
  }
}

async function restoreLong(file: string, job: Job): Promise<void> {
  const { io, tally } = job;
  try {
    await restoreLongFile(file, job);
  } catch (error) {
    io.signal.throwIfAborted();
    if (error instanceof OutputError) throw error;
    report(io, `${nameOf(file)}: ${reasonOf(error)}`);
    tally.rejected++;
  }
}

/** Writes each restored text to a file of its own. */
export async function restoreInto(outputs: readonly string[], job: Omit<Job, "output">): Promise<void> {
  const { settings, io, tally } = job;
  for (const [index, file] of settings.files.entries()) {
    const before = tally.rejected;
    const output = await openOutput(outputs[index], io);
    try {
      await restoreTexts({ ...job, settings: { ...settings, files: [file] }, output });
    } catch (error) {
      await output.abandon();
      throw error;
    }
    await output.finish(tally.rejected === before);
  }
}
