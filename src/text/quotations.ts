import { LetterCase } from "./case.js";
import { Region } from "./region.js";
import { PARAGRAPH_START, SPACE_BEFORE, TokenKind, type Tokens } from "./tokens.js";

const enum Mark {
  None,
  /** Opens or closes, by where it stands: " */
  Straight,
  Open,
  Close,
  /** Opens in German: „ */
  Low,
  /** ' where it may be a quotation mark. */
  Single,
  SingleOpen,
  SingleClose,
}

/** How many tokens are looked at for the end of a quotation: a bound on the cost of many apostrophes. */
const LONGEST_REACH = 200;

/**
 * Marks what stands between quotation marks as `Region.Quotation`, marks included. A quotation that its paragraph does
 * not close goes on in the next one if that begins with an opening mark, as newspapers set it; otherwise it ends with the
 * paragraph. Single quotation marks count only where both ends stand in one paragraph.
 */
export function markQuotations(tokens: Tokens, regions: Uint8Array): void {
  const { count, gap } = tokens;
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && !(gap[to] & PARAGRAPH_START)) to++;
    markParagraph(tokens, regions, from, to);
    from = to;
  }
}

function markParagraph(tokens: Tokens, regions: Uint8Array, from: number, to: number): void {
  let depth = 0;
  let opened = -1;
  let low = false;
  let single = -1;
  for (let i = from; i < to; i++) {
    if (tokens.kind[i] !== TokenKind.Punctuation) continue;
    switch (markOf(tokens, i, to)) {
      case Mark.Straight:
        if (depth > 0 && !opensHere(tokens, i, to)) depth = close(regions, opened, i);
        else if (depth === 0 && !closesHere(tokens, i, from)) {
          depth = 1;
          opened = i;
        } else if (depth > 0) depth = close(regions, opened, i);
        break;
      case Mark.Low:
        low = true;
        if (depth++ === 0) opened = i;
        break;
      case Mark.Open:
        // „So“: what opens an English quotation closes a German one.
        if (low) {
          low = false;
          if (--depth === 0) close(regions, opened, i);
        } else if (depth++ === 0) opened = i;
        break;
      case Mark.Close:
        if (depth > 0 && --depth === 0) close(regions, opened, i);
        break;
      case Mark.SingleOpen:
        if (single < 0) single = i;
        break;
      case Mark.SingleClose:
        single = closeSingle(tokens, regions, single, i, to);
        break;
      case Mark.Single:
        single = opensHere(tokens, i, to) ? i : closeSingle(tokens, regions, single, i, to);
        break;
      default:
    }
  }
  if (depth > 0) close(regions, opened, to - 1);
}

/** Closes what a single mark has opened, unless this one belongs to a genitive. @returns the mark that is open then */
function closeSingle(tokens: Tokens, regions: Uint8Array, opened: number, index: number, to: number): number {
  if (opened < 0) return -1;
  if (isPossessive(tokens, index, to)) return opened;
  close(regions, opened, index);
  return -1;
}

function close(regions: Uint8Array, from: number, to: number): 0 {
  for (let i = from; i <= to; i++) if (regions[i] !== Region.Heading) regions[i] = Region.Quotation;
  return 0;
}

function markOf(tokens: Tokens, index: number, to: number): Mark {
  const code = tokens.text.charCodeAt(tokens.start[index]);
  switch (code) {
    case 0x22:
      return isInches(tokens, index) ? Mark.None : Mark.Straight;
    case 0x201e:
      return Mark.Low;
    case 0x201c:
    case 0xab:
      return Mark.Open;
    case 0x201d:
    case 0xbb:
      return Mark.Close;
    case 0x27:
      return Mark.Single;
    case 0x2018:
      return opensHere(tokens, index, to) ? Mark.SingleOpen : Mark.None;
    case 0x2019:
      return Mark.SingleClose;
    default:
      return Mark.None;
  }
}

/**
 * Whether a single mark within a quotation is the apostrophe of a plural ("the dogs' dinner"): it follows an s, a
 * lower-case word comes next, and another mark comes later that can close the quotation before a further one is opened.
 */
function isPossessive(tokens: Tokens, index: number, to: number): boolean {
  const { text, start, gap, letterCase } = tokens;
  if ((text.charCodeAt(start[index] - 1) | 32) !== 0x73 || index + 1 >= to) return false;
  if (!(gap[index + 1] & SPACE_BEFORE) || letterCase[index + 1] !== LetterCase.Lower) return false;
  const stop = Math.min(to, index + LONGEST_REACH);
  for (let i = index + 1; i < stop; i++) {
    if (tokens.kind[i] !== TokenKind.Punctuation) continue;
    const mark = markOf(tokens, i, to);
    if (mark === Mark.SingleOpen || (mark === Mark.Single && opensHere(tokens, i, to))) return false;
    if (mark === Mark.SingleClose || mark === Mark.Single) return true;
  }
  return false;
}

/** Space before and none after. */
function opensHere(tokens: Tokens, index: number, to: number): boolean {
  if (index + 1 >= to || tokens.gap[index + 1] & SPACE_BEFORE) return false;
  if (tokens.gap[index] & SPACE_BEFORE) return true;
  return index > 0 && tokens.kind[index - 1] === TokenKind.Punctuation;
}

/** No space before, and space or punctuation after. */
function closesHere(tokens: Tokens, index: number, from: number): boolean {
  if (index === from || tokens.gap[index] & SPACE_BEFORE) return false;
  if (index + 1 >= tokens.count || tokens.gap[index + 1] & SPACE_BEFORE) return true;
  return tokens.kind[index - 1] === TokenKind.Word || tokens.kind[index - 1] === TokenKind.Stop;
}

/** 5'10" and 27": a mark right after a number with no quotation open. */
function isInches(tokens: Tokens, index: number): boolean {
  if (index === 0 || tokens.kind[index - 1] !== TokenKind.Number || tokens.gap[index] & SPACE_BEFORE) return false;
  return tokens.end[index - 1] - tokens.start[index - 1] <= 3;
}
