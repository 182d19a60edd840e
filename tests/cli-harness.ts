import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { onTestFinished } from "vitest";
import { run } from "../src/cli/run.js";

/** What a run of the command gave. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the command finds around it. */
export interface Surroundings {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
  readonly signal?: AbortSignal;
}

/** Runs the command within this process. */
export async function runCommand(args: readonly string[], around: Surroundings = {}): Promise<Outcome> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  const stdout = Object.assign(collector(out), around.terminal ? { isTTY: true, columns: 80 } : {});
  const { stdin = "", env = {}, signal = new AbortController().signal } = around;
  const input = Readable.from([Buffer.from(stdin)]);
  const status = await run(args, { stdin: input, stdout, stderr: collector(err), env, signal });
  return { status, stdout: Buffer.concat(out).toString("utf8"), stderr: Buffer.concat(err).toString("utf8") };
}

function collector(chunks: Buffer[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
}

/** A directory that is gone when the test is. */
export interface Scratch {
  /** Writes a file. @returns its path */
  write(name: string, content: string | Uint8Array): string;
  path(name: string): string;
  read(name: string): string;
}

export function scratchDirectory(): Scratch {
  const directory = mkdtempSync(join(tmpdir(), "unspin-test-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const path = (name: string): string => join(directory, name);
  return {
    path,
    write(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
    read: (name) => readFileSync(path(name), "utf8"),
  };
}
