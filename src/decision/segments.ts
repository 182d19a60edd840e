import type { Scan } from "../text/scan.js";
import { PARAGRAPH_START } from "../text/tokens.js";

/** A segment is cut at a sentence once it is this long, at a paragraph once it is half as long. In tokens. */
const LONG = 160;

/**
 * Cuts a text into stretches over which the spinner is taken to be either at work or not: paragraphs, short ones joined,
 * long ones split between sentences.
 *
 * @returns by token: the number of its segment, from 0
 */
export function segmentsOf(scan: Scan): Int32Array {
  const { count, gap, sentenceStart } = scan;
  const segments = new Int32Array(count);
  let segment = 0;
  let length = 0;
  for (let i = 0; i < count; i++) {
    const paragraph = (gap[i] & PARAGRAPH_START) !== 0;
    if ((paragraph && length > LONG / 4) || (sentenceStart[i] === 1 && length > LONG)) {
      segment++;
      length = 0;
    }
    segments[i] = segment;
    length++;
  }
  return segments;
}
