import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAttributes } from "../src/cli/jsonl/attributes.js";
import { type Batch, batchesOf } from "../src/cli/jsonl/batches.js";
import { RecordError, type RecordTask, type Restorer, restoreRecord } from "../src/cli/jsonl/record.js";
import { type BatchOutcome, workOn as workOnBytes } from "../src/cli/jsonl/work.js";
import type { Detection } from "../src/types.js";
import { editOf } from "./edit-cases.js";

const none = { rate: 0, spun: 0, sites: 0 };
const detection: Detection = {
  spun: true,
  probability: 0.123456789,
  rate: 0.5,
  evidence: {
    logLikelihoodRatio: 1,
    regions: { body: none, quotation: none, capitalised: none, sentenceStart: none, heading: none },
    segments: [],
  },
};

/** Puts "said" for the first "stated". */
const unspinner: Restorer = {
  detect: () => detection,
  unspin(text) {
    const edits = text.includes("stated") ? [editOf(text, "stated", "said")] : [];
    return { text: text.replace("stated", "said"), edits, suggestions: [], detection };
  },
};

/** What "unspin" holds, as it stands in the record. */
const RESULT = /,"unspin":\{"edits":\[.*\],"suggestions":\[\],"detection":\{.*\}\}(?=\s*\}\s*$)/s;

const TASK: RecordTask = {
  field: ["text"],
  idField: ["id"],
  detectOnly: false,
  onlySpun: false,
  attributes: false,
  statistics: false,
};

function restored(line: string, field: readonly string[] = ["text"], detectOnly = false): string {
  return restoreRecord(line, { ...TASK, field, detectOnly }, unspinner).line ?? "";
}

describe("restoreRecord", () => {
  const kept: readonly (readonly [line: string, without: string])[] = [
    ['{"text":"He stated it."}', '{"text":"He said it."}'],
    [
      '{"id":12345678901234567890,"text":"stated","x":1.0,"y":-0,"z":1E400}',
      '{"id":12345678901234567890,"text":"said","x":1.0,"y":-0,"z":1E400}',
    ],
    [
      ' { "text" : "stated" , "b" : [ 1 , {"text":"stated"} ] } \r',
      ' { "text" : "said" , "b" : [ 1 , {"text":"stated"} ] } \r',
    ],
    ['{"2":"b","1":"a","text":"stated"}', '{"2":"b","1":"a","text":"said"}'],
    ['{"text":"first stated","text":"stated"}', '{"text":"first stated","text":"said"}'],
    ['{"\\u0074ext":"stated"}', '{"\\u0074ext":"said"}'],
    ['{"a":"\\\\","text":"stated \\"so\\"\\\\"}', '{"a":"\\\\","text":"said \\"so\\"\\\\"}'],
    ['{"a":"}{][,\\":","b":{"c":["}"]},"text":"stated"}', '{"a":"}{][,\\":","b":{"c":["}"]},"text":"said"}'],
    ['{"__proto__":1,"constructor":2,"text":"stated"}', '{"__proto__":1,"constructor":2,"text":"said"}'],
    ['{"text":"\\ud83d stated \\u0000","e":"\\ud83d"}', '{"text":"\\ud83d said \\u0000","e":"\\ud83d"}'],
    ['{"text":"caf\\u00e9 \\/ as it is"}', '{"text":"caf\\u00e9 \\/ as it is"}'],
    ['{"text":""}', '{"text":""}'],
  ];

  it.each(kept)("changes the text and nothing else: %s", (line, without) => {
    const result = restored(line);
    expect(result).toMatch(RESULT);
    expect(result.replace(RESULT, "")).toBe(without);
    expect(JSON.parse(result)).toHaveProperty("unspin.detection.spun", true);
  });

  it("gives edits, suggestions and detection, numbers shortened", () => {
    const { unspin } = JSON.parse(restored('{"text":"He stated it."}'));
    expect(unspin).toEqual({
      edits: [editOf("He stated it.", "stated", "said")],
      suggestions: [],
      detection: { ...detection, probability: 0.123457 },
    });
  });

  it("finds fields of fields", () => {
    const line = '{"a":{"text":"x","b.c":"stated"},"text":"stated"}';
    expect(JSON.parse(restored(line, ["a", "b.c"]))).toMatchObject({ a: { text: "x", "b.c": "said" }, text: "stated" });
  });

  it("takes the place of an earlier result", () => {
    const once = restored('{"text":"stated stated","z":1}');
    const twice = restored(once);
    expect(JSON.parse(twice)).toMatchObject({ text: "said said", z: 1 });
    expect(twice.match(/"unspin"/g)).toHaveLength(1);
    expect(JSON.parse(restored('{"unspin":{"old":1},"text":"stated"}')).unspin).not.toHaveProperty("old");
  });

  it("adds only the detection when that is all that is asked for", () => {
    expect(restored('{"text":"stated"}', ["text"], true)).toMatch(
      /^\{"text":"stated","unspin":\{"detection":\{.*\}\}\}$/,
    );
  });

  const bad: readonly (readonly [line: string, reason: RegExp])[] = [
    ['{"text": "stated"', /^not JSON: /],
    ["{'text': 1}", /^not JSON: /],
    ["hello", /^not JSON: Unexpected token 'h'$/],
    ["undefined", /^not JSON: Unexpected word$/],
    [`{"text": tru${"y".repeat(300)}}`, /^not JSON: Unexpected token 'y'$/],
    ['{"text":"a\tb"}', /^not JSON: Bad control character/],
    ['{"text":"a"} {"text":"b"}', /^not JSON: /],
    ["[]", /^an array, not an object$/],
    ["null", /^null, not an object$/],
    ['"text"', /^a string, not an object$/],
    ["{}", /^no field "text"$/],
    ['{"Text":"a"}', /^no field "text"$/],
    ['{"text":null}', /^field "text" is null, not a string$/],
    ['{"text":["a"]}', /^field "text" is an array, not a string$/],
    ['{"text":{"a":"b"}}', /^field "text" is an object, not a string$/],
    ['{"text":12}', /^field "text" is a number, not a string$/],
    ['{"text":true }', /^field "text" is a boolean, not a string$/],
  ];

  it.each(bad)("refuses %s", (line, reason) => {
    expect(() => restored(line)).toThrow(RecordError);
    expect(() => restored(line)).toThrow(expect.objectContaining({ message: expect.stringMatching(reason) }));
  });

  it("refuses paths that lead through something else than an object", () => {
    expect(() => restored('{"a":"stated"}', ["a", "b"])).toThrow('no field "a.b"');
    expect(() => restored('{"a":["x"]}', ["a", "0"])).toThrow('no field "a.0"');
    expect(() => restored("{}", ["toString"])).toThrow('no field "toString"');
  });

  it("manages records of megabytes", () => {
    const long = `${"words and ".repeat(500_000)}stated`;
    const line = JSON.stringify({ raw: '\\"{'.repeat(500_000), nested: [[long]], text: long });
    const result = restored(line);
    expect(result.replace(RESULT, "")).toBe(line.replace(/stated"\}$/, 'said"}'));
  });
});

/** With the output as text. */
function workOn(...args: Parameters<typeof workOnBytes>): Omit<BatchOutcome, "output"> & { readonly output: string } {
  const outcome = workOnBytes(...args);
  return { ...outcome, output: Buffer.from(outcome.output).toString("utf8") };
}

describe("workOn", () => {
  const lines = (text: string) => ({ kind: "lines", bytes: Buffer.from(text), line: 7, count: 1 }) as const;
  const clean: Restorer = {
    detect: () => ({ ...detection, spun: false }),
    unspin: (text) => ({ text, edits: [], suggestions: [], detection: { ...detection, spun: false } }),
  };

  it("sets bad lines aside, by number, and counts", () => {
    const { output, rejects, counts } = workOn(lines('{"text":"stated"}\nx\n\n{"text":"a"}'), TASK, unspinner);
    expect(output.split("\n")).toHaveLength(4);
    expect(rejects).toEqual([{ line: 8, reason: expect.stringMatching(/^not JSON/), raw: Buffer.from("x") }]);
    expect(counts).toEqual({ documents: 2, spun: 2, edits: 1, suggestions: 0, rejected: 1 });
  });

  it("takes a failure of one document for that document's", () => {
    const failing = { ...unspinner, unspin: () => Promise.reject as never } as Restorer;
    const { rejects } = workOn(lines('{"text":"a"}\n'), TASK, failing);
    expect(rejects).toEqual([{ line: 7, reason: expect.stringMatching(/^unspin failed: /), raw: expect.anything() }]);
  });

  it("leaves out what was not spun, if asked to", () => {
    const task = { ...TASK, onlySpun: true };
    expect(workOn(lines('{"text":"a"}\n\n'), task, clean)).toMatchObject({ output: "", counts: { documents: 1 } });
    expect(workOn(lines('{"text":"a"}\n'), { ...task, detectOnly: true }, clean).output).toBe("");
    expect(workOn(lines('{"text":"a"}\n'), task, unspinner).output).not.toBe("");
  });

  it("counts edits by entry, domain and reason", () => {
    const { statistics } = workOn(
      lines('{"text":"stated"}\n{"text":"stated"}\n'),
      { ...TASK, statistics: true },
      unspinner,
    );
    expect(Object.values(statistics?.entry ?? {})).toEqual([2]);
    expect(Object.values(statistics?.domain ?? {})).toEqual([2]);
    expect(Object.values(statistics?.reason ?? {})).toEqual([2]);
  });

  it("writes attributes beside the document, in characters", () => {
    const task = { ...TASK, attributes: true };
    const { output } = workOn(lines('{"id":"\\u0061\\n","text":"😀 stated"}\n{"text":"stated"}\n'), task, unspinner);
    const [first, ...rest] = output.split("\n");
    expect(first).toMatch(/^\{"id":"\\u0061\\n","attributes":\{/);
    expect(JSON.parse(first)).toEqual({
      id: "a\n",
      attributes: { unspin_edits: [[2, 8, expect.any(Number)]], unspin_spun: [[0, 8, 0.123457]] },
    });
    expect(rest).toEqual([""]);
    expect(workOn(lines('{"text":"stated"}\n'), task, unspinner).rejects[0].reason).toBe('no field "id"');
    expect(formatAttributes("1", "", { text: "", edits: [], suggestions: [], detection })).toContain("[[0,0,");
  });
});

describe("batchesOf", () => {
  const sizes = { batch: 1, longest: 1000, commit: 1 << 20 };

  async function batches(chunks: readonly string[], own: Partial<typeof sizes> = {}): Promise<Batch[]> {
    const found: Batch[] = [];
    const source = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
    for await (const batch of batchesOf(source, { ...sizes, ...own })) found.push(batch);
    return found;
  }

  const textOf = ({ bytes }: Batch): string => Buffer.from(bytes).toString("utf8");

  const cases = [
    { name: "nothing", chunks: [], lines: [] },
    { name: "one line", chunks: ["a\n"], lines: ["a\n"] },
    { name: "no line break at the end", chunks: ["a\nb"], lines: ["a\n", "b"] },
    { name: "empty lines", chunks: ["\n\na\n"], lines: ["\n", "\n", "a\n"] },
    { name: "cut anywhere", chunks: ["a", "b\nc", "\n", "d", "", "e"], lines: ["ab\n", "c\n", "de"] },
    { name: "CRLF", chunks: ["a\r", "\nb"], lines: ["a\r\n", "b"] },
  ];

  it.each(cases)("gives lines one by one: $name", async ({ chunks, lines }) => {
    const found = await batches(chunks);
    expect(found.map(textOf)).toEqual(lines);
    expect(found.map(({ line }) => line)).toEqual(lines.map((_, index) => index + 1));
  });

  it("gives as many lines as there are, up to a size", async () => {
    const found = await batches(["a\nb\nc", "\nd\n"], { batch: 4 });
    expect(found.map(textOf)).toEqual(["a\nb\n", "c\nd\n"]);
  });

  it("reads no further than it is asked to", async () => {
    let read = 0;
    async function* source(): AsyncGenerator<Uint8Array> {
      for (; read < 1000; read++) yield Buffer.from("line\n");
    }
    const lines = batchesOf(source(), sizes);
    for (let i = 0; i < 10; i++) await lines.next();
    expect(read).toBeLessThanOrEqual(10);
    await lines.return(undefined);
  });

  it("gives a line that is too long in pieces, and lines around it whole", async () => {
    const long = "x".repeat(50);
    const found = await batches(["ab\n", `${long}`, long, `${long}\ncd\n`], { longest: 10, batch: 100 });
    expect(found.map(({ kind }) => kind)).toEqual(["lines", "overlong", "overlong", "overlong", "lines"]);
    expect(found.slice(1, 4).map(textOf).join("")).toBe(`${long.repeat(3)}\n`);
    expect(found.at(-1)).toMatchObject({ line: 3, end: 157, nextLine: 4 });
  });

  it("gives what was read before the input broke off", async () => {
    async function* source(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("a\nb");
      throw new Error("cut off");
    }
    const found: Batch[] = [];
    for await (const batch of batchesOf(source(), sizes)) found.push(batch);
    expect(found.map(textOf)).toEqual(["a\n", "b"]);
    expect(found[1]).toMatchObject({ kind: "broken", line: 2, error: new Error("cut off") });
  });

  it("puts results on record at the same places, however the input comes in", async () => {
    const line = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 30 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(1, 16, 64),
        async (lines, step, batch) => {
          const text = lines.map((each) => `${each}\n`).join("");
          const places = (found: Batch[]): number[] => found.filter(({ commit }) => commit).map(({ end }) => end);
          const whole = await batches([text], { longest: 30, commit: 64 });
          const chunks = Array.from({ length: Math.ceil(text.length / step) }, (_, i) =>
            text.slice(i * step, (i + 1) * step),
          );
          const cut = await batches(chunks, { batch, longest: 30, commit: 64 });
          expect(places(cut)).toEqual(places(whole));
          expect(cut.map(textOf).join("")).toBe(text);
          const tooLong = (found: Batch[]): number[] => [
            ...new Set(found.filter(({ kind }) => kind === "overlong").map(({ line }) => line)),
          ];
          expect(tooLong(cut)).toEqual(lines.flatMap((each, i) => (each.length >= 30 ? [i + 1] : [])));
        },
      ),
    );
  });
});
