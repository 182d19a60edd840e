import { checkDecidable } from "./decidable.js";
import { checkExamples } from "./examples.js";
import { checkEntries, formatFinding } from "./rules.js";
import { openWorkbench } from "./workbench.js";

/** Checks all dictionaries and every example of theirs. Gives whether nothing was found. */
export function check(): boolean {
  const { entries, resources } = openWorkbench();
  const findings = [
    ...checkEntries(entries),
    ...checkDecidable(resources.language, entries),
    ...checkExamples(resources, entries),
  ];
  for (const finding of findings) console.error(formatFinding(finding));
  const examples = entries.reduce((sum, entry) => sum + entry.fires.length + entry.stays.length, 0);
  console.log(`${entries.length} entries, ${examples} examples: ${findings.length === 0 ? "good" : findings.length}`);
  return findings.length === 0;
}
