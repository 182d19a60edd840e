const { readFileSync, rmSync, truncateSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { gzipSync } = require("node:zlib");

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
/** The library as a program has it that has just been started. */
const started = () => {
  for (const path of Object.keys(require.cache)) delete require.cache[path];
  return require("unspin");
};
const report = {};
for (const name of ["language-model", "dictionary", "vectors", "ranker", "log-bilinear", "confidence", "glance"]) {
  const file = join(data, `${name}.bin.gz`);
  const whole = readFileSync(file);
  // Some files are not decoded before a text is read in full, and what screens texts is not where none is screened.
  const options = { thorough: name !== "glance" };
  for (const [what, damage] of Object.entries(damages)) {
    const { unspin, ModelError } = started();
    const text =
      "The workplace stated on Sunday that talks will resume, in keeping with the White House. Greater than 300 folks had been killed, and meals is working low.";
    damage(file);
    try {
      unspin(text, options);
      report[`${name} ${what}`] = "nothing";
    } catch (error) {
      report[`${name} ${what}`] = error instanceof ModelError ? error.code : String(error);
    }
    writeFileSync(file, whole);
    if (!unspin(text, options).text.includes("office said")) report[`${name} ${what}`] += ", and does not go on";
  }
}
process.stdout.write(JSON.stringify(report));
