import { describe, expect, it } from "vitest";
import { parseArguments, type Settings } from "../src/cli/arguments.js";
import { UsageError } from "../src/cli/exit-status.js";

const accepted: readonly (readonly [args: readonly string[], settings: Partial<Settings>])[] = [
  [[], { command: "restore", files: ["-"], preset: "balanced", field: ["text"], color: "auto" }],
  [["a", "-", "b"], { files: ["a", "-", "b"] }],
  [["--", "--diff"], { command: "restore", files: ["--diff"] }],
  [["--diff", "a"], { command: "diff", diff: undefined, files: ["a"] }],
  [["a", "--diff"], { command: "diff", diff: undefined, files: ["a"] }],
  [["--diff=json", "a", "b"], { command: "diff", diff: "json", files: ["a", "b"] }],
  [["--diff=auto"], { command: "diff", diff: undefined }],
  [["--detect", "a"], { command: "detect", detect: "text", files: ["a"] }],
  [["--detect=json"], { command: "detect", detect: "json" }],
  [["--jsonl"], { command: "jsonl", field: ["text"] }],
  [["--jsonl", "--detect"], { command: "jsonl", detect: "text" }],
  [["--jsonl", "--field", "a.b"], { field: ["a", "b"] }],
  [["--jsonl", "--field", "a\\.b"], { field: ["a.b"] }],
  [["--jsonl", "--rejects=bad"], { rejects: "bad" }],
  [["--preset", "eager", "--min-confidence=0.75"], { preset: "eager", minConfidence: 0.75, thorough: false }],
  [["--jsonl", "--thorough"], { thorough: true }],
  [["--min-confidence", "0"], { minConfidence: 0 }],
  [["--ignore=a", "--ignore=b"], { ignore: ["a", "b"] }],
  [["-o", "out", "--suggestions", "--color=never"], { output: "out", suggestions: true, color: "never" }],
  [["--dictionary", "a", "--dictionary=b"], { dictionaries: ["a", "b"] }],
  [["--format=sarif", "a"], { command: "diff", diff: "sarif" }],
  [["--diff=vfile"], { command: "diff", diff: "vfile" }],
  [["detect", "a"], { command: "detect", detect: "text", files: ["a"] }],
  [["detect", "--format=json"], { command: "detect", detect: "json", diff: undefined }],
  [["detect", "--jsonl"], { command: "jsonl", detect: "text" }],
  [["diff", "a", "b", "--format", "json"], { command: "compare", diff: "json", files: ["a", "b"] }],
  [["explain", "a"], { command: "explain", files: ["a"] }],
  [["./detect"], { command: "restore", files: ["./detect"] }],
  [["--jsonl", "--id-field", "meta.id", "--attributes"], { idField: ["meta", "id"], attributes: true }],
  [["--jsonl", "--workers=4", "--max-size", "1024"], { workers: 4, maxSize: 1024 }],
  [["--jsonl"], { workers: 1, maxSize: 16777216, resume: false, onlySpun: false, quiet: false, dryRun: false }],
  [["--jsonl", "-o", "x", "--resume", "--stats=s", "--only-spun", "-q"], { resume: true, stats: "s", quiet: true }],
  [["--dry-run", "a"], { dryRun: true }],
  [["-h"], { command: "help" }],
  [["--jsonl", "--help"], { command: "help" }],
  [["-V"], { command: "version" }],
];

const refused: readonly (readonly [args: readonly string[], message: RegExp])[] = [
  [["--dif"], /--dif/],
  [["-x"], /-x/],
  [["--diff=word"], /--diff=word: use auto, unified, ansi, html, json/],
  [["--detect=yes"], /--detect=yes: use text, json/],
  [["--preset=bold"], /--preset=bold: use cautious, balanced, eager/],
  [["--color=red"], /--color=red/],
  [["--min-confidence=2"], /--min-confidence=2: use a number from 0 to 1/],
  [["--min-confidence=-0.1"], /from 0 to 1/],
  [["--min-confidence="], /from 0 to 1/],
  [["--min-confidence=NaN"], /from 0 to 1/],
  [["--min-confidence"], /min-confidence/],
  [["--jsonl=yes"], /jsonl/],
  [["--diff", "--detect"], /exclude each other/],
  [["--diff", "--jsonl"], /exclude each other/],
  [["--field=a"], /--field goes with --jsonl/],
  [["--rejects=a"], /--rejects goes with --jsonl/],
  [["--jsonl", "--field=unspin.x"], /cannot be "unspin"/],
  [["--jsonl", "--field=a..b"], /a name is missing/],
  [["--jsonl", "--field="], /a name is missing/],
  [["--diff=html", "a", "b"], /one FILE/],
  [["--format=auto"], /--format=auto: use unified/],
  [["--diff", "--format=json"], /use one of them/],
  [["--format=json", "--jsonl"], /exclude each other/],
  [["diff", "a"], /two FILEs/],
  [["explain", "--format=html"], /explain cannot write html: use json/],
  [["diff", "--jsonl", "a", "b"], /takes no --jsonl/],
  [["--workers=2"], /--workers goes with --jsonl/],
  [["--resume"], /--resume goes with --jsonl/],
  [["--jsonl", "--workers=0"], /from 1 to 256/],
  [["--jsonl", "--workers=1.5"], /whole number/],
  [["--jsonl", "--id-field=.a"], /a name is missing/],
  [["--jsonl", "--attributes", "--detect"], /exclude each other/],
];

describe("parseArguments", () => {
  it.each(accepted)("reads %j", (args, settings) => {
    expect(parseArguments(args)).toMatchObject(settings);
  });

  it("takes what a configuration says, and the command line before it", () => {
    const config = { jsonl: true, field: "body", preset: "eager", ignore: ["a"], workers: "2" };
    expect(parseArguments(["--field=text"], config)).toMatchObject({
      command: "jsonl",
      field: ["text"],
      preset: "eager",
      ignore: ["a"],
      workers: 2,
    });
  });

  it.each(refused)("refuses %j", (args, message) => {
    expect(() => parseArguments(args)).toThrow(UsageError);
    expect(() => parseArguments(args)).toThrow(message);
  });
});
