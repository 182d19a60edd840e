const unspin = require("unspin");
const { unifiedDiff } = require("unspin/diff");
const exercise = require("../exercise.cjs");

exercise({ ...unspin, unifiedDiff });
