import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { terminalWidth } from "../src/edits/terminal-width.js";
import { scratchDirectory } from "./cli-harness.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const COMMAND = ["--import", "tsx", "src/cli/main.ts"];
const RECORD = '{"text":"Nobody had come yet."}\n';

/** Starts node on a TypeScript file of the project. */
function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { PATH: process.env.PATH ?? "", ...env } });
  // A child that ends early closes its input; writing to it is no failure of the test.
  child.stdin.on("error", () => {});
  return child;
}

/** Everything that a child prints, and how it ends. */
async function ended(
  child: ReturnType<typeof start>,
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const read = async (stream: AsyncIterable<Buffer>): Promise<string> => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8");
  };
  const close = once(child, "close");
  const [stdout, stderr] = await Promise.all([read(child.stdout), read(child.stderr)]);
  const [status] = await close;
  return { status, stdout, stderr };
}

/** The first thing that a child prints. */
async function firstAnswer(child: ReturnType<typeof start>): Promise<string> {
  const gone = once(child, "close").then(() => Promise.reject(new Error("ended without an answer")));
  const [answer] = await Promise.race([once(child.stdout, "data"), gone]);
  gone.catch(() => {});
  return String(answer);
}

describe("the process", () => {
  it("answers a line when it gets it, not at the end", async () => {
    const child = start([...COMMAND, "--jsonl"]);
    child.stdin.write(RECORD);
    expect(await firstAnswer(child)).toMatch(/^\{"text":"Nobody had come yet\.","unspin":.*\n$/);
    child.stdin.end();
    expect((await ended(child)).status).toBe(0);
  });

  it("ends with 130 at SIGINT, with what is done written", async () => {
    const scratch = scratchDirectory();
    const child = start([...COMMAND, "--jsonl", "-q", "-o", scratch.path("out")]);
    child.stdin.write(RECORD);
    const partial = scratch.path("out.partial");
    const size = (): number => {
      try {
        return readFileSync(partial).length;
      } catch {
        return 0;
      }
    };
    while (size() === 0 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGINT");
    const { status, stderr } = await ended(child);
    expect(status).toBe(130);
    expect(stderr).toBe(`unspin: what was done is in ${partial}; go on with --resume\n`);
    expect(scratch.read("out.partial")).toMatch(/^\{"text":"Nobody had come yet\.".*\n$/);
  });

  it("ends with 143 at SIGTERM", async () => {
    const child = start([...COMMAND, "--jsonl", "-q"]);
    child.stdin.write(RECORD);
    await firstAnswer(child);
    child.kill("SIGTERM");
    expect(await ended(child)).toMatchObject({ status: 143, stderr: "" });
  });

  it("ends with 141, without a word, when its reader goes away", async () => {
    const child = start([...COMMAND, "--jsonl"]);
    child.stdin.write(RECORD);
    await firstAnswer(child);
    child.stdout.destroy();
    child.stdin.end(RECORD.repeat(2000));
    const [status] = await once(child, "exit");
    expect(status).toBe(141);
  });
});

describe("the demo", () => {
  it("fits a terminal of 100 columns and writes a report", async () => {
    const { status, stdout, stderr } = await ended(start(["--import", "tsx", "demo/main.ts"]));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(Math.max(...stdout.split("\n").map(terminalWidth))).toBeLessThanOrEqual(100);
    expect(stdout).not.toContain("\u001b");
    for (const heading of ["Verdict on seed-article.txt", "Text", "Edits: ", "Report"])
      expect(stdout).toContain(heading);
    const report = /demo\/out\/report\.html$/m.exec(stdout)?.[0] ?? "none";
    expect(readFileSync(new URL(`../${report}`, import.meta.url), "utf8")).toContain("Restored: seed-article.txt");
  });

  it("does it for any text, and says when it cannot", async () => {
    const scratch = scratchDirectory();
    const file = scratch.write("clean.txt", "Nobody had come yet.\n");
    const shown = await ended(start(["--import", "tsx", "demo/main.ts", file], { FORCE_COLOR: "1" }));
    expect(shown.stdout).toContain("\u001b[32;1mNOT SPUN\u001b[0m");
    expect(shown.stdout).toContain("Nothing was changed.");
    const failed = await ended(start(["--import", "tsx", "demo/main.ts", scratch.path("none")]));
    expect(failed).toEqual({ status: 1, stdout: "", stderr: `${scratch.path("none")}: no such file\n` });
  });
});
