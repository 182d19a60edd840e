import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { runCommand, scratchDirectory } from "./cli-harness.js";
import { CLEAN, ids, records, SPUN } from "./cli-records.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

describe("--resume", () => {
  const COMMAND = ["--import", "tsx", "src/cli/main.ts", "--jsonl", "-q"];

  /** Runs the command, and kills it once so much is in its unfinished output. */
  async function killed(args: readonly string[], partial: string, bytes: number): Promise<void> {
    const child = spawn(process.execPath, [...COMMAND, ...args], { cwd: ROOT, stdio: "ignore" });
    const size = (): number => (existsSync(partial) ? readFileSync(partial).length : 0);
    const gone = once(child, "exit");
    while (size() < bytes && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill("SIGKILL");
    await gone;
  }

  it("ends with the bytes of a run that was not killed", async () => {
    const scratch = scratchDirectory();
    const padding = "x".repeat(200_000);
    const padded = (from: number): string =>
      Array.from(
        { length: 60 },
        (_, i) => `${JSON.stringify({ id: from + i, padding, text: i % 9 ? CLEAN : SPUN })}\n${i % 7 ? "" : "bad\n"}`,
      ).join("");
    const inputs = [scratch.write("1.jsonl", padded(0)), scratch.write("2.jsonl.gz", gzipSync(padded(60)))];
    for (const name of ["out.jsonl", "out.jsonl.gz", "out.jsonl.br"]) {
      const whole = scratch.path(`whole-${name}`);
      await runCommand(["--jsonl", "-q", "--rejects", scratch.path("whole-bad"), "-o", whole, ...inputs]);
      const output = scratch.path(name);
      const args = ["--rejects", scratch.path("bad"), "-o", output, ...inputs];
      await killed(args, `${output}.partial`, name.endsWith("gz") ? 3_000 : 9_000_000);
      expect(existsSync(output)).toBe(false);
      const resumed = await runCommand(["--jsonl", "-q", "--resume", "--workers=1", ...args]);
      expect(resumed).toEqual({ status: 1, stdout: "", stderr: "" });
      expect(readFileSync(output).equals(readFileSync(whole))).toBe(true);
      expect(scratch.read("bad")).toBe(scratch.read("whole-bad"));
      expect(existsSync(`${output}.progress`)).toBe(false);
      const again = await runCommand(["--jsonl", "-q", "--resume", ...args]);
      expect(again).toMatchObject({ status: 0, stderr: expect.stringContaining("is complete") });
    }
  }, 120_000);

  it("refuses to go on as another run", async () => {
    const scratch = scratchDirectory();
    const input = scratch.write("in", records(3));
    const output = scratch.path("out");
    const journal = scratch.write("out.progress", "{}");
    const run = () => runCommand(["--jsonl", "-q", "--resume", "-o", output, input]);
    expect(await run()).toMatchObject({ status: 2, stderr: expect.stringContaining("other inputs or options") });
    writeFileSync(journal, "{");
    expect(await run()).toMatchObject({ status: 2, stderr: expect.stringContaining("is damaged") });
  });

  it("goes on after SIGINT at the record where it stopped", async () => {
    const scratch = scratchDirectory();
    const controller = new AbortController();
    const input = scratch.write("in", records(30));
    const output = scratch.path("out");
    const running = runCommand(["--jsonl", "-q", "-o", output, input], { signal: controller.signal });
    while (!existsSync(`${output}.partial`) || readFileSync(`${output}.partial`).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    controller.abort("SIGINT");
    const { status, stderr } = await running;
    expect({ status, stderr }).toEqual({ status: 130, stderr: expect.stringContaining("go on with --resume") });
    const partial = readFileSync(`${output}.partial`).length;
    expect(JSON.parse(scratch.read("out.progress")).position.output).toBe(partial);
    expect((await runCommand(["--jsonl", "--dry-run", "--resume", "-o", output, input])).stdout).toMatch(
      /goes on in .* at line \d+/,
    );
    expect(await runCommand(["--jsonl", "-q", "--resume", "-o", output, input])).toMatchObject({ status: 0 });
    expect(ids(scratch.read("out"))).toEqual(Array.from({ length: 30 }, (_, i) => i));
  });

  it("does not go on with a file that has lost what was in it", async () => {
    const scratch = scratchDirectory();
    const input = scratch.write("in", records(30));
    const output = scratch.path("out");
    const controller = new AbortController();
    const running = runCommand(["--jsonl", "-q", "-o", output, input], { signal: controller.signal });
    while (!existsSync(`${output}.partial`) || readFileSync(`${output}.partial`).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    controller.abort("SIGINT");
    await running;
    truncateSync(`${output}.partial`, 1);
    expect(await runCommand(["--jsonl", "-q", "--resume", "-o", output, input])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining("shorter than it was"),
    });
  });
});
