import { markBlockElements, markCodeElements } from "./elements.js";
import { markQuotations } from "./quotations.js";
import { Region } from "./region.js";
import { LINE_START, PARAGRAPH_START, SPACE_BEFORE, TokenKind, type Tokens } from "./tokens.js";

/** A paragraph of at most this many words and without a final stop is a heading. */
const HEADING_WORDS = 14;
/** The region of each token. */
export function regionsOf(tokens: Tokens): Uint8Array {
  const regions = new Uint8Array(tokens.count);
  markBlocks(tokens, regions);
  markBlockElements(tokens, regions);
  markQuotations(tokens, regions);
  markCodeElements(tokens, regions);
  markCode(tokens, regions);
  for (let i = 0; i < tokens.count; i++) if (tokens.kind[i] === TokenKind.Protected) regions[i] = Region.Protected;
  return regions;
}

function codeAt(tokens: Tokens, index: number): number {
  return tokens.text.charCodeAt(tokens.start[index]);
}

/** Headings and list items, line by line and paragraph by paragraph. */
function markBlocks(tokens: Tokens, regions: Uint8Array): void {
  const { count, gap } = tokens;
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && !(gap[to] & PARAGRAPH_START)) to++;
    for (let line = from; line < to; ) {
      let end = line + 1;
      while (end < to && !(gap[end] & LINE_START)) end++;
      const region = lineRegion(tokens, line, end, line === from && end === to);
      if (region !== Region.Body) regions.fill(region, line, end);
      line = end;
    }
    from = to;
  }
}

function lineRegion(tokens: Tokens, from: number, to: number, wholeParagraph: boolean): Region {
  const code = codeAt(tokens, from);
  const spaced = from + 1 < to && (tokens.gap[from + 1] & SPACE_BEFORE) !== 0;
  if (isNumberSigns(tokens, from, to)) return Region.Heading;
  if (spaced && (code === 0x2d || code === 0x2a || code === 0x2b || code === 0x2022 || code === 0x2013))
    return Region.List;
  if (isNumbered(tokens, from, to)) return Region.List;
  if (!wholeParagraph || to - from > HEADING_WORDS) return Region.Body;
  const last = tokens.kind[to - 1];
  return last === TokenKind.Word || last === TokenKind.Number || last === TokenKind.Clitic
    ? Region.Heading
    : Region.Body;
}

/** "# Title" to "###### Title": signs with a space behind them. */
function isNumberSigns(tokens: Tokens, from: number, to: number): boolean {
  if (codeAt(tokens, from) !== 0x23 || tokens.kind[from] === TokenKind.Protected) return false;
  const behind = from + runLength(tokens, from);
  return behind < to && (tokens.gap[behind] & SPACE_BEFORE) !== 0;
}

/** "1. First" or "2) Second" at the start of a line. */
function isNumbered(tokens: Tokens, from: number, to: number): boolean {
  if (tokens.kind[from] !== TokenKind.Number || from + 2 >= to) return false;
  if (tokens.end[from] - tokens.start[from] > 3) return false;
  const code = codeAt(tokens, from + 1);
  return (code === 0x2e || code === 0x29) && (tokens.gap[from + 2] & SPACE_BEFORE) !== 0;
}

/** Front matter, fenced code, code spans and link targets of Markdown. */
function markCode(tokens: Tokens, regions: Uint8Array): void {
  let i = endOfFrontMatter(tokens);
  regions.fill(Region.Protected, 0, i);
  const { count, gap } = tokens;
  while (i < count) {
    const code = codeAt(tokens, i);
    const ticks = code === BACKTICK || (code === TILDE && gap[i] & LINE_START) ? runLength(tokens, i) : 0;
    if (ticks >= 3 && gap[i] & LINE_START) {
      const end = closingFence(tokens, i + ticks, code, ticks);
      regions.fill(Region.Protected, i, end < 0 ? count : end);
      i = end < 0 ? count : end;
    } else if (ticks > 0 && code === BACKTICK) {
      const end = closingTicks(tokens, i + ticks, ticks);
      if (end > 0) regions.fill(Region.Protected, i, end);
      i = end > 0 ? end : i + ticks;
    } else if (code === 0x5d && i + 1 < count && codeAt(tokens, i + 1) === 0x28 && !(gap[i + 1] & SPACE_BEFORE)) {
      i = markLinkTarget(tokens, regions, i + 1);
    } else i++;
  }
}

/** Tokens in a row that are the same mark with nothing between them. */
function runLength(tokens: Tokens, from: number): number {
  const code = codeAt(tokens, from);
  let to = from + 1;
  while (to < tokens.count && codeAt(tokens, to) === code && !(tokens.gap[to] & SPACE_BEFORE)) to++;
  return to - from;
}

const BACKTICK = 0x60;
const TILDE = 0x7e;
/** How many tokens a code span may hold: a bound on the search for its end. */
const LONGEST_CODE_SPAN = 200;

/** Behind the line that ends a fenced block: at least as many of the same marks as began it. -1 if there is none. */
function closingFence(tokens: Tokens, from: number, code: number, marks: number): number {
  for (let i = from; i < tokens.count; i++) {
    if (!(tokens.gap[i] & LINE_START) || codeAt(tokens, i) !== code) continue;
    const run = runLength(tokens, i);
    if (run >= marks) return i + run;
  }
  return -1;
}

/** Behind the same number of backticks in the same paragraph. -1 if there are none. */
function closingTicks(tokens: Tokens, from: number, ticks: number): number {
  const stop = Math.min(tokens.count, from + LONGEST_CODE_SPAN);
  for (let i = from; i < stop; i++) {
    if (tokens.gap[i] & PARAGRAPH_START) return -1;
    if (codeAt(tokens, i) !== BACKTICK) continue;
    const run = runLength(tokens, i);
    if (run === ticks) return i + run;
    i += run - 1;
  }
  return -1;
}

function markLinkTarget(tokens: Tokens, regions: Uint8Array, open: number): number {
  const stop = Math.min(tokens.count, open + LONGEST_CODE_SPAN);
  for (let i = open + 1; i < stop && !(tokens.gap[i] & LINE_START); i++) {
    if (codeAt(tokens, i) !== 0x29) continue;
    regions.fill(Region.Protected, open, i + 1);
    return i + 1;
  }
  return open + 1;
}

/** How many tokens a document's front matter (between lines of "---" or "+++") takes; 0 if it has none. */
function endOfFrontMatter(tokens: Tokens): number {
  if (tokens.count < 6 || tokens.start[0] !== 0) return 0;
  const code = codeAt(tokens, 0);
  if ((code !== 0x2d && code !== 0x2b) || runLength(tokens, 0) !== 3) return 0;
  for (let i = 3; i < tokens.count; i++) {
    if (!(tokens.gap[i] & LINE_START) || codeAt(tokens, i) !== code) continue;
    if (runLength(tokens, i) === 3) return i + 3;
  }
  return 0;
}
