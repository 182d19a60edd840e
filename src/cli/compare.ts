import { diffWordsWithSpace } from "diff";
import { applyEdits } from "../edits/apply.js";
import type { Edit, Restoration } from "../types.js";
import { UsageError } from "./exit-status.js";
import type { Job } from "./job.js";
import { diffFormat, diffRenderer } from "./show-diff.js";
import { type NamedText, textsOf } from "./texts.js";

/** Writes what changed from one text to another, whoever changed it, in the formats of `--diff`. */
export async function compareTexts(job: Job): Promise<void> {
  const { settings, io, output, unspinner } = job;
  const texts: NamedText[] = [];
  for await (const named of textsOf(job)) texts.push(named);
  if (texts.length < 2) return;
  const [before, after] = texts;
  const edits = editsBetween(before.text, after.text);
  const detection = unspinner.detect(before.text);
  const restoration: Restoration = { text: applyEdits(before.text, edits), edits, suggestions: [], detection };
  const format = diffFormat(settings, io);
  if (format === "sarif" || format === "vfile") throw new UsageError(`unspin diff cannot write ${format}`);
  await output.write(diffRenderer({ ...settings, files: [before.file] }, io, format)(before, restoration));
}

/** The words that differ, as edits that are sure. */
function editsBetween(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let open: { start: number; removed: string; added: string } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const { start, removed, added } = open;
    const facts = { kind: "word", entry: "comparison", reason: "differs", confidence: 1, alternatives: [] } as const;
    edits.push({ start, end: start + removed.length, before: removed, after: added, ...facts });
    open = undefined;
  };
  for (const { value, added, removed } of diffWordsWithSpace(before, after)) {
    if (!added && !removed) {
      close();
      at += value.length;
      continue;
    }
    open ??= { start: at, removed: "", added: "" };
    if (added) open.added += value;
    else {
      open.removed += value;
      at += value.length;
    }
  }
  close();
  return edits;
}
