/* What single characters tell of a text's having been translated: see translation/ for what is made of it. */

const FOREIGN_MARKS = new Set([..."¿¡«»‹›„，。；：！？（）"].map((mark) => mark.charCodeAt(0)));
const OPENING = 0x201c;
const CLOSING = 0x201d;

/** Whether a mark is one that English has not. */
export function isForeignMark(code: number): boolean {
  return FOREIGN_MARKS.has(code);
}

/** Whether a space stands on the wrong side of a quotation mark: “ like this ” */
export function isBrokenQuotation(text: string, at: number, code: number): boolean {
  if (code === OPENING) return text.charCodeAt(at + 1) === 0x20;
  return code === CLOSING && at > 0 && text.charCodeAt(at - 1) === 0x20;
}

/** Whether a number is written as in another language: a decimal comma, dots between thousands, hours with an h. */
export function hasOddShape(text: string, start: number, end: number): boolean {
  let separator = 0;
  let digits = 0;
  let dots = 0;
  for (let at = start; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 0;
    if (code >= 0x30 && code <= 0x39) {
      digits++;
      continue;
    }
    if (separator === 0x2c && digits !== 3) return true;
    if (separator === 0x2e && digits === 3 && ++dots > 1) return true;
    if ((code | 32) === 0x68 && digits > 0 && at - start <= 2) return true;
    separator = code;
    digits = 0;
  }
  return false;
}
