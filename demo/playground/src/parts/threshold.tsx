import { useMemo } from "preact/hooks";
import type { PlacedMark } from "../review/blocks.js";
import { countOf, percent } from "./wording.js";

interface Props {
  /** Least confidence of an edit that is applied, 0 to 1. */
  readonly value: number;
  readonly marks: readonly PlacedMark[];
  onChange(value: number): void;
}

const LEAST = 0.25;
const MOST = 0.99;
const BINS = 24;

/** How sure an edit has to be, over the number of edits that are so sure. */
export function Threshold({ value, marks, onChange }: Props) {
  const bins = useMemo(() => histogram(marks), [marks]);
  const highest = Math.max(1, ...bins);
  const applied = marks.filter((mark) => mark.applied).length;
  return (
    <section class="threshold panel" aria-labelledby="threshold-heading">
      <h2 id="threshold-heading" class="overline">
        How sure an edit must be
      </h2>
      <div class="histogram" aria-hidden="true">
        {bins.map((count, bin) => {
          const below = LEAST + ((bin + 1) / BINS) * (MOST - LEAST) <= value;
          return <span key={bin} class={below ? "below" : ""} style={{ blockSize: `${(100 * count) / highest}%` }} />;
        })}
      </div>
      <input
        type="range"
        aria-label="Least confidence of an edit that is applied"
        aria-valuetext={`${percent(value)} sure`}
        min={100 * LEAST}
        max={100 * MOST}
        step={1}
        value={Math.round(100 * value)}
        onInput={(event) => onChange(Number(event.currentTarget.value) / 100)}
      />
      <p class="threshold-words">
        <span>
          <b>{percent(value)}</b> or more
        </span>
        <span>
          <span class="key applied">{countOf(applied, "edit")}</span>{" "}
          <span class="key proposed">{countOf(marks.length - applied, "suggestion")}</span>
        </span>
      </p>
    </section>
  );
}

function histogram(marks: readonly PlacedMark[]): number[] {
  const bins = new Array<number>(BINS).fill(0);
  for (const { edit } of marks) {
    const bin = Math.floor(((edit.confidence - LEAST) / (MOST - LEAST)) * BINS);
    bins[Math.max(0, Math.min(BINS - 1, bin))]++;
  }
  return bins;
}
