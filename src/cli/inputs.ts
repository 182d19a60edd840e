import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { UsageError } from "./exit-status.js";

/**
 * Puts the files in the place of the patterns that they match, in the order of their names: `pages/*.jsonl.gz`. A name
 * that is a file's is no pattern.
 *
 * @throws {UsageError} if nothing matches a pattern
 */
export async function expandPatterns(names: readonly string[]): Promise<string[]> {
  const files = await Promise.all(
    names.map(async (name) => {
      if (name === "-" || !isDynamicPattern(name) || (await exists(name))) return [name];
      const found = await glob(name.replaceAll("\\", "/"), { expandDirectories: false });
      if (found.length === 0) throw new UsageError(`${name}: no file matches`);
      return found.sort();
    }),
  );
  return files.flat();
}

/** Whether `--output` names a directory, there already or by its last character. */
export async function isDirectory(output: string | undefined): Promise<boolean> {
  if (output === undefined || output === "-") return false;
  if (/[/\\]$/.test(output)) return true;
  return stat(output).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/**
 * Where the results of each input go: files of the same names in a directory.
 *
 * @throws {UsageError} if two inputs have the same name, or one has none
 */
export function outputsIn(directory: string, inputs: readonly string[]): string[] {
  const outputs = inputs.map((file) => {
    if (file === "-") throw new UsageError("--output names a directory: standard input has no name there");
    return join(directory, basename(file));
  });
  const twice = outputs.find((output, index) => outputs.indexOf(output) !== index);
  if (twice !== undefined) throw new UsageError(`two inputs would be written to ${twice}`);
  return outputs;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
