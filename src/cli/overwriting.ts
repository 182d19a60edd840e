import { realpath } from "node:fs/promises";
import type { Settings } from "./arguments.js";
import { UsageError } from "./exit-status.js";

/**
 * Refuses to write where something would be lost: rejects over input or output, and records over their own file
 * when the bad ones among them are not kept anywhere.
 *
 * @param outputs files in a directory, if that is where results go
 * @throws {UsageError}
 */
export async function refuseOverwriting(settings: Settings, outputs: readonly string[] | undefined): Promise<void> {
  const { output, rejects, stats, files, command, resume } = settings;
  const inputs = await Promise.all(files.filter((file) => file !== "-").map(resolved));
  const written = await Promise.all((outputs ?? (output === undefined ? [] : [output])).map(resolved));
  const over = written.some((file) => inputs.includes(file));
  for (const [option, file] of [
    ["--rejects", rejects],
    ["--stats", stats],
  ] as const) {
    if (file === undefined) continue;
    const path = await resolved(file);
    if (inputs.includes(path)) throw new UsageError(`${option} names an input file`);
    if (written.includes(path)) throw new UsageError(`${option} names the output`);
  }
  if (command !== "jsonl" || !over) return;
  if (rejects === undefined) {
    throw new UsageError("--output names an input file: add --rejects, or its bad records would be lost");
  }
  if (resume) throw new UsageError("--resume cannot go on with an input that is its own output");
}

/** The path without symbolic links; a file that is not there yet has none. */
async function resolved(file: string): Promise<string> {
  return realpath(file).catch(() => file);
}
