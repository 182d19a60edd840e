const { readFileSync, rmSync, truncateSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { gzipSync } = require("node:zlib");
const { unspin, ModelError } = require("unspin");

const data = join(dirname(require.resolve("unspin")), "data");
const damages = {
  missing: (file) => rmSync(file),
  empty: (file) => writeFileSync(file, ""),
  "cut short": (file) => truncateSync(file, 5000),
  "something else": (file) => writeFileSync(file, "<!doctype html>"),
  "something else, compressed": (file) => writeFileSync(file, gzipSync("<!doctype html>")),
  damaged: (file) =>
    writeFileSync(
      file,
      readFileSync(file).map((byte, at) => (at === 4000 ? byte ^ 16 : byte)),
    ),
};
const report = {};
for (const name of ["language-model", "dictionary", "vectors", "ranker"]) {
  const file = join(data, `${name}.bin.gz`);
  const whole = readFileSync(file);
  for (const [what, damage] of Object.entries(damages)) {
    damage(file);
    try {
      unspin("a");
      report[`${name} ${what}`] = "nothing";
    } catch (error) {
      report[`${name} ${what}`] = error instanceof ModelError ? error.code : String(error);
    }
    writeFileSync(file, whole);
  }
}
unspin("a");
process.stdout.write(JSON.stringify(report));
