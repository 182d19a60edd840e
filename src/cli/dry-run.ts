import { stat } from "node:fs/promises";
import type { Settings } from "./arguments.js";
import { codecOf } from "./compression.js";
import { type Io, nameOf, reasonOf } from "./io.js";
import { planRun } from "./jsonl/run-record.js";
import { openOutput } from "./output.js";

/** Says what a run would read and write, and where it would begin. Nothing is written, and nothing restored. */
export async function describeRun(settings: Settings, io: Io, outputs: readonly (string | undefined)[]): Promise<void> {
  const lines = await Promise.all(
    settings.files.map(async (file, index) => `${await describeInput(file)} > ${describeOutput(outputs[index])}`),
  );
  if (settings.command === "jsonl") {
    const { start, finished } = await planRun(settings, settings.files, outputs);
    const { input, offset, line, counts } = start;
    if (finished) lines.push("complete: nothing would be done");
    else if (input > 0 || offset > 0) {
      lines.push(`goes on in ${nameOf(settings.files[input])} at line ${line}, ${counts.documents} documents are done`);
    }
    lines.push(
      `field ${settings.field.join(".")}, workers ${settings.workers}, records up to ${settings.maxSize} bytes`,
    );
    if (settings.rejects !== undefined) lines.push(`rejects > ${settings.rejects}`);
    if (settings.stats !== undefined) lines.push(`statistics > ${settings.stats}`);
  }
  const { preset, minConfidence, thorough } = settings;
  const bound = minConfidence === undefined ? "" : `, least confidence ${minConfidence}`;
  lines.push(`preset ${preset}${bound}${thorough ? ", every text in full" : ""}`);
  const output = await openOutput(undefined, io);
  await output.write(`${lines.join("\n")}\n`);
}

async function describeInput(file: string): Promise<string> {
  if (file === "-") return "standard input";
  const size = await stat(file).then(
    (found) => `${found.size} bytes`,
    (error: unknown) => reasonOf(error),
  );
  const codec = codecOf(file);
  return `${nameOf(file)} (${size}${codec === undefined ? "" : `, ${codec}`})`;
}

function describeOutput(file: string | undefined): string {
  return file === undefined || file === "-" ? "standard output" : nameOf(file);
}
