import { realpath } from "node:fs/promises";
import type { Settings } from "./arguments.js";
import { UsageError } from "./exit-status.js";

/**
 * Refuses to write where something would be lost: rejects over input or output, and records over their own file
 * when the bad ones among them are not kept anywhere.
 *
 * @throws {UsageError}
 */
export async function refuseOverwriting(settings: Settings): Promise<void> {
  const { output, rejects, files, command } = settings;
  const inputs = await Promise.all(files.filter((file) => file !== "-").map(resolved));
  if (rejects !== undefined) {
    const path = await resolved(rejects);
    if (inputs.includes(path)) throw new UsageError("--rejects names an input file");
    if (output !== undefined && path === (await resolved(output))) throw new UsageError("--rejects names the output");
  } else if (command === "jsonl" && output !== undefined && inputs.includes(await resolved(output))) {
    throw new UsageError("--output names an input file: add --rejects, or its bad records would be lost");
  }
}

/** The path without symbolic links; a file that is not there yet has none. */
async function resolved(file: string): Promise<string> {
  return realpath(file).catch(() => file);
}
