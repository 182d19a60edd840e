import { readFileSync } from "node:fs";
import { defineDictionary } from "../../src/dictionary/define.js";
import type { Entry } from "../../src/dictionary/entry.js";
import { withDictionaries } from "../../src/resources.js";
import { checkBothKinds, checkDecidable } from "./decidable.js";
import { checkExamples, decideSpun, decideTranslated } from "./examples.js";
import { formatKinds, holdsExamples, kindsOfExamples } from "./most-met.js";
import { checkEntries, type Finding, formatFinding } from "./rules.js";
import { readTranslation } from "./sources.js";
import { openWorkbench } from "./workbench.js";

/** Checks all dictionaries and every example of theirs. Gives whether nothing was found. */
export function check(): boolean {
  const { entries: swaps, resources } = openWorkbench();
  const translation = readTranslation();
  const findings = [
    ...checkEntries(swaps),
    ...checkEntries(translation),
    ...checkDecidable(resources.language, swaps),
    ...checkBothKinds(resources.language, swaps),
    ...checkExamples(swaps, decideSpun(resources)),
    ...checkExamples(translation, decideTranslated(resources)),
  ];
  const kinds = kindsOfExamples(resources.language, swaps);
  console.log(formatKinds(kinds));
  if (!holdsExamples(kinds)) for (const line of kinds.missing) console.error(line);
  return report([...swaps, ...translation], findings) && holdsExamples(kinds);
}

/** Checks a dictionary of the caller's in the same way. @throws {DictionaryError} if it breaks the format */
export function checkFile(file: string): boolean {
  const { resources } = openWorkbench();
  const dictionary = defineDictionary(readFileSync(file, "utf8"), { name: file });
  const extended = withDictionaries(resources, [dictionary]);
  const findings = [
    ...checkDecidable(resources.language, dictionary.entries),
    ...checkBothKinds(resources.language, dictionary.entries),
    ...checkExamples(dictionary.entries, decideSpun(extended)),
  ];
  return report(dictionary.entries, findings, file);
}

function report(entries: readonly Entry[], findings: readonly Finding[], file?: string): boolean {
  for (const finding of findings) console.error(formatFinding(finding, file));
  const examples = entries.reduce((sum, entry) => sum + entry.fires.length + entry.stays.length, 0);
  console.log(`${entries.length} entries, ${examples} examples: ${findings.length === 0 ? "good" : findings.length}`);
  return findings.length === 0;
}
