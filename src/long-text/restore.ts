import type { Ignore, Span } from "../ignore.js";
import type { Detection, Restoration } from "../types.js";
import { type Part, TextCutter } from "./cutter.js";
import { joinDetections, joinParts, type PartVerdict, placed, placedDetection, type RestoredPart } from "./join.js";

/** Restores, or judges, a text that is short enough to be taken as one. */
export interface PartRestorer {
  unspin(text: string, ignore: readonly Ignore[]): Restoration;
  detect(text: string): Detection;
}

/** A text that is restored while it comes in. */
export interface OpenText {
  /** Takes the next piece of the text, cut anywhere. */
  write(piece: string): void;
  /** Says that there are no further pieces. */
  end(): void;
  /** Restores the next part that is complete; `undefined` if more text is needed, or if there is none. */
  read(): RestoredPart | undefined;
}

/** Opens a text for restoration. @param longest of its parts */
export function openText(restorer: PartRestorer, ignore: readonly Ignore[], longest?: number): OpenText {
  const cutter = new TextCutter(longest);
  return {
    write: (piece) => cutter.write(piece),
    end: () => cutter.end(),
    read: () => {
      const part = cutter.read();
      return part && restorePart(restorer, part, ignore);
    },
  };
}

function restorePart(restorer: PartRestorer, { start, text, verbatim }: Part, ignore: readonly Ignore[]): RestoredPart {
  const restoration = verbatim
    ? { text, edits: [], suggestions: [], detection: restorer.detect("") }
    : restorer.unspin(text, shifted(ignore, start));
  return placed(restoration, start, text.length);
}

/** Restores a text part by part. */
export function restoreLongText(
  restorer: PartRestorer,
  text: string,
  ignore: readonly Ignore[],
  longest?: number,
): Restoration {
  const open = openText(restorer, ignore, longest);
  open.write(text);
  open.end();
  const parts: RestoredPart[] = [];
  for (let part = open.read(); part; part = open.read()) parts.push(part);
  return parts.length === 0 ? restorer.unspin(text, ignore) : joinParts(parts);
}

/** Judges a text part by part. */
export function detectLongText(restorer: PartRestorer, text: string, longest?: number): Detection {
  const cutter = new TextCutter(longest);
  cutter.write(text);
  cutter.end();
  const verdicts: PartVerdict[] = [];
  for (let part = cutter.read(); part; part = cutter.read()) {
    const detection = placedDetection(restorer.detect(part.verbatim ? "" : part.text), part.start);
    verdicts.push({ detection, length: part.text.length });
  }
  return verdicts.length === 0 ? restorer.detect(text) : joinDetections(verdicts);
}

/** What is to be left alone, with spans counted from the part's beginning. */
function shifted(ignore: readonly Ignore[], start: number): readonly Ignore[] {
  if (start === 0) return ignore;
  return ignore.map((item) => (isSpan(item) ? { start: item.start - start, end: item.end - start } : item));
}

function isSpan(item: Ignore): item is Span {
  return typeof item === "object" && item !== null && "start" in item && "end" in item;
}
