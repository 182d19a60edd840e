import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Engine, type EngineStatus, type WorkerLike } from "../demo/playground/src/engine/engine.js";
import type { Report, Task } from "../demo/playground/src/engine/messages.js";
import { blocksOf, piecesOf, placed } from "../demo/playground/src/review/blocks.js";
import { type Decision, decide, marksOf } from "../demo/playground/src/review/marks.js";
import { outcomeOf } from "../demo/playground/src/review/outcome.js";
import { moveSpans } from "../demo/playground/src/review/spans.js";
import { DEFAULT_THRESHOLD } from "../demo/playground/src/workspace.js";
import { applyEdits } from "../src/edits/apply.js";
import { PRESETS } from "../src/options.js";
import type { Detection, Edit, Restoration } from "../src/types.js";
import { anyEdits, editOf } from "./edit-cases.js";

const none = { rate: 0, spun: 0, sites: 0 };
const detection: Detection = {
  spun: true,
  probability: 1,
  rate: 0.2,
  evidence: {
    logLikelihoodRatio: 9,
    regions: { body: none, quotation: none, capitalised: none, sentenceStart: none, heading: none },
    segments: [],
  },
};

function restorationOf(text: string, edits: readonly Edit[], suggestions: readonly Edit[] = []): Restoration {
  return { text: applyEdits(text, edits), edits, suggestions, detection };
}

describe("spans while somebody types", () => {
  const text = "He stated it at the workplace.";
  const spans = [
    { start: 3, end: 9 },
    { start: 20, end: 29 },
  ];
  const words = (changed: string): string[] =>
    moveSpans(spans, text, changed).map(({ start, end }) => changed.slice(start, end));

  it.each([
    { name: "nothing", changed: text, left: ["stated", "workplace"] },
    { name: "words before", changed: `Today: ${text}`, left: ["stated", "workplace"] },
    { name: "words between", changed: "He stated it loudly at the workplace.", left: ["stated", "workplace"] },
    { name: "words behind", changed: `${text} So.`, left: ["stated", "workplace"] },
    { name: "letters within", changed: "He stXated it at the workplace.", left: ["workplace"] },
    { name: "a word taken out", changed: "He  it at the workplace.", left: ["workplace"] },
    { name: "a stretch over both", changed: "He place.", left: [] },
    { name: "another text", changed: "Nobody.", left: [] },
  ])("keeps what is left alone: $name", ({ changed, left }) => {
    expect(words(changed)).toEqual(left);
  });

  it("moves spans to the same words, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), fc.nat(), (before, after, a, b) => {
        const start = a % (before.length + 1);
        const end = start + (b % (before.length - start + 1));
        for (const moved of moveSpans([{ start, end }], before, after))
          expect(after.slice(moved.start, moved.end)).toBe(before.slice(start, end));
      }),
    );
  });
});

describe("the slider", () => {
  it("begins where the library does", () => {
    expect(DEFAULT_THRESHOLD).toBe(PRESETS.balanced.edit);
  });
});

describe("a reader's decisions", () => {
  const text = "He stated it at the workplace, and that was extra.";
  const stated = editOf(text, "stated", "said", 0, { alternatives: [{ text: "told", confidence: 0.1 }] });
  const edits = [stated, editOf(text, "workplace", "office")];
  const suggestion = editOf(text, "extra", "more", 0, { confidence: 0.4 });
  const restoration = restorationOf(text, edits, [suggestion]);
  const at = (edit: Edit, after: string | undefined): Decision => ({ start: edit.start, end: edit.end, after });
  const outcome = (...decisions: Decision[]) => outcomeOf(text, marksOf(restoration, decisions), detection);

  it("change nothing as long as there are none", () => {
    expect(outcome()).toEqual({ ...restoration, rejected: [] });
  });

  it("take other words, keep the original, take up a suggestion", () => {
    const {
      text: result,
      edits: made,
      suggestions,
      rejected,
    } = outcome(at(stated, "told"), at(edits[1], undefined), at(suggestion, "more"));
    expect(result).toBe("He told it at the workplace, and that was more.");
    expect(made.map(({ after, confidence }) => [after, confidence])).toEqual([
      ["told", 0.1],
      ["more", 0.4],
    ]);
    expect(made[0].alternatives).toEqual([{ text: "said", confidence: stated.confidence }]);
    expect(suggestions).toEqual([]);
    expect(rejected).toEqual([edits[1]]);
  });

  it("are taken back by the same one again, replaced by another", () => {
    const once = decide([], at(stated, "told"));
    expect(decide(once, at(stated, "told"))).toEqual([]);
    expect(decide(once, at(stated, undefined))).toEqual([at(stated, undefined)]);
  });
});

describe("blocks of lines", () => {
  it("hold the whole text and every mark, in order", () => {
    fc.assert(
      fc.property(anyEdits, ({ text, edits }) => {
        const marks = placed(marksOf(restorationOf(text, edits), []));
        const blocks = blocksOf(text, marks);
        expect(blocks.map((block) => block.text).join("\n")).toBe(text);
        expect(blocks.flatMap((block) => block.marks.map(({ edit }) => edit))).toEqual(edits);
        for (const block of blocks) {
          const words = piecesOf(block).map((piece) => (typeof piece === "string" ? piece : piece.edit.before));
          expect(words.join("")).toBe(block.text);
        }
      }),
    );
  });
});

describe("the engine", () => {
  const answer: Restoration = restorationOf("", []);
  const task = (text: string): Task => ({ text, minConfidence: 0.6 });

  function setUp() {
    const workers: { posted: string[]; ended: boolean; say(report: Report): void; break(message: string): void }[] = [];
    const restored: string[] = [];
    const statuses: EngineStatus[] = [];
    const start = (): WorkerLike => {
      const worker: WorkerLike = {
        onmessage: null,
        onerror: null,
        postMessage: ({ text }: Task) => void own.posted.push(text),
        terminate: () => {
          own.ended = true;
        },
      };
      const own = {
        posted: [] as string[],
        ended: false,
        say: (data: Report) => worker.onmessage?.call(worker as Worker, { data } as MessageEvent<Report>),
        break: (message: string) => worker.onerror?.call(worker as Worker, { message } as ErrorEvent),
      };
      workers.push(own);
      return worker;
    };
    const listener = {
      restored: ({ text }: Task) => void restored.push(text),
      status: (status: EngineStatus) => void statuses.push(status),
    };
    return { engine: new Engine(start, listener), workers, restored, statuses };
  }

  it("leaves tasks out that are overtaken, never the last one", () => {
    const { engine, workers, restored } = setUp();
    for (const text of ["a", "ab", "abc"]) engine.restore(task(text));
    expect(workers[0].posted).toEqual(["a"]);
    workers[0].say({ kind: "restored", restoration: answer });
    expect(workers[0].posted).toEqual(["a", "abc"]);
    workers[0].say({ kind: "restored", restoration: answer });
    expect(restored).toEqual(["a", "abc"]);
  });

  it("ends a worker that fails, and gives its latest task to the next one", () => {
    const { engine, workers, restored, statuses } = setUp();
    engine.restore(task("a"));
    workers[0].say({ kind: "failed", message: "no data" });
    engine.restore(task("ab"));
    expect(workers[0]).toMatchObject({ ended: true, posted: ["a"] });
    engine.restart();
    expect(workers[1].posted).toEqual(["ab"]);
    workers[1].say({ kind: "ready" });
    workers[1].break("");
    expect(statuses).toEqual([
      { kind: "failed", message: "no data" },
      { kind: "ready" },
      { kind: "failed", message: "the worker cannot be started" },
    ]);
    engine.stop();
    expect(workers[1].ended).toBe(true);
    expect(restored).toEqual([]);
  });
});
