import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { costTable } from "../examples/cost/main.js";
import { collect, produce } from "../examples/queue/main.js";
import { openQueue } from "../examples/queue/queue.js";
import { startRedis } from "../examples/queue/redis.js";
import { startWorker } from "../examples/queue/workers.js";
import { unspin } from "../src/index.js";
import { type Scratch, scratchDirectory } from "./cli-harness.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SPUN = readFileSync(new URL("../demo/seed-article.txt", import.meta.url), "utf8");
const CLEAN = "The baker opened her shop at six, as she did every morning.";

function has(program: string): boolean {
  return spawnSync(program, ["--version"]).error === undefined;
}

function documents(count: number): string {
  return Array.from(
    { length: count },
    (_, i) => `${JSON.stringify({ id: i, text: i % 7 ? `${i}. ${CLEAN}` : SPUN })}\n`,
  ).join("");
}

/** Runs a program to its end. */
async function ran(program: string, args: readonly string[], env: Record<string, string> = {}, stdin = "") {
  const child = spawn(program, args, { cwd: ROOT, env: { PATH: process.env.PATH ?? "", ...env } });
  child.stdin.end(stdin);
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { status, stdout, stderr };
}

function expectAll(scratch: Scratch, output: string, count: number): void {
  const results = scratch
    .read(output)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(results.map(({ id }) => Number(id))).toEqual(Array.from({ length: count }, (_, i) => i));
  expect(results[0].text).toBe(unspin(SPUN).text);
  expect(results[1].text).toBe(`1. ${CLEAN}`);
}

describe.skipIf(!has("redis-server"))("examples/queue", () => {
  it("restores documents through a queue", async () => {
    const scratch = scratchDirectory();
    const input = scratch.write("in.jsonl", documents(40));
    const args = ["--import", "tsx", "examples/queue/main.ts", input, scratch.path("out.jsonl"), "2"];
    const { status, stdout, stderr } = await ran(process.execPath, args);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "40 documents, 2 workers\n", stderr: "" });
    expectAll(scratch, "out.jsonl", 40);
  }, 60_000);

  it("has every document exactly once, though a worker and Redis are killed", async () => {
    const count = 400;
    const scratch = scratchDirectory();
    const input = scratch.write("in.jsonl", documents(count));
    mkdirSync(scratch.path("redis"));
    let redis = await startRedis(scratch.path("redis"));
    const { port } = redis;
    const queue = openQueue(port);
    const workers = [startWorker(port), startWorker(port)];
    const untilDone = async (share: number): Promise<number> => {
      for (;;) {
        const done = await queue.countResults();
        if (done >= share) return done;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    try {
      const ids = await produce(input, queue);
      await Promise.all(workers.map(({ ready }) => ready));
      expect(await untilDone(10)).toBeLessThan(count);
      await workers[0].kill();
      workers.push(startWorker(port));
      expect(await untilDone(count / 3)).toBeLessThan(count);
      await redis.kill();
      redis = await startRedis(scratch.path("redis"), port);
      // A producer that does not know how far it came runs again.
      await produce(input, queue);
      await untilDone(count);
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await queue.countResults()).toBe(count);
      await collect(ids, queue, scratch.path("out.jsonl"));
      expectAll(scratch, "out.jsonl", count);
    } finally {
      await Promise.all(workers.map((worker) => worker.kill()));
      await queue.close();
      await redis.stop();
    }
  }, 120_000);
});

describe("examples/queue without Redis", () => {
  it("says so and is skipped", async () => {
    const scratch = scratchDirectory();
    const args = ["--import", "tsx", "examples/queue/main.ts", scratch.write("in", ""), scratch.path("out")];
    const { status, stderr } = await ran(process.execPath, args, { PATH: scratch.path(".") });
    expect({ status, stderr }).toEqual({
      status: 77,
      stderr: expect.stringMatching(/^skipped: redis-server is not installed/),
    });
  }, 60_000);
});

describe.skipIf(!has("parallel"))("examples/pipe", () => {
  const UNSPIN = `${process.execPath} --import tsx ${ROOT}src/cli/main.ts`;

  it("restores shards, with the status of the pipe contract", async () => {
    const scratch = scratchDirectory();
    mkdirSync(scratch.path("in"));
    scratch.write("in/1.jsonl", documents(10));
    scratch.write("in/2.jsonl", `bad\n${documents(3)}`);
    const args = ["examples/pipe/shards.sh", scratch.path("in"), scratch.path("out"), "--preset", "cautious"];
    const { status } = await ran("sh", args, { UNSPIN, HOME: scratch.path(".") });
    expect(status).toBe(0);
    expect(scratch.read("out/1.jsonl").trimEnd().split("\n")).toHaveLength(10);
    expect(scratch.read("out/2.jsonl").trimEnd().split("\n")).toHaveLength(3);
    expect(JSON.parse(scratch.read("out/2.jsonl.rejects"))).toMatchObject({ line: 1, raw: "bad" });
    const failed = await ran("sh", [...args, "--nonsense"], { UNSPIN, HOME: scratch.path(".") });
    expect(failed.status).not.toBe(0);
  }, 60_000);

  it("keeps the order of a pipe that is cut into blocks", async () => {
    const command = `parallel --no-notice --pipe -k -j2 --block 8k "${UNSPIN} --jsonl -q"`;
    const { status, stdout } = await ran("sh", ["-c", command], { HOME: scratchDirectory().path(".") }, documents(30));
    expect(status).toBe(0);
    const ids = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).id);
    expect(ids).toEqual(Array.from({ length: 30 }, (_, i) => i));
  }, 120_000);
});

describe("examples/cost", () => {
  it("makes a table of a line of figures", async () => {
    expect(costTable(2, 0.05)).toMatch(
      /^A terabyte takes 139 core hours at 2 MB\/s,\n\$7 at \$0\.05 for a core and hour.*\n\n\| on \|.*\n.*\n\| a laptop \| 8 \| 17\.4 hours \|\n\| a server \| 64 \| 2\.2 hours \|\n/,
    );
    const stdin = 'unspin: a:1: not JSON\n{"unspin":{"megabytesPerSecond":0.25}}\n';
    const { status, stdout } = await ran(
      process.execPath,
      ["--import", "tsx", "examples/cost/main.ts", "0.1"],
      {},
      stdin,
    );
    expect(status).toBe(0);
    expect(stdout).toContain("1,111 core hours at 0.25 MB/s");
    expect(stdout).toContain("| a laptop | 8 | 5.8 days |");
  }, 60_000);
});
