import { describe, expect, it } from "vitest";
import { unspin } from "../src/index.js";
import { runCommand, scratchDirectory } from "./cli-harness.js";
import { SPUN } from "./cli-records.js";

const restoration = unspin(SPUN);

describe("--jsonl", () => {
  it("takes a line for a line, in order, and keeps bad ones aside", async () => {
    const scratch = scratchDirectory();
    const records = [
      '{"id":1,"text":"Nobody had come yet."}',
      "{broken",
      "",
      '{"id":2}',
      '{"id":3,"text":"half \\ud83d"}\r',
    ];
    const binary = Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xff]), Buffer.from('"}\n')]);
    const last = Buffer.from(JSON.stringify({ id: 4, text: SPUN }));
    const stdin = Buffer.concat([Buffer.from(`${records.join("\n")}\n`), binary, last]);

    const plain = await runCommand(["--jsonl", "-q"], { stdin });
    expect(plain.status).toBe(1);
    expect(plain.stderr.split("\n")).toEqual([
      expect.stringMatching(/^unspin: standard input:2: not JSON: /),
      'unspin: standard input:4: no field "text"',
      "unspin: standard input:6: not UTF-8: wrong byte at offset 9",
      "",
    ]);
    const lines = plain.stdout.split("\n");
    expect(lines.pop()).toBe("");
    expect(lines[1]).toBe("");
    expect(lines.filter((line) => line !== "").map((line) => JSON.parse(line).id)).toEqual([1, 3, 4]);
    expect(JSON.parse(lines[3])).toEqual({
      id: 4,
      text: restoration.text,
      unspin: expect.objectContaining({ edits: expect.any(Array), suggestions: expect.any(Array) }),
    });

    const kept = await runCommand(["--jsonl", "-q", "--rejects", scratch.path("bad")], { stdin });
    expect(kept).toMatchObject({ status: 1, stdout: plain.stdout, stderr: "" });
    const rejects = scratch
      .read("bad")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rejects).toEqual([
      { file: "standard input", line: 2, reason: expect.stringMatching(/^not JSON/), raw: "{broken" },
      { file: "standard input", line: 4, reason: 'no field "text"', raw: '{"id":2}' },
      {
        file: "standard input",
        line: 6,
        reason: expect.stringMatching(/^not UTF-8/),
        base64: binary.subarray(0, -1).toString("base64"),
      },
    ]);
  });

  it("counts lines in each file", async () => {
    const scratch = scratchDirectory();
    const files = [scratch.write("a", '{"text":"a"}\n'), scratch.path("none"), scratch.write("b", '{"text":"b"}\nx\n')];
    const { status, stdout, stderr } = await runCommand(["--jsonl", ...files]);
    expect(status).toBe(1);
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).text),
    ).toEqual(["a", "b"]);
    expect(stderr).toMatch(/none: no such file\n.*b:2: not JSON/);
  });

  it("takes a byte order mark and nothing at all", async () => {
    const { status, stdout } = await runCommand(["--jsonl"], { stdin: '\ufeff{"text":"a"}' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\ufeff\{"text":"a","unspin":/);
    expect(await runCommand(["--jsonl", "-q"])).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  it("takes a line of megabytes", async () => {
    const record = { raw: "x".repeat(5_000_000), text: "Nobody had come yet." };
    const { status, stdout } = await runCommand(["--jsonl"], { stdin: `${JSON.stringify(record)}\n` });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject(record);
  });

  it("adds the verdict only, with --detect", async () => {
    const { stdout } = await runCommand(["--jsonl", "--detect", "--field=body.text"], {
      stdin: JSON.stringify({ body: { text: SPUN } }),
    });
    expect(JSON.parse(stdout)).toMatchObject({ body: { text: SPUN }, unspin: { detection: { spun: true } } });
  });
});
