import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Restoration } from "unspin/browser";
import { Engine, type EngineStatus } from "./engine/engine.js";
import type { Task } from "./engine/messages.js";
import { type Decision, decide, type Mark, marksOf } from "./review/marks.js";
import { moveSpans, type Span } from "./review/spans.js";

/** The longest text that the page takes, in code units. Longer ones are for the command. */
export const LONGEST_TEXT = 100_000;

/** What the library restores at if nobody says otherwise. */
export const DEFAULT_THRESHOLD = 0.4;

/** A restoration, and the text it is of. */
export interface Result {
  readonly text: string;
  readonly restoration: Restoration;
  readonly marks: readonly Mark[];
}

/** Everything that the page shows, and what can be done to it. */
export interface Workspace {
  readonly text: string;
  readonly threshold: number;
  readonly status: EngineStatus;
  /** Of the text as it was a moment ago, if somebody types. */
  readonly result: Result | undefined;
  readonly decisions: number;
  setText(text: string): void;
  setThreshold(threshold: number): void;
  /** Takes other words for a place in the result's text, or keeps the original. */
  choose(place: Span, after: string | undefined): void;
  forgetDecisions(): void;
  tryAgain(): void;
}

/** The decisions belong to a text: they move with it. */
interface Draft {
  readonly text: string;
  readonly decisions: readonly Decision[];
}

const NO_DECISIONS: readonly Decision[] = [];

const startWorker = (): Worker => new Worker(new URL("./engine/worker.ts", import.meta.url), { type: "module" });

const LOADING: EngineStatus = { kind: "loading", loaded: 0, total: undefined };

/** What the worker makes of a text, a moment after it has changed. */
function useEngine(text: string, threshold: number) {
  const [status, setStatus] = useState(LOADING);
  const [answer, setAnswer] = useState<{ task: Task; restoration: Restoration }>();
  const engine = useRef<Engine>(undefined);

  useEffect(() => {
    const restored = (task: Task, restoration: Restoration): void => setAnswer({ task, restoration });
    engine.current = new Engine(startWorker, { restored, status: setStatus });
    return () => engine.current?.stop();
  }, []);

  useEffect(() => {
    if (text.length <= LONGEST_TEXT) engine.current?.restore({ text, minConfidence: threshold });
  }, [text, threshold]);

  const tryAgain = (): void => {
    setStatus(LOADING);
    engine.current?.restart();
  };
  return { status, answer, tryAgain };
}

/** The state of the page: a text, the reader's decisions on it, and what the worker makes of it. */
export function useWorkspace(initialText: string): Workspace {
  const [draft, setDraft] = useState<Draft>({ text: initialText, decisions: [] });
  const [threshold, setThreshold] = useState(DEFAULT_THRESHOLD);
  const { text, decisions } = draft;
  const { status, answer, tryAgain } = useEngine(text, threshold);

  // Without decisions there is nothing that typing could change here: the result stays what it is.
  const own = answer && decisions.length > 0 ? moveSpans(decisions, text, answer.task.text) : NO_DECISIONS;
  const result = useMemo((): Result | undefined => {
    if (!answer) return undefined;
    const { task, restoration } = answer;
    return { text: task.text, restoration, marks: marksOf(restoration, own) };
  }, [answer, own]);

  return {
    text,
    threshold,
    status,
    result,
    decisions: decisions.length,
    setText: useCallback((next: string) => {
      setDraft((last) => ({ text: next, decisions: moveSpans(last.decisions, last.text, next) }));
    }, []),
    setThreshold,
    choose: (place, after) => {
      const [moved] = moveSpans([{ start: place.start, end: place.end }], result?.text ?? "", text);
      if (moved) setDraft({ text, decisions: decide(decisions, { ...moved, after }) });
    },
    forgetDecisions: () => setDraft({ text, decisions: [] }),
    tryAgain,
  };
}
