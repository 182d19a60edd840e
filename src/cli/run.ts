import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { DictionaryError, InputError } from "../errors.js";
import { parseArguments, readCommandLine, type Settings } from "./arguments.js";
import { compareTexts } from "./compare.js";
import { requireCodecs } from "./compression.js";
import { readConfig } from "./config.js";
import { detectTexts } from "./detect.js";
import { describeRun } from "./dry-run.js";
import { EXIT, OutputError, UsageError } from "./exit-status.js";
import { explainTexts } from "./explain.js";
import { HELP } from "./help.js";
import { expandPatterns, isDirectory, outputsIn } from "./inputs.js";
import { type Io, report } from "./io.js";
import type { Tally } from "./job.js";
import { type Output, openOutput } from "./output.js";
import { refuseOverwriting } from "./overwriting.js";
import { restoreInto, restoreTexts } from "./restore.js";
import { restorerOptions } from "./setup.js";
import { showDiffs } from "./show-diff.js";
import { VERSION } from "./version.js";

/**
 * Runs the command. Never throws: what goes wrong is said on standard error and by the exit status.
 *
 * @param args without the names of the interpreter and the script
 * @returns the exit status, one of `EXIT`
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  try {
    const tally: Tally = { rejected: 0 };
    await dispatch(await settingsOf(args), io, tally);
    return tally.rejected > 0 ? EXIT.rejected : EXIT.ok;
  } catch (error) {
    return explain(error, io);
  }
}

async function settingsOf(args: readonly string[]): Promise<Settings> {
  const { config } = readCommandLine(args).values;
  const settings = parseArguments(args, config === undefined ? {} : await readConfig(config));
  if (settings.command === "help" || settings.command === "version") return settings;
  const files = await expandPatterns(settings.files);
  const directory = await isDirectory(settings.output);
  if (directory && settings.command !== "jsonl" && settings.command !== "restore") {
    throw new UsageError("--output can be a directory where texts or records are restored");
  }
  const { output, rejects, stats } = settings;
  requireCodecs([...files, ...[output, rejects, stats].filter((file) => file !== undefined)]);
  return { ...settings, files, directory };
}

async function dispatch(settings: Settings, io: Io, tally: Tally): Promise<void> {
  const { command, output: file } = settings;
  if (command === "help" || command === "version") {
    const output = await openOutput(undefined, io);
    return output.write(command === "help" ? HELP : `unspin ${VERSION}\n`);
  }
  const outputs = settings.directory && file !== undefined ? outputsIn(file, settings.files) : undefined;
  await refuseOverwriting(settings, outputs);
  const each = outputs ?? settings.files.map(() => file);
  if (settings.dryRun) return describeRun(settings, io, each);
  const options = await restorerOptions(settings);
  if (outputs !== undefined) await mkdir(dirname(outputs[0]), { recursive: true });
  // The library is loaded here and not before: --help and --version do without it.
  if (command === "jsonl") {
    const { runRecords } = await import("./jsonl/start.js");
    return runRecords(settings, io, each, options, tally);
  }
  const { createUnspinner } = await import("../unspin.js");
  const job = { settings, io, tally, unspinner: createUnspinner(options) };
  if (outputs !== undefined) return restoreInto(outputs, job);
  const write = {
    restore: restoreTexts,
    diff: showDiffs,
    detect: detectTexts,
    compare: compareTexts,
    explain: explainTexts,
  };
  const output = await openOutput(file, io);
  try {
    await write[command]({ ...job, output });
  } catch (error) {
    await leave(output, io);
    throw error;
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
  if (error instanceof InputError || error instanceof DictionaryError) {
    report(io, error.message);
    return EXIT.usage;
  }
  report(io, error instanceof Error ? error.message : String(error));
  return EXIT.failure;
}
