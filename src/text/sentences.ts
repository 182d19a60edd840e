import { LetterCase } from "./case.js";
import { LINE_START, PARAGRAPH_START, SPACE_BEFORE, TokenKind, type Tokens } from "./tokens.js";

/**
 * Marks the tokens with which a sentence begins: 1 at such a token, 0 elsewhere. A sentence begins with the text, with a
 * paragraph, with a line that is not the continuation of a wrapped one, and after a full stop, with its closing quotes
 * and brackets, where what follows is no lower-case word.
 */
export function sentenceStarts(tokens: Tokens): Uint8Array {
  const { count, kind, gap, letterCase } = tokens;
  const starts = new Uint8Array(count);
  let stopped = true;
  for (let i = 0; i < count; i++) {
    const gapBefore = gap[i];
    if (gapBefore & PARAGRAPH_START) stopped = true;
    else if (gapBefore & LINE_START && letterCase[i] !== LetterCase.Lower) stopped = true;
    if (kind[i] === TokenKind.Stop) {
      stopped = true;
      continue;
    }
    if (kind[i] === TokenKind.Punctuation) {
      // Closing marks still belong to the sentence before, opening ones to the next; neither changes what comes.
      if (!(gapBefore & SPACE_BEFORE) && !isBracketOrQuote(tokens, i)) stopped = false;
      continue;
    }
    if (stopped && begins(tokens, i)) starts[i] = 1;
    stopped = false;
  }
  return starts;
}

/** Whether a token that follows a stop begins a sentence. */
function begins(tokens: Tokens, index: number): boolean {
  const { gap, kind, letterCase } = tokens;
  if (gap[index] & (LINE_START | PARAGRAPH_START)) return true;
  if (letterCase[index] === LetterCase.Lower) return false;
  if (gap[index] & SPACE_BEFORE || followsQuote(tokens, index)) return true;
  // A space was lost: "the end.The next"
  return index > 0 && kind[index - 1] === TokenKind.Stop && letterCase[index] === LetterCase.Capitalised;
}

function isBracketOrQuote(tokens: Tokens, index: number): boolean {
  const code = tokens.text.charCodeAt(tokens.start[index]);
  return (
    code === 0x22 ||
    code === 0x27 ||
    code === 0x28 ||
    code === 0x29 ||
    code === 0x5b ||
    code === 0x5d ||
    (code >= 0x2018 && code <= 0x201f) ||
    code === 0xab ||
    code === 0xbb ||
    code === 0x2a ||
    code === 0x5f
  );
}

function followsQuote(tokens: Tokens, index: number): boolean {
  return index > 0 && tokens.kind[index - 1] === TokenKind.Punctuation && isBracketOrQuote(tokens, index - 1);
}
