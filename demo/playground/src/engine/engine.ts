import type { Restoration } from "unspin/browser";
import type { Report, Task } from "./messages.js";

/** The part of a `Worker` that is used. */
export type WorkerLike = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

/** How the worker is doing. */
export type EngineStatus = Exclude<Report, { kind: "restored" }>;

/** Who is told what the worker says. */
export interface EngineListener {
  /** The restoration of the latest task that the worker has finished. */
  restored(task: Task, restoration: Restoration): void;
  status(status: EngineStatus): void;
}

/**
 * Restores texts in a worker, one at a time. A task that comes while another is under way waits, and gives its place to
 * one that comes later: somebody who types fast gets fewer restorations, not late ones.
 */
export class Engine {
  readonly #start: () => WorkerLike;
  readonly #listener: EngineListener;
  #worker: WorkerLike | undefined;
  #current: Task | undefined;
  #next: Task | undefined;

  constructor(start: () => WorkerLike, listener: EngineListener) {
    this.#start = start;
    this.#listener = listener;
  }

  /** Asks for a restoration; the worker is started at the first one. */
  restore(task: Task): void {
    this.#worker ??= this.#hire();
    if (this.#current) this.#next = task;
    else this.#send(task);
  }

  /** Starts over after a failure, with a new worker, which gets the latest task. */
  restart(): void {
    const latest = this.#next ?? this.#current;
    this.stop();
    if (latest) this.restore(latest);
  }

  /** Ends the worker. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#current = undefined;
    this.#next = undefined;
  }

  #hire(): WorkerLike {
    const worker = this.#start();
    worker.onmessage = ({ data }: MessageEvent<Report>) => this.#hear(data);
    worker.onerror = ({ message }) => this.#fail(message || "the worker cannot be started");
    return worker;
  }

  #send(task: Task): void {
    this.#current = task;
    this.#worker?.postMessage(task);
  }

  #hear(report: Report): void {
    if (report.kind === "failed") this.#fail(report.message);
    else if (report.kind === "restored") this.#finish(report.restoration);
    else this.#listener.status(report);
  }

  /** The worker goes, and with it what it still loads. Its task stays, for `restart`. */
  #fail(message: string): void {
    this.#worker?.terminate();
    this.#listener.status({ kind: "failed", message });
  }

  #finish(restoration: Restoration): void {
    const done = this.#current;
    const next = this.#next;
    this.#current = undefined;
    this.#next = undefined;
    if (next) this.#send(next);
    if (done) this.#listener.restored(done, restoration);
  }
}
