import { nameOf } from "./io.js";
import type { Job } from "./job.js";
import { formatJson } from "./json.js";
import { verdictLine } from "./terminal/verdict.js";
import { textsOf } from "./texts.js";

/** Writes a verdict a line. */
export async function detectTexts(job: Job): Promise<void> {
  const { settings, output, unspinner } = job;
  for await (const { file, text } of textsOf(job)) {
    const detection = unspinner.detect(text);
    if (settings.onlySpun && !detection.spun) continue;
    const line =
      settings.detect === "json" ? formatJson({ file, detection }) : `${nameOf(file)}: ${verdictLine(detection)}`;
    await output.write(`${line}\n`);
  }
}
