import { InputError } from "../errors.js";
import { parseArguments, type Settings } from "./arguments.js";
import { detectTexts } from "./detect.js";
import { EXIT, OutputError, UsageError } from "./exit-status.js";
import { HELP } from "./help.js";
import { type Io, report } from "./io.js";
import { restoreRecords } from "./jsonl/command.js";
import { openRejects } from "./jsonl/rejects.js";
import { type Output, openOutput } from "./output.js";
import { refuseOverwriting } from "./overwriting.js";
import { restoreTexts } from "./restore.js";
import { setUp } from "./setup.js";
import { showDiffs } from "./show-diff.js";
import type { Tally } from "./texts.js";
import { VERSION } from "./version.js";

/**
 * Runs the command. Never throws: what goes wrong is said on standard error and by the exit status.
 *
 * @param args without the names of the interpreter and the script
 * @returns the exit status, one of `EXIT`
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  try {
    const settings = parseArguments(args);
    const tally: Tally = { rejected: 0 };
    await dispatch(settings, io, tally);
    return tally.rejected > 0 ? EXIT.rejected : EXIT.ok;
  } catch (error) {
    return explain(error, io);
  }
}

async function dispatch(settings: Settings, io: Io, tally: Tally): Promise<void> {
  const { command } = settings;
  if (command === "help" || command === "version") {
    const output = await openOutput(undefined, io);
    return output.write(command === "help" ? HELP : `unspin ${VERSION}\n`);
  }
  await refuseOverwriting(settings);
  const unspinner = await setUp(settings);
  const rejects = await openRejects(settings.rejects, io);
  const output = await openOutput(settings.output, io);
  try {
    if (command === "jsonl") await restoreRecords(settings, io, output, unspinner, tally, rejects.reject);
    else if (command === "diff") await showDiffs(settings, io, output, unspinner, tally);
    else if (command === "detect") await detectTexts(settings, io, output, unspinner, tally);
    else await restoreTexts(settings, io, output, unspinner, tally);
  } catch (error) {
    await leave(output, io);
    throw error;
  } finally {
    await rejects.close();
  }
  await output.finish(tally.rejected === 0);
}

/** Says where the part is that was done before the run ended. */
async function leave(output: Output, io: Io): Promise<void> {
  const kept = await output.abandon().catch(() => undefined);
  if (kept !== undefined) report(io, `what was done is in ${kept}`);
}

function explain(error: unknown, io: Io): number {
  if (io.signal.aborted) return io.signal.reason === "SIGTERM" ? EXIT.terminated : EXIT.interrupted;
  if (error instanceof OutputError) {
    // Who closed the pipe knows.
    if (error.brokenPipe) return EXIT.brokenPipe;
    report(io, error.message);
    return EXIT.output;
  }
  if (error instanceof UsageError) {
    report(io, `${error.message}\nTry "unspin --help".`);
    return EXIT.usage;
  }
  if (error instanceof InputError) {
    report(io, error.message);
    return EXIT.usage;
  }
  report(io, error instanceof Error ? error.message : String(error));
  return EXIT.failure;
}
