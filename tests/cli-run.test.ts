import { readFileSync, symlinkSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DecodeError, decodeUtf8 } from "../src/cli/decode.js";
import { applyEdits, revertEdits, unspin } from "../src/index.js";
import { runCommand, scratchDirectory } from "./cli-harness.js";

const SPUN = readFileSync(new URL("../demo/seed-article.txt", import.meta.url), "utf8");
const CLEAN = "The baker opened her shop at six, as she did every morning.\r\nNobody had come yet.\r\n";
const restoration = unspin(SPUN);

describe("restoring", () => {
  it("prints the restored text of standard input", async () => {
    for (const args of [[], ["-"]]) {
      expect(await runCommand(args, { stdin: SPUN })).toEqual({ status: 0, stdout: restoration.text, stderr: "" });
    }
  });

  it("prints the texts of files one behind the other", async () => {
    const scratch = scratchDirectory();
    const files = [scratch.write("a", SPUN), scratch.write("b", CLEAN)];
    expect(await runCommand(files)).toMatchObject({ status: 0, stdout: restoration.text + CLEAN });
  });

  const untouched = [
    ["nothing", ""],
    ["CRLF", CLEAN],
    ["NUL and other control characters", "one\u0000two\u001b[31m\u0007\n"],
    ["a byte order mark", "\ufeffHello.\n"],
    ["no line break at the end", "Hello."],
    ["astral characters and joiners", "👩‍👧 𝒜 نمی‌دانم\n"],
    ["a replacement character", "\ufffd\n"],
  ] as const;

  it.each(untouched)("passes through byte for byte: %s", async (_, text) => {
    expect(await runCommand([], { stdin: text })).toEqual({ status: 0, stdout: text, stderr: "" });
  });

  it("lists suggestions on standard error when asked", async () => {
    const { stdout, stderr } = await runCommand(["--suggestions"], { stdin: SPUN });
    expect(stdout).toBe(restoration.text);
    const lines = stderr.split("\n").filter((line) => line !== "");
    expect(lines).toHaveLength(restoration.suggestions.length);
    for (const line of lines)
      expect(line).toMatch(/^standard input:\d+:\d+: perhaps ".*" for ".*" \(0\.\d\d, .+: .+\)$/);
  });

  it("minds the least confidence", async () => {
    const { stdout } = await runCommand(["--diff=json", "--min-confidence=0.95"], { stdin: SPUN });
    const { edits } = JSON.parse(stdout);
    expect(edits.every((edit: { confidence: number }) => edit.confidence >= 0.95)).toBe(true);
    expect(edits.length).toBeLessThan(restoration.edits.length);
  });

  it("leaves alone what the list says", async () => {
    const { before } = restoration.edits[0];
    const scratch = scratchDirectory();
    const list = scratch.write("list", `# names\r\n\r\n  ${before}  \n/STATED|said/i\n`);
    const { stdout } = await runCommand(["--diff=json", "--ignore", list], { stdin: SPUN });
    const changed = JSON.parse(stdout).edits.map((edit: { before: string }) => edit.before.toLowerCase());
    expect(changed.length).toBeGreaterThan(0);
    expect(changed).not.toContain(before.toLowerCase());
    expect(changed).not.toContain("stated");
  });
});

describe("input that cannot be read", () => {
  it("is reported by name, and the rest goes on", async () => {
    const scratch = scratchDirectory();
    const bad = scratch.write("bad.txt", Buffer.from([0x61, 0x62, 0xff, 0x63]));
    const good = scratch.write("good.txt", CLEAN);
    const { status, stdout, stderr } = await runCommand([scratch.path("none"), bad, scratch.path("."), good]);
    expect(status).toBe(1);
    expect(stdout).toBe(CLEAN);
    expect(stderr.split("\n")).toEqual([
      `unspin: ${scratch.path("none")}: no such file`,
      `unspin: ${bad}: not UTF-8: wrong byte at offset 2`,
      `unspin: ${scratch.path(".")}: is a directory`,
      "",
    ]);
  });

  it("does not let a file name act on the terminal", async () => {
    const { stderr } = await runCommand(["x\u001b]0;y\u0007"]);
    expect(stderr).toBe("unspin: x␛]0;y␇: no such file\n");
  });

  const wrong: readonly (readonly [bytes: readonly number[], offset: number])[] = [
    [[0xff], 0],
    [[0x61, 0xc3], 1],
    [[0xef, 0xbf, 0xbd, 0x80], 3],
    [[0xed, 0xa0, 0x80], 0],
    [[0xc0, 0xaf], 0],
    [[0x68, 0x00, 0x69, 0x80], 3],
  ];

  it.each(wrong)("bytes %j are wrong at %i", (bytes, offset) => {
    expect(() => decodeUtf8(Uint8Array.from(bytes))).toThrow(DecodeError);
    expect(() => decodeUtf8(Uint8Array.from(bytes))).toThrow(`offset ${offset}`);
  });
});

describe("--diff", () => {
  it("is a patch when it does not go to a terminal", async () => {
    const { status, stdout } = await runCommand(["--diff"], { stdin: SPUN });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^--- a\/stdin\n\+\+\+ b\/stdin\n@@ /);
    expect(await runCommand(["--diff=unified"], { stdin: SPUN })).toMatchObject({ stdout });
    expect(await runCommand(["--diff"], { stdin: CLEAN })).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  it("is in colours on a terminal, unless NO_COLOR says no", async () => {
    const colored = await runCommand(["--diff"], { stdin: SPUN, terminal: true });
    expect(colored.stdout).toContain("\u001b[31;9m");
    const plain = await runCommand(["--diff"], { stdin: SPUN, terminal: true, env: { NO_COLOR: "1" } });
    expect(plain.stdout).toContain("[-");
    expect(plain.stdout).not.toContain("\u001b");
  });

  it("minds --color, FORCE_COLOR and TERM", async () => {
    const isColored = async (
      args: readonly string[],
      env: Record<string, string>,
      terminal = false,
    ): Promise<boolean> =>
      (await runCommand(["--diff=ansi", ...args], { stdin: SPUN, env, terminal })).stdout.includes("\u001b");
    expect(await isColored([], {})).toBe(false);
    expect(await isColored(["--color=always"], { NO_COLOR: "1" })).toBe(true);
    expect(await isColored([], { FORCE_COLOR: "1" })).toBe(true);
    expect(await isColored([], { FORCE_COLOR: "0" }, true)).toBe(false);
    expect(await isColored([], { TERM: "dumb" }, true)).toBe(false);
    expect(await isColored(["--color=never"], {}, true)).toBe(false);
  });

  it("makes a patch that a terminal shows harmless, and only there", async () => {
    const sly = `\u001b[2J ${SPUN}`;
    expect((await runCommand(["--diff=unified"], { stdin: sly, terminal: true })).stdout).not.toContain("\u001b");
    expect((await runCommand(["--diff=unified"], { stdin: sly })).stdout).toContain("\u001b[2J");
  });

  it("gives JSON that leads from one text to the other", async () => {
    const scratch = scratchDirectory();
    const { stdout } = await runCommand(["--diff=json", scratch.write("a", SPUN), scratch.write("b", CLEAN)]);
    const [first, second] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first.file).toBe(scratch.path("a"));
    expect(applyEdits(SPUN, first.edits)).toBe(restoration.text);
    expect(revertEdits(restoration.text, first.edits)).toBe(SPUN);
    expect(first.suggestions).toHaveLength(restoration.suggestions.length);
    expect(first.detection.spun).toBe(true);
    expect(second).toMatchObject({ file: scratch.path("b"), edits: [], detection: { spun: false } });
  });

  it("gives an HTML page", async () => {
    const { stdout } = await runCommand(["--diff=html"], { stdin: SPUN });
    expect(stdout).toMatch(/^<!doctype html>.*<title>Restored: standard input<\/title>.*<\/html>\n$/s);
  });
});

describe("--detect", () => {
  it("gives a verdict a line", async () => {
    const scratch = scratchDirectory();
    const files = [scratch.write("a", SPUN), scratch.write("b", CLEAN)];
    const [first, second] = (await runCommand(["--detect", ...files])).stdout.split("\n");
    expect(first).toMatch(/\/a: spun, probability 0\.99\d, \d+\.\d % of swappable words swapped \(body \d+\.\d %, /);
    expect(second).toMatch(/\/b: not spun, probability 0\.\d{3}$/);
  });

  it("gives it as JSON", async () => {
    const { stdout } = await runCommand(["--detect=json"], { stdin: SPUN });
    expect(JSON.parse(stdout)).toMatchObject({ file: "-", detection: { spun: true } });
  });
});

describe("--output", () => {
  it("takes the file's place only when it is complete", async () => {
    const scratch = scratchDirectory();
    const file = scratch.write("a", SPUN);
    expect(await runCommand([file, "-o", file])).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(scratch.read("a")).toBe(restoration.text);
    expect(() => scratch.read("a.partial")).toThrow("ENOENT");
  });

  it("leaves the file alone when there was nothing to write into it", async () => {
    const scratch = scratchDirectory();
    const file = scratch.write("a", Buffer.from([0x61, 0xff]));
    expect(await runCommand([file, "-o", file])).toMatchObject({ status: 1 });
    expect(readFileSync(file)).toEqual(Buffer.from([0x61, 0xff]));
  });

  it("writes through a symbolic link", async () => {
    const scratch = scratchDirectory();
    scratch.write("real", "old");
    symlinkSync(scratch.path("real"), scratch.path("link"));
    await runCommand(["-o", scratch.path("link")], { stdin: CLEAN });
    expect(scratch.read("real")).toBe(CLEAN);
  });

  it("fails with status 3 where nothing can be written", async () => {
    const { status, stderr } = await runCommand(["-o", "/nowhere/at/all"], { stdin: CLEAN });
    expect(status).toBe(3);
    expect(stderr).toMatch(/^unspin: cannot write \/nowhere\/at\/all: ENOENT/);
  });

  it("keeps what was done when the run is ended", async () => {
    const scratch = scratchDirectory();
    const controller = new AbortController();
    const ended = runCommand(["--jsonl", "-o", scratch.path("out")], {
      stdin: '{"text":"a"}\n'.repeat(2000),
      signal: controller.signal,
    });
    const watch = setInterval(() => controller.abort("SIGINT"), 1);
    const { status } = await ended;
    clearInterval(watch);
    expect(status).toBe(130);
    expect(() => scratch.read("out")).toThrow("ENOENT");
  });
});

describe("wrong usage", () => {
  const cases: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [["--nonsense"], /--nonsense[\s\S]*Try "unspin --help"/],
    [["--ignore", "/nowhere/list"], /\/nowhere\/list: no such file/],
  ];

  it.each(cases)("%j", async (args, message) => {
    const { status, stdout, stderr } = await runCommand(args, { stdin: SPUN });
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(message);
  });

  it("is a broken regular expression in a list, by file and line", async () => {
    const scratch = scratchDirectory();
    const list = scratch.write("list", "fine\n/(/\n");
    const { status, stderr } = await runCommand(["--ignore", list]);
    expect(status).toBe(2);
    expect(stderr).toContain(`${list}:2:1: Invalid regular expression`);
  });

  it("is an output that would swallow its own bad records", async () => {
    const scratch = scratchDirectory();
    const file = scratch.write("a", '{"text":"a"}\n{}\n');
    const attempts = [
      [file, "--jsonl", "-o", file],
      [file, "--jsonl", "--rejects", file],
      [file, "--jsonl", "-o", scratch.path("x"), "--rejects", scratch.path("x")],
    ];
    for (const args of attempts) expect(await runCommand(args)).toMatchObject({ status: 2 });
    expect(scratch.read("a")).toBe('{"text":"a"}\n{}\n');
    expect(await runCommand([file, "--jsonl", "-o", file, "--rejects", scratch.path("bad")])).toMatchObject({
      status: 1,
    });
    expect(scratch.read("bad")).toContain('"raw":"{}"');
  });
});
