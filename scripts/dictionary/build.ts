import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { layOut } from "../../src/dictionary/compile.js";
import { encodeDictionary } from "../../src/dictionary/packed.js";
import { checkEntries } from "./rules.js";
import { readEntries, readTerms } from "./sources.js";

const entries = readEntries();
const problems = checkEntries(entries);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
const columns = layOut(entries, readTerms());
const packed = gzipSync(encodeDictionary(columns), { level: 9 });
writeFileSync(new URL("../../src/data/dictionary.bin.gz", import.meta.url), packed);
console.log(
  `${entries.length} entries, ${columns.entryOriginal.length} pairs of forms, ${columns.formCount} spun forms, ` +
    `${columns.terms.length} terms: ${packed.length} bytes`,
);
