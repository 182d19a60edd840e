import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { errorCode, OutputError, UsageError } from "../exit-status.js";
import type { Counts, Statistics } from "./tally.js";

/** How far a run has come: all up to here is in the files, nothing behind it. */
export interface Position {
  /** Number of the input, from 0. */
  readonly input: number;
  /** Bytes of it, decompressed, that are done, and the number of the line that follows. */
  readonly offset: number;
  readonly line: number;
  /** Length of the unfinished output and of the unfinished file of rejects, in bytes. */
  readonly output: number;
  readonly rejects: number;
  /** Whether the output is complete and only has to get its name. */
  readonly complete: boolean;
  readonly counts: Counts;
  readonly statistics: Statistics | undefined;
}

/** What a run is of; one can only be gone on with as the same. */
export interface RunIdentity {
  readonly version: string;
  /** Options that change what is written. */
  readonly options: unknown;
  readonly inputs: readonly { readonly file: string; readonly size: number; readonly modified: number }[];
}

/** A file beside the output that tells how far a run has come. It is replaced as a whole, so it is never half written. */
export interface Journal {
  record(position: Position): Promise<void>;
  remove(): Promise<void>;
}

/** @param path of the file */
export function openJournal(path: string, identity: RunIdentity): Journal {
  return {
    record: async (position) => {
      try {
        await writeFile(`${path}.new`, JSON.stringify({ identity, position }));
        await rename(`${path}.new`, path);
      } catch (error) {
        throw new OutputError(path, error);
      }
    },
    remove: () => rm(path, { force: true }),
  };
}

/**
 * Where an earlier run stopped; `undefined` if there is nothing on record.
 *
 * @throws {UsageError} if the record is of another run: other inputs or options
 */
export async function readJournal(path: string, identity: RunIdentity): Promise<Position | undefined> {
  let source: string;
  try {
    source = await readFile(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw new UsageError(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  let record: { identity?: unknown; position?: Position };
  try {
    record = JSON.parse(source) as typeof record;
  } catch {
    throw new UsageError(`${path} is damaged: remove it to begin anew`);
  }
  if (JSON.stringify(record.identity) !== JSON.stringify(identity) || record.position === undefined) {
    throw new UsageError(`${path} is of a run with other inputs or options: remove it to begin anew`);
  }
  return record.position;
}
