import { CLEAR_LINE, type OutputStream } from "./io.js";
import type { Counts } from "./jsonl/tally.js";

/** How far a run is. */
export interface Standing {
  readonly counts: Counts;
  /** Bytes of input that were read, as they lie on disk. */
  readonly read: number;
  /** All bytes of input; `undefined` if nobody knows. */
  readonly total: number | undefined;
  readonly seconds: number;
}

const BAR = 20;

/** A line of figures for a terminal, at most `width` columns wide. */
export function progressLine({ counts, read, total, seconds }: Standing, width: number): string {
  const time = Math.max(seconds, 1e-3);
  const share = total ? Math.min(1, read / total) : undefined;
  const filled = Math.round((share ?? 0) * BAR);
  const spun = counts.documents === 0 ? 0 : counts.spun / counts.documents;
  const left = share !== undefined && share > 0 ? (time * (1 - share)) / share : undefined;
  const parts = [
    ...(share === undefined ? [] : [`${"█".repeat(filled)}${"░".repeat(BAR - filled)} ${Math.floor(share * 100)} %`]),
    `${counts.documents.toLocaleString("en")} docs`,
    `${(counts.documents / time).toFixed(0)} docs/s`,
    `${(read / time / 1e6).toFixed(2)} MB/s`,
    `${(100 * spun).toFixed(1)} % spun`,
    ...(counts.rejected > 0 ? [`${counts.rejected.toLocaleString("en")} rejected`] : []),
    ...(left === undefined ? [] : [`${duration(left)} left`]),
  ];
  return parts.join("  ").slice(0, Math.max(0, width - 1));
}

/** The same when the run is over, as one line of JSON for machines. */
export function summaryLine({ counts, read, seconds }: Standing, ended: string): string {
  const { documents } = counts;
  const perSecond = (amount: number): number => Number((amount / Math.max(seconds, 1e-3)).toPrecision(4));
  const summary = {
    ended,
    ...counts,
    bytes: read,
    seconds: Number(seconds.toFixed(3)),
    documentsPerSecond: perSecond(documents),
    megabytesPerSecond: perSecond(read / 1e6),
  };
  return `${JSON.stringify({ unspin: summary })}\n`;
}

function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return parts.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}

/** Shows progress while a run goes on, and its figures when it is over. */
export interface Progress {
  show(standing: Omit<Standing, "seconds">): void;
  /** @param ended "complete", "interrupted" or "failed" */
  end(standing: Omit<Standing, "seconds">, ended: string): void;
}

/** The terminal is written to no more often. In milliseconds. */
const INTERVAL = 100;

/** A bar on a terminal, one line of JSON in the end elsewhere. */
export function reportProgress(stream: OutputStream, quiet: boolean): Progress {
  if (quiet) return { show: () => {}, end: () => {} };
  const begun = Date.now();
  let shown = 0;
  const elapsed = (): number => (Date.now() - begun) / 1000;
  if (stream.isTTY !== true) {
    return {
      show: () => {},
      end: (standing, ended) => void stream.write(summaryLine({ ...standing, seconds: elapsed() }, ended)),
    };
  }
  // A terminal that does not know its size says 0.
  const draw = (standing: Omit<Standing, "seconds">, after: string): void => {
    const line = progressLine({ ...standing, seconds: elapsed() }, stream.columns || 80);
    stream.write(`${CLEAR_LINE}${line}${after}`);
  };
  return {
    show: (standing) => {
      if (Date.now() - shown < INTERVAL) return;
      shown = Date.now();
      draw(standing, "");
    },
    end: (standing) => draw(standing, "\n"),
  };
}
