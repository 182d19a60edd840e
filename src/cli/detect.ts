import type { Unspinner } from "../unspin.js";
import type { Settings } from "./arguments.js";
import { type Io, nameOf } from "./io.js";
import { formatJson } from "./json.js";
import type { Output } from "./output.js";
import { verdictLine } from "./terminal/verdict.js";
import { type Tally, textsOf } from "./texts.js";

/** Writes a verdict a line. */
export async function detectTexts(
  settings: Settings,
  io: Io,
  output: Output,
  unspinner: Unspinner,
  tally: Tally,
): Promise<void> {
  for await (const { file, text } of textsOf(settings, io, tally)) {
    const detection = unspinner.detect(text);
    if (settings.onlySpun && !detection.spun) continue;
    const line =
      settings.detect === "json" ? formatJson({ file, detection }) : `${nameOf(file)}: ${verdictLine(detection)}`;
    await output.write(`${line}\n`);
  }
}
