import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { linesOf } from "../src/cli/jsonl/lines.js";
import { RecordError, restoreRecord } from "../src/cli/jsonl/record.js";
import type { Detection } from "../src/types.js";
import type { Unspinner } from "../src/unspin.js";
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
const unspinner: Unspinner = {
  detect: () => detection,
  unspin(text) {
    const edits = text.includes("stated") ? [editOf(text, "stated", "said")] : [];
    return { text: text.replace("stated", "said"), edits, suggestions: [], detection };
  },
};

/** What "unspin" holds, as it stands in the record. */
const RESULT = /,"unspin":\{"edits":\[.*\],"suggestions":\[\],"detection":\{.*\}\}(?=\s*\}\s*$)/s;

function restored(line: string, field: readonly string[] = ["text"], detectOnly = false): string {
  return restoreRecord(line, { field, detectOnly }, unspinner);
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

describe("linesOf", () => {
  const cases = [
    { name: "nothing", chunks: [], lines: [] },
    { name: "one line", chunks: ["a\n"], lines: ["a"] },
    { name: "no line break at the end", chunks: ["a\nb"], lines: ["a", "b"] },
    { name: "empty lines", chunks: ["\n\na\n"], lines: ["", "", "a"] },
    { name: "cut anywhere", chunks: ["a", "b\nc", "\n", "d", "", "e"], lines: ["ab", "c", "de"] },
    { name: "CRLF", chunks: ["a\r", "\nb"], lines: ["a\r", "b"] },
  ];

  it.each(cases)("$name", async ({ chunks, lines }) => {
    const found: string[] = [];
    for await (const line of linesOf(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))) {
      found.push(Buffer.from(line).toString("utf8"));
    }
    expect(found).toEqual(lines);
  });

  it("reads no further than it is asked to", async () => {
    let read = 0;
    async function* source(): AsyncGenerator<Uint8Array> {
      for (; read < 1000; read++) yield Buffer.from("line\n");
    }
    const lines = linesOf(source());
    for (let i = 0; i < 10; i++) await lines.next();
    expect(read).toBeLessThanOrEqual(10);
    await lines.return(undefined);
  });
});
