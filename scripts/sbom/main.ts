import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import manifest from "../../package.json" with { type: "json" };
import { type Bill, publishedBill } from "./bill.js";
import { packedData } from "./data.js";

/*
 * Writes the bill of materials of the package as CycloneDX: npm run sbom [-- FILE], standard output if there is none.
 */

const json = execFileSync("npm", ["sbom", "--package-lock-only", "--sbom-format", "cyclonedx"], {
  encoding: "utf8",
  maxBuffer: 100_000_000,
  stdio: ["ignore", "pipe", "ignore"],
});
const bill = publishedBill(JSON.parse(json) as Bill, manifest.name, Object.keys(manifest.dependencies), packedData());
const [file] = process.argv.slice(2);
const text = `${JSON.stringify(bill, null, 2)}\n`;
if (file === undefined) process.stdout.write(text);
else writeFileSync(file, text);
