import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { decodeUtf8 } from "../src/cli/decode.js";
import { reasonOf, wantsColor } from "../src/cli/io.js";
import { ansiDiff, htmlReport } from "../src/diff.js";
import { unspin } from "../src/index.js";
import { showRestoration } from "./show.js";

const WIDEST = 100;
const REPORT = new URL("out/report.html", import.meta.url);

/** Restores a text and shows in the terminal what was done; the same goes into an HTML report. */
function demonstrate(file: string): void {
  const text = decodeUtf8(readFileSync(file));
  const restoration = unspin(text);
  const color = wantsColor("auto", process);
  const width = Math.min(process.stdout.columns ?? WIDEST, WIDEST);
  const diff = ansiDiff(text, restoration.edits, { color, width, context: Number.POSITIVE_INFINITY });
  mkdirSync(new URL(".", REPORT), { recursive: true });
  writeFileSync(REPORT, htmlReport(text, restoration, { title: basename(file) }));
  const report = relative(process.cwd(), fileURLToPath(REPORT));
  process.stdout.write(showRestoration({ name: basename(file), restoration, diff, report, width, color }));
}

const [file = fileURLToPath(new URL("seed-article.txt", import.meta.url))] = process.argv.slice(2);
try {
  demonstrate(file);
} catch (error) {
  process.stderr.write(`${file}: ${reasonOf(error)}\n`);
  process.exitCode = 1;
}
