#!/usr/bin/env node
import type { Io } from "./io.js";
import { run } from "./run.js";

const controller = new AbortController();

// The first signal ends the run after the document at hand, the second one at once.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort(signal));
// Failed writes are handled where they are made; these listeners only keep them from ending the process before.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});
controller.signal.addEventListener("abort", () => process.stdin.destroy());

const io: Io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  signal: controller.signal,
};

process.exitCode = await run(process.argv.slice(2), io);
process.stdin.destroy();
