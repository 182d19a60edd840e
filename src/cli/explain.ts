import { formatConfidence } from "../edits/views/html.js";
import { jsonDiff, type LocatedEdit } from "../edits/views/json.js";
import { makeVisible } from "../edits/visible.js";
import { nameOf } from "./io.js";
import type { Job } from "./job.js";
import { formatJson } from "./json.js";
import { verdictLine } from "./terminal/verdict.js";
import { textsOf } from "./texts.js";

/** Writes for each text its verdict and, edit by edit and suggestion by suggestion, why it was made or not. */
export async function explainTexts(job: Job): Promise<void> {
  const { settings, output, unspinner } = job;
  for await (const { file, text } of textsOf(job)) {
    const { edits, suggestions, detection } = unspinner.unspin(text);
    const located = jsonDiff(text, edits, { suggestions });
    if (settings.diff === "json") {
      await output.write(`${formatJson({ file, detection, ...located })}\n`);
      continue;
    }
    const found = [
      ...located.edits.map((edit) => ({ edit, made: true })),
      ...located.suggestions.map((edit) => ({ edit, made: false })),
    ].sort((a, b) => a.edit.start - b.edit.start);
    const { logLikelihoodRatio } = detection.evidence;
    await output.write(`${nameOf(file)}: ${verdictLine(detection)}, evidence ${logLikelihoodRatio.toFixed(1)} nats\n`);
    for (const { edit, made } of found) await output.write(explanation(edit, made));
  }
}

function explanation(edit: LocatedEdit, made: boolean): string {
  const { line, column, before, after, confidence, entry, reason, alternatives } = edit;
  const quoted = (text: string): string => makeVisible(JSON.stringify(text));
  const head = `${line}:${column}: ${quoted(before)} ${made ? ">" : "perhaps >"} ${quoted(after)}`;
  const others = alternatives.map((other) => `${quoted(other.text)} ${formatConfidence(other.confidence)}`);
  return [
    `  ${head}  ${formatConfidence(confidence)}`,
    `      entry   ${makeVisible(entry)}`,
    `      reason  ${makeVisible(reason)}`,
    ...(others.length > 0 ? [`      others  ${others.join(", ")}`] : []),
    "",
  ].join("\n");
}
