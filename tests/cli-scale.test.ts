import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { progressLine, reportProgress, summaryLine } from "../src/cli/progress.js";
import { unspin } from "../src/index.js";
import { runCommand, type Scratch, scratchDirectory } from "./cli-harness.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SPUN = readFileSync(new URL("../demo/seed-article.txt", import.meta.url), "utf8");
const CLEAN = "The baker opened her shop at six, as she did every morning.";

/** Records of which every fifth is spun. */
function records(count: number, from = 0): string {
  return Array.from({ length: count }, (_, i) => {
    const id = from + i;
    return `${JSON.stringify({ id, meta: { url: `a/${id}`, big: 1e300 }, text: id % 5 === 0 ? SPUN : CLEAN })}\n`;
  }).join("");
}

function ids(output: string): number[] {
  return output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).id as number);
}

describe("files", () => {
  it("are decompressed and compressed as their names say", async () => {
    const scratch = scratchDirectory();
    const text = records(7);
    const halves = [text.slice(0, 3000), text.slice(3000)].map((half) => gzipSync(half));
    const inputs = [
      scratch.write("a.jsonl.gz", Buffer.concat(halves)),
      scratch.write("b.jsonl.br", brotliCompressSync(text)),
    ];
    const plain = await runCommand(["--jsonl", ...inputs]);
    expect(plain.status).toBe(0);
    expect(ids(plain.stdout)).toEqual([0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6]);
    for (const [name, unpack] of [
      ["out.gz", gunzipSync],
      ["out.br", brotliDecompressSync],
    ] as const) {
      expect(await runCommand(["--jsonl", "-o", scratch.path(name), ...inputs])).toMatchObject({
        status: 0,
        stdout: "",
      });
      expect(unpack(readFileSync(scratch.path(name))).toString("utf8")).toBe(plain.stdout);
    }
    const article = scratch.write("article.txt.gz", gzipSync(SPUN));
    await runCommand([article, "-o", scratch.path("restored.txt.br")]);
    expect(brotliDecompressSync(readFileSync(scratch.path("restored.txt.br"))).toString()).toBe(unspin(SPUN).text);
  });

  it("get the same names in a directory, and patterns are expanded", async () => {
    const scratch = scratchDirectory();
    scratch.write("b.jsonl", records(2, 10));
    scratch.write("a.jsonl.gz", gzipSync(records(3)));
    const args = ["--jsonl", "-q", "-o", `${scratch.path("out")}/`, scratch.path("*.jsonl*")];
    expect(await runCommand(args)).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(ids(scratch.read("out/b.jsonl"))).toEqual([10, 11]);
    expect(ids(gunzipSync(readFileSync(scratch.path("out/a.jsonl.gz"))).toString())).toEqual([0, 1, 2]);
    expect(existsSync(scratch.path("out/unspin.progress"))).toBe(false);
    const texts = [scratch.write("c.txt", SPUN), scratch.write("d.txt", CLEAN)];
    expect(await runCommand(["-o", scratch.path("out"), ...texts])).toEqual({ status: 0, stdout: "", stderr: "" });
    expect([scratch.read("out/c.txt"), scratch.read("out/d.txt")]).toEqual([unspin(SPUN).text, CLEAN]);
  });

  const refused: readonly (readonly [args: (scratch: Scratch) => string[], message: RegExp])[] = [
    [(scratch) => [scratch.path("*.none")], /no file matches/],
    [(scratch) => ["--jsonl", "-o", scratch.path("."), "-"], /standard input has no name/],
    [(scratch) => ["--jsonl", "-o", `${scratch.path("x")}/`, "a/b", "c/b"], /two inputs would be written/],
    [(scratch) => ["--detect", "-o", scratch.path("."), "a"], /can be a directory where/],
    [() => ["--jsonl", "--resume", "a"], /goes with --output/],
    [(scratch) => ["--config", scratch.path("none")], /no such file/],
    [(scratch) => ["--config", scratch.write("c", "[]")], /not a JSON object/],
    [(scratch) => ["--config", scratch.write("c", '{"feild":"x"}')], /unknown option "feild"/],
    [(scratch) => ["--config", scratch.write("c", '{"jsonl":"yes"}')], /jsonl must be true or false/],
    [(scratch) => ["--config", scratch.write("c", '{"ignore":[1]}')], /ignore must be a list of strings/],
    [(scratch) => ["--dictionary", scratch.write("d", "a\tb\tq\n")], /d:1:/],
  ];

  it.each(refused)("%# are refused", async (args, message) => {
    const { status, stderr } = await runCommand(args(scratchDirectory()));
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(message) });
  });
});

describe("bad input", () => {
  it("is reported each, and the rest is done", async () => {
    const scratch = scratchDirectory();
    const cut = gzipSync(records(400), { level: 0 }).subarray(0, 5000);
    const files = [
      scratch.write("broken.jsonl", `${records(1)}{"text":\n${records(1, 1)}`),
      scratch.write("missing.jsonl", `{"id":1}\n${records(1, 2)}`),
      scratch.write("large.jsonl", `${JSON.stringify({ text: "x ".repeat(40_000) })}\n${records(1, 3)}`),
      scratch.write(
        "bytes.jsonl",
        Buffer.concat([Buffer.from('{"text":"\xff"}\n', "latin1"), Buffer.from(records(1, 4))]),
      ),
      scratch.write("cut.jsonl.gz", cut),
      scratch.path("none.jsonl"),
      scratch.write("good.jsonl", records(1, 6)),
    ];
    for (const workers of ["1", "2"]) {
      const args = ["--jsonl", "-q", "--max-size=65536", `--workers=${workers}`];
      const { status, stdout, stderr } = await runCommand([...args, ...files]);
      expect(status).toBe(1);
      expect(ids(stdout)).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 6]);
      const names = [
        "broken.jsonl:2",
        "missing.jsonl:1",
        "large.jsonl:1",
        "bytes.jsonl:1",
        "cut.jsonl.gz",
        "none.jsonl",
      ];
      const lines = stderr.trimEnd().split("\n");
      expect(lines).toHaveLength(names.length);
      for (const [i, name] of names.entries()) expect(lines[i]).toContain(`/${name}: `);
      expect(lines[2]).toContain("longer than 65536 bytes");
      expect(lines[4]).toContain("unexpected end of file");
    }
  }, 60_000);

  it("goes to --rejects with line, reason and the raw line", async () => {
    const scratch = scratchDirectory();
    const long = JSON.stringify({ text: "é".repeat(1000) });
    const input = scratch.write("in", `${long}\nx\n${records(1)}`);
    const { status } = await runCommand(["--jsonl", "-q", "--max-size=500", "--rejects", scratch.path("bad"), input]);
    expect(status).toBe(1);
    const [first, second] = scratch
      .read("bad")
      .split("\n")
      .slice(0, 2)
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ file: input, line: 1, reason: "longer than 500 bytes (--max-size)" });
    expect(Buffer.from(first.base64, "base64").toString("utf8")).toBe(long);
    expect(second).toMatchObject({ line: 2, raw: "x" });
  });
});

describe("a file of many megabytes", () => {
  it("is restored while it is read, and not at all if it is not UTF-8 to its end", async () => {
    const scratch = scratchDirectory();
    const code = `\`\`\`\n${"let x = 1;\n\n".repeat(3_000_000)}\`\`\``;
    const text = `${SPUN}\n\n${code}\n\n${SPUN}`;
    const file = scratch.write("long.md", text);
    const { status, stdout } = await runCommand([file]);
    expect(status).toBe(0);
    const restored = unspin(SPUN).text;
    expect(stdout === `${restored}\n\n${code}\n\n${restored}`).toBe(true);
    const bad = scratch.write("bad.md", Buffer.concat([Buffer.from(text), Buffer.from([0xff])]));
    const failed = await runCommand([bad]);
    expect(failed).toEqual({ status: 1, stdout: "", stderr: expect.stringContaining("bad.md: not UTF-8") });
  }, 60_000);
});

describe("worker threads", () => {
  it("write what one thread writes, in the same order", async () => {
    const scratch = scratchDirectory();
    const input = scratch.write("in", `${records(60)}broken\n\n${records(20, 60)}`);
    const one = await runCommand(["--jsonl", "-q", input]);
    const two = await runCommand(["--jsonl", "-q", "--workers=2", input]);
    expect(two).toEqual(one);
    expect(one.status).toBe(1);
  }, 60_000);
});

describe("what is written of records", () => {
  it("is attributes, or spun records only, or counted", async () => {
    const scratch = scratchDirectory();
    const input = scratch.write("in", records(6));
    const attributes = await runCommand(["--jsonl", "--attributes", "--id-field=meta.url", input]);
    const [first, second] = attributes.stdout.split("\n").map((line) => (line === "" ? {} : JSON.parse(line)));
    expect(first.id).toBe("a/0");
    expect(first.attributes.unspin_edits).toHaveLength(unspin(SPUN).edits.length);
    expect(second.attributes).toEqual({ unspin_edits: [], unspin_spun: [[0, CLEAN.length, expect.any(Number)]] });
    const spun = await runCommand(["--jsonl", "--only-spun", "--stats", scratch.path("stats"), input]);
    expect(ids(spun.stdout)).toEqual([0, 5]);
    const stats = JSON.parse(scratch.read("stats"));
    const { edits } = unspin(SPUN);
    expect(stats).toMatchObject({ documents: 6, spun: 2, edits: 2 * edits.length, rejected: 0 });
    for (const table of [stats.domain, stats.entry, stats.reason]) {
      const counts = Object.values(table) as number[];
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2 * edits.length);
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
    }
  });

  it("is told by a configuration file", async () => {
    const scratch = scratchDirectory();
    const config = scratch.write("config.json", '{"jsonl":true,"field":"meta.url","quiet":true,"min-confidence":0.9}');
    const { stdout, stderr } = await runCommand(["--config", config], { stdin: records(1) });
    expect(JSON.parse(stdout).unspin.detection.spun).toBe(false);
    expect(stderr).toBe("");
  });
});

describe("--thorough", () => {
  it("looks at every text in full, from a configuration file as well", async () => {
    const scratch = scratchDirectory();
    const file = scratch.write("a.txt", CLEAN);
    const evidence = async (...args: readonly string[]): Promise<number> => {
      const { stdout } = await runCommand(["--detect=json", ...args, file]);
      return JSON.parse(stdout).detection.evidence.logLikelihoodRatio;
    };
    const full = await evidence("--thorough");
    expect(full).not.toBe(await evidence());
    expect(full).toBeCloseTo(unspin(CLEAN, { thorough: true }).detection.evidence.logLikelihoodRatio, 4);
    expect(await evidence("--config", scratch.write("c.json", '{"thorough":true}'))).toBe(full);
  });
});

describe("figures", () => {
  it("are a line of JSON where nobody looks", async () => {
    const { stderr } = await runCommand(["--jsonl"], { stdin: records(6) });
    expect(JSON.parse(stderr).unspin).toMatchObject({ ended: "complete", documents: 6, spun: 2, rejected: 0 });
    const interrupted = await runCommand(["--jsonl"], { stdin: records(6), signal: AbortSignal.abort("SIGINT") });
    expect(interrupted.status).toBe(130);
    expect(interrupted.stderr).toContain('"ended":"interrupted"');
  });

  const counts = { documents: 1500, spun: 75, edits: 9, suggestions: 1, rejected: 2 };

  it("are a bar on a terminal", () => {
    const line = progressLine({ counts, read: 5e6, total: 2e7, seconds: 10 }, 200);
    expect(line).toBe(
      "█████░░░░░░░░░░░░░░░ 25 %  1,500 docs  150 docs/s  0.50 MB/s  5.0 % spun  2 rejected  0:00:30 left",
    );
    expect(progressLine({ counts, read: 5e6, total: undefined, seconds: 10 }, 30)).toBe(
      "1,500 docs  150 docs/s  0.50 ",
    );
    expect(progressLine({ counts: { ...counts, documents: 0 }, read: 0, total: 9, seconds: 0 }, 99)).not.toContain(
      "NaN",
    );
    expect(JSON.parse(summaryLine({ counts, read: 5e6, total: 2e7, seconds: 10 }, "complete")).unspin).toEqual({
      ended: "complete",
      ...counts,
      bytes: 5e6,
      seconds: 10,
      documentsPerSecond: 150,
      megabytesPerSecond: 0.5,
    });
  });
});

describe("the progress bar", () => {
  it("is drawn over itself on a terminal, and ends with a line of its own", () => {
    let shown = "";
    const stream = new Writable({
      write(chunk, _encoding, done) {
        shown += chunk;
        done();
      },
    });
    const terminal = Object.assign(stream, { isTTY: true, columns: 60 });
    const standing = { counts: { documents: 3, spun: 1, edits: 2, suggestions: 0, rejected: 0 }, read: 50, total: 100 };
    const progress = reportProgress(terminal, false);
    progress.show(standing);
    progress.show(standing);
    progress.end({ ...standing, read: 100 }, "complete");
    const lines = shown.split("\r\u001b[K").slice(1);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^█{10}░{10} 50 % {2}3 docs/);
    expect(lines[1]).toMatch(/^█{20} 100 %.*\n$/);
    shown = "";
    reportProgress(terminal, true).end(standing, "complete");
    expect(shown).toBe("");
  });
});

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
