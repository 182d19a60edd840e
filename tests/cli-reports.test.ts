import { existsSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { unspin } from "../src/index.js";
import { runCommand, scratchDirectory } from "./cli-harness.js";
import { records, SPUN } from "./cli-records.js";

describe("--dry-run", () => {
  it("says what would be done and writes nothing", async () => {
    const scratch = scratchDirectory();
    const input = scratch.write("in.jsonl.gz", gzipSync(records(1)));
    const output = scratch.path("out.jsonl");
    const { status, stdout } = await runCommand([
      "--jsonl",
      "--dry-run",
      "-o",
      output,
      "--rejects=r",
      "--stats=s",
      input,
    ]);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /in\.jsonl\.gz \(\d+ bytes, gzip\) > .*out\.jsonl\nfield text, workers 1, .*\nrejects > r\n/,
    );
    expect(existsSync(output)).toBe(false);
    expect(existsSync(`${output}.partial`)).toBe(false);
    expect((await runCommand(["--dry-run"])).stdout).toBe("standard input > standard output\npreset balanced\n");
    const careful = await runCommand(["--dry-run", "--min-confidence=0.9", "--thorough"]);
    expect(careful.stdout).toContain("preset balanced, least confidence 0.9, every text in full\n");
  });
});

describe("unspin explain", () => {
  it("says of each edit why", async () => {
    const { status, stdout } = await runCommand(["explain"], { stdin: SPUN });
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^standard input: spun, probability .*, evidence \d+\.\d nats\n {2}\d+:\d+: ".*" > ".*" {2}\d\.\d\d\n {6}entry {3}/,
    );
    const { edits, suggestions } = unspin(SPUN);
    expect(stdout.match(/^ {6}reason {2}/gm)).toHaveLength(edits.length + suggestions.length);
    const json = JSON.parse((await runCommand(["explain", "--format=json"], { stdin: SPUN })).stdout);
    expect(json.edits).toHaveLength(edits.length);
  });
});

describe("unspin diff", () => {
  it("shows what changed from one file to another", async () => {
    const scratch = scratchDirectory();
    const a = scratch.write("a", "The office said so.\nNobody came.\n");
    const b = scratch.write("b", "The workplace stated so.\nNobody came.\n");
    const unified = await runCommand(["diff", a, b]);
    expect(unified.stdout).toContain("-The office said so.\n+The workplace stated so.\n");
    const { edits } = JSON.parse((await runCommand(["diff", "--format=json", a, b])).stdout);
    expect(edits.map(({ before, after }: { before: string; after: string }) => [before, after])).toEqual([
      ["office", "workplace"],
      ["said", "stated"],
    ]);
    expect((await runCommand(["diff", a, a])).stdout).toBe("");
    expect(await runCommand(["diff", a, scratch.path("none")])).toMatchObject({ status: 1, stdout: "" });
  });
});

describe("--format", () => {
  it("writes SARIF and vfile messages", async () => {
    const scratch = scratchDirectory();
    const file = scratch.write("a b.txt", SPUN);
    const { edits, suggestions } = unspin(SPUN);
    const sarif = JSON.parse((await runCommand(["--format=sarif", file])).stdout);
    const [{ results, tool }] = sarif.runs;
    expect(results).toHaveLength(edits.length);
    const [{ physicalLocation }] = results[0].locations;
    expect(physicalLocation.artifactLocation.uri).toMatch(/a%20b\.txt$/);
    const { charOffset, charLength } = physicalLocation.region;
    expect(SPUN.slice(charOffset, charOffset + charLength)).toBe(edits[0].before);
    expect(results[0].fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe(edits[0].after);
    expect(tool.driver.rules[results[0].ruleIndex].id).toBe(results[0].ruleId);
    const vfile = JSON.parse((await runCommand(["--format=vfile", "--suggestions", file])).stdout);
    expect(vfile.messages).toHaveLength(edits.length + suggestions.length);
    expect(vfile.messages[0]).toMatchObject({
      source: "unspin",
      actual: expect.any(String),
      place: expect.any(Object),
    });
  });
});
