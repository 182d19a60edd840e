import { mapInOrder } from "../../pipeline/in-order.js";
import type { Settings } from "../arguments.js";
import { type Io, nameOf, openInput, reasonOf, report } from "../io.js";
import { openOutput } from "../output.js";
import { type Progress, reportProgress } from "../progress.js";
import { type Batch, type BatchSizes, batchesOf } from "./batches.js";
import type { Position } from "./journal.js";
import { openRecordOutput, type RecordOutput } from "./record-output.js";
import { openRejects, type RejectLog } from "./rejects.js";
import { completeEarlier, type RunPlan } from "./run-record.js";
import { addCounts, addStatistics, type Counts, formatStatistics } from "./tally.js";
import type { BatchOutcome } from "./work.js";
import type { Workforce } from "./workforce.js";

/** Results are put on record so often, in bytes of input. Part of what a compressed output looks like. */
const COMMIT = 1 << 22;

/**
 * Restores records, a line in for a line out, in order. A bad record is reported or set aside, the rest goes on. What is
 * done is put on record, so that a run that was killed can be gone on with and ends with the same bytes.
 *
 * @returns counts of the whole run, those of the earlier one that it goes on with included
 */
export async function restoreRecords(settings: Settings, io: Io, plan: RunPlan, workforce: Workforce): Promise<Counts> {
  const run = new RecordRun(settings, io, plan, workforce);
  return run.toItsEnd();
}

/** A run over records: its files, and how far it has come. */
class RecordRun {
  readonly #settings: Settings;
  readonly #io: Io;
  readonly #plan: RunPlan;
  readonly #workforce: Workforce;
  readonly #sizes: BatchSizes;
  readonly #progress: Progress;
  #position: Position;
  #read = 0;
  #output: RecordOutput | undefined;
  #rejects: RejectLog | undefined;

  constructor(settings: Settings, io: Io, plan: RunPlan, workforce: Workforce) {
    this.#settings = settings;
    this.#io = io;
    this.#plan = plan;
    this.#workforce = workforce;
    this.#sizes = { batch: workforce.batch, longest: settings.maxSize, commit: COMMIT };
    this.#progress = reportProgress(io.stderr, settings.quiet);
    this.#position = plan.start;
  }

  async toItsEnd(): Promise<Counts> {
    const { counts } = this.#position;
    let ended = "failed";
    try {
      if (await this.#endedBefore()) return counts;
      this.#rejects = await openRejects(this.#settings.rejects, this.#io, this.#position.rejects);
      while (this.#position.input < this.#plan.inputs.length) await this.#workOnInput();
      await this.#rejects.finish();
      await this.#writeStatistics();
      await this.#plan.journal?.remove();
      ended = "complete";
      return counts;
    } catch (error) {
      if (this.#io.signal.aborted) ended = "interrupted";
      await this.#suspend();
      throw error;
    } finally {
      this.#progress.end(this.#standing(), ended);
    }
  }

  /** Whether an earlier run was killed when all that was left to do was to name its files. */
  async #endedBefore(): Promise<boolean> {
    if (!this.#position.complete) return false;
    const { input } = this.#position;
    const { inputs, outputs, journal } = this.#plan;
    const output = outputs[input];
    if (output !== undefined) await completeEarlier(output);
    if (input + 1 < inputs.length) {
      this.#position = { ...this.#position, input: input + 1, offset: 0, line: 1, output: 0, complete: false };
      return false;
    }
    if (this.#settings.rejects !== undefined) await completeEarlier(this.#settings.rejects);
    await this.#writeStatistics();
    await journal?.remove();
    return true;
  }

  async #workOnInput(): Promise<void> {
    const { input, offset, line } = this.#position;
    const file = this.#plan.inputs[input];
    this.#output ??= await openRecordOutput(this.#plan.outputs[input], this.#io, this.#position.output);
    const onRead = (bytes: number): void => {
      this.#read += bytes;
    };
    const batches = batchesOf(openInput(file, this.#io, { skip: offset, onRead }), this.#sizes, { offset, line });
    const work = async (batch: Batch): Promise<{ batch: Batch; outcome: BatchOutcome | undefined }> => ({
      batch,
      outcome: batch.kind === "lines" ? await this.#workforce.work(batch) : undefined,
    });
    for await (const { batch, outcome } of mapInOrder(batches, this.#workforce.concurrency, work)) {
      this.#io.signal.throwIfAborted();
      await this.#take(file, batch, outcome);
      this.#position = { ...this.#position, offset: batch.end, line: batch.nextLine };
      if (batch.commit) await this.#record();
      this.#progress.show(this.#standing());
      this.#io.signal.throwIfAborted();
    }
    await this.#endInput();
  }

  async #take(file: string, batch: Batch, outcome: BatchOutcome | undefined): Promise<void> {
    const { counts, statistics } = this.#position;
    if (batch.kind === "overlong") {
      if (batch.first) counts.rejected++;
      await this.#rejects?.rejectPiece(file, batch, `longer than ${this.#settings.maxSize} bytes (--max-size)`);
    } else if (batch.kind === "broken") {
      counts.rejected++;
      const reason = reasonOf(batch.error);
      report(this.#io, `${nameOf(file)}: ${reason}`);
      if (this.#settings.rejects !== undefined) {
        await this.#rejects?.reject({ file, line: batch.line, reason, raw: batch.bytes });
      }
    }
    if (outcome === undefined) return;
    addCounts(counts, outcome.counts);
    if (statistics && outcome.statistics) addStatistics(statistics, outcome.statistics);
    await this.#output?.write(outcome.output);
    for (const rejected of outcome.rejects) await this.#rejects?.reject({ file, ...rejected });
  }

  /** Goes on to the next input. */
  async #endInput(): Promise<void> {
    const { separate, inputs } = this.#plan;
    const { input } = this.#position;
    const last = input + 1 === inputs.length;
    const next = { ...this.#position, input: input + 1, offset: 0, line: 1 };
    if (!separate && !last) {
      this.#position = next;
      await this.#record();
      return;
    }
    this.#position = { ...this.#position, complete: true };
    await this.#record();
    await this.#output?.finish();
    this.#output = undefined;
    this.#position = { ...next, output: 0, complete: false };
    if (!last) await this.#record();
  }

  async #record(): Promise<void> {
    const { journal } = this.#plan;
    if (journal === undefined) return;
    const output = (await this.#output?.flush()) ?? 0;
    const rejects = (await this.#rejects?.flush()) ?? 0;
    this.#position = { ...this.#position, output, rejects };
    await journal.record(this.#position);
  }

  /** Keeps what is done, and says where it is. */
  async #suspend(): Promise<void> {
    try {
      // A compressed output is gone on with from the last record, so that its members are those of a run that went through.
      if (this.#output?.anywhere && this.#io.signal.aborted) await this.#record();
      const kept = await this.#output?.suspend();
      await this.#rejects?.suspend();
      if (kept !== undefined) {
        const further = this.#plan.journal === undefined ? "" : "; go on with --resume";
        report(this.#io, `what was done is in ${kept}${further}`);
      }
    } catch (error) {
      report(this.#io, `what was done may be lost: ${reasonOf(error)}`);
    }
  }

  async #writeStatistics(): Promise<void> {
    const { counts, statistics } = this.#position;
    if (this.#settings.stats === undefined || statistics === undefined) return;
    const output = await openOutput(this.#settings.stats, this.#io);
    await output.write(formatStatistics(counts, statistics));
    await output.finish(true);
  }

  #standing(): { counts: Counts; read: number; total: number | undefined } {
    const total = this.#plan.sizes.reduce((sum, size) => sum + size, 0);
    return { counts: this.#position.counts, read: this.#read, total: total === 0 ? undefined : total };
  }
}
