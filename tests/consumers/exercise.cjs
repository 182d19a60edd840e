const { readFileSync } = require("node:fs");

/** Uses all that a consumer may use, as it was imported or required, and reports what came out. */
module.exports = function exercise({
  applyEdits,
  createUnspinner,
  detect,
  InputError,
  revertEdits,
  unspin,
  unifiedDiff,
}) {
  const text = readFileSync(process.argv[2], "utf8");
  const restoration = unspin(text);
  let refused = false;
  try {
    unspin(0);
  } catch (error) {
    refused = error instanceof InputError;
  }
  const report = {
    spun: detect(text).spun,
    edits: restoration.edits.length,
    applied: applyEdits(text, restoration.edits) === restoration.text,
    reverted: revertEdits(restoration.text, restoration.edits) === text,
    again: createUnspinner({ preset: "cautious" }).unspin(text).edits.length <= restoration.edits.length,
    diff: unifiedDiff(text, restoration.edits).includes("\n+"),
    refused,
  };
  process.stdout.write(JSON.stringify(report));
};
