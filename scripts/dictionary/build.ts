import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { layOut } from "../../src/dictionary/lay-out.js";
import { encodeDictionary } from "../../src/dictionary/packed.js";
import { checkEntries, formatFinding } from "./rules.js";
import { readEntries, readTerms, readTranslation } from "./sources.js";

/** Where the compiled dictionary goes. */
export const PACKED = new URL("../../src/data/dictionary.bin.gz", import.meta.url);

/** Compiles all dictionaries into the package's data. Gives whether they keep the rules; nothing is written if not. */
export function build(): boolean {
  const entries = readEntries();
  const translation = readTranslation();
  const findings = [...checkEntries(entries), ...checkEntries(translation)];
  for (const finding of findings) console.error(formatFinding(finding));
  if (findings.length > 0) return false;
  const columns = layOut(entries, readTerms());
  const packed = gzipSync(encodeDictionary(columns, layOut(translation, [])), { level: 9 });
  writeFileSync(PACKED, packed);
  console.log(
    `${entries.length + translation.length} entries, ${columns.entryOriginal.length} pairs of forms, ${columns.formCount} spun forms, ` +
      `${columns.termCount} terms: ${packed.length} bytes`,
  );
  return true;
}
