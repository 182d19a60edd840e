import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Settings } from "../arguments.js";
import { UsageError } from "../exit-status.js";
import { targetOf } from "../output.js";
import { VERSION } from "../version.js";
import { type Journal, openJournal, type Position, type RunIdentity, readJournal } from "./journal.js";
import { completeFile, partialOf } from "./record-output.js";
import { noCounts, noStatistics } from "./tally.js";

/** What a run over records reads and writes. */
export interface RunPlan {
  readonly inputs: readonly string[];
  /** By input; all the same for one output, `undefined` for standard output. */
  readonly outputs: readonly (string | undefined)[];
  /** Whether each input has an output of its own. */
  readonly separate: boolean;
  /** Sizes of the inputs on disk; 0 where that says nothing. */
  readonly sizes: readonly number[];
  /** Kept if the run can be gone on with. */
  readonly journal: Journal | undefined;
  readonly start: Position;
  /** Whether an earlier run went through, so that nothing is left to do. */
  readonly finished: boolean;
}

const JOURNAL = "unspin.progress";

/**
 * Plans a run: where it writes, and where it begins if it goes on with an earlier one.
 *
 * @throws {UsageError} if it cannot be gone on with as asked
 */
export async function planRun(
  settings: Settings,
  inputs: readonly string[],
  outputs: readonly (string | undefined)[],
): Promise<RunPlan> {
  const separate = settings.directory;
  const [output] = outputs;
  const files = [...new Set(outputs.filter((file) => file !== undefined && file !== "-"))] as string[];
  const targets = await Promise.all(files.map(targetOf));
  const resumable = targets.length > 0 && targets.every(({ replace }) => replace);
  if (settings.resume && !resumable) throw new UsageError("--resume goes with --output FILE or DIR");
  const facts = await Promise.all(inputs.map(factsOf));
  const path =
    separate && output !== undefined ? join(dirname(output), JOURNAL) : targets[0] && `${targets[0].path}.progress`;
  const identity: RunIdentity = { version: VERSION, options: optionsOf(settings), inputs: facts };
  const journal = resumable && path !== undefined ? openJournal(path, identity) : undefined;
  const earlier = settings.resume && path !== undefined ? await readJournal(path, identity) : undefined;
  const sizes = facts.map(({ size }) => size);
  const finished = settings.resume && earlier === undefined && (await areThere(targets.map((target) => target.path)));
  // What an earlier run has put on record is of no use to a new one.
  if (!settings.resume && !settings.dryRun) await journal?.remove();
  return { inputs, outputs, separate, sizes, journal, start: earlier ?? beginning(settings), finished };
}

function beginning(settings: Settings): Position {
  const statistics = settings.stats === undefined ? undefined : noStatistics();
  return { input: 0, offset: 0, line: 1, output: 0, rejects: 0, complete: false, counts: noCounts(), statistics };
}

/** The options that change what is written. */
function optionsOf(settings: Settings): unknown {
  const { field, idField, preset, minConfidence, ignore, dictionaries, thorough, detect, onlySpun, attributes } =
    settings;
  const { output, rejects, maxSize, stats } = settings;
  const how = { field, idField, preset, minConfidence, ignore, dictionaries, thorough, onlySpun, attributes, maxSize };
  return { ...how, detect: detect !== undefined, output, rejects, stats: stats !== undefined };
}

/** Whether all files are there and none of them has an unfinished successor. */
async function areThere(paths: readonly string[]): Promise<boolean> {
  const found = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  const unfinished = await Promise.all(
    paths.map((path) =>
      stat(partialOf(path)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.every(Boolean) && !unfinished.some(Boolean);
}

async function factsOf(file: string): Promise<RunIdentity["inputs"][number]> {
  const found = file === "-" ? undefined : await stat(file).catch(() => undefined);
  return { file, size: found?.isFile() ? found.size : 0, modified: found?.mtimeMs ?? 0 };
}

/** Completes an output if an earlier run ended just before that. */
export async function completeEarlier(output: string): Promise<void> {
  const { path } = await targetOf(output);
  const found = await stat(partialOf(path)).catch(() => undefined);
  if (found) await completeFile(path, output);
}
