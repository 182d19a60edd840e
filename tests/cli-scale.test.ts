import { existsSync, readFileSync } from "node:fs";
import { Writable } from "node:stream";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { report } from "../src/cli/io.js";
import { progressLine, reportProgress, summaryLine } from "../src/cli/progress.js";
import { unspin } from "../src/index.js";
import { runCommand, type Scratch, scratchDirectory } from "./cli-harness.js";
import { CLEAN, ids, records, SPUN } from "./cli-records.js";

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

  it("makes way for messages", () => {
    let shown = "";
    const stream = new Writable({
      write(chunk, _encoding, done) {
        shown += chunk;
        done();
      },
    });
    report({ stderr: stream }, "a:1: not JSON");
    report({ stderr: Object.assign(stream, { isTTY: true }) }, "a:2: not JSON");
    expect(shown).toBe("unspin: a:1: not JSON\n\r\u001b[Kunspin: a:2: not JSON\n");
  });
});
