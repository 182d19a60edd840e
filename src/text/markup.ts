import { CharacterClass, characterClass, isWordClass } from "./characters.js";

/** The longest tag that is taken for one: a bound on what an unclosed "<" can cost. */
const LONGEST_TAG = 4096;
const LONGEST_ENTITY = 12;

/** Reads the markup of one text from its beginning to its end, in time that grows with the text's length alone. */
export class MarkupReader {
  readonly #text: string;
  /** Where the next comment's end begins; -1 if there is none any more. */
  #nextCommentEnd = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Where the HTML tag, comment or entity that begins at `start` ends; `start` itself if none begins there. `text[start]`
   * is "<" or "&". A tag is given up at the next "<".
   */
  endAt(start: number): number {
    const text = this.#text;
    if (text.charCodeAt(start) === 0x26) return endOfEntity(text, start);
    return text.startsWith("<!--", start) ? this.#endOfComment(start) : endOfTag(text, start);
  }

  #endOfComment(start: number): number {
    const from = start + 4;
    if (this.#nextCommentEnd >= 0 && this.#nextCommentEnd < from) {
      this.#nextCommentEnd = this.#text.indexOf("-->", from);
    }
    return this.#nextCommentEnd < 0 ? start : this.#nextCommentEnd + 3;
  }
}

/** Where the "@name" or "#topic" that begins at `start` ends; `start` itself if none begins there. */
export function endOfHandle(text: string, start: number): number {
  if (start > 0 && isWordClass(characterClass(text.charCodeAt(start - 1)))) return start;
  let end = start + 1;
  while (end < text.length && isHandleCharacter(text.charCodeAt(end))) end++;
  return end > start + 1 ? end : start;
}

function isHandleCharacter(code: number): boolean {
  return code === 0x5f || isWordClass(characterClass(code));
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 0x61 && lower <= 0x7a;
}

function endOfEntity(text: string, start: number): number {
  const stop = Math.min(text.length, start + LONGEST_ENTITY);
  for (let i = start + 1; i < stop; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3b) return i > start + 1 ? i + 1 : start;
    const digit = code >= 0x30 && code <= 0x39;
    if (!isLetter(code) && !digit && !(code === 0x23 && i === start + 1)) return start;
  }
  return start;
}

function endOfTag(text: string, start: number): number {
  const next = text.charCodeAt(start + 1);
  if (!isLetter(next) && next !== 0x2f && next !== 0x21) return start;
  const stop = Math.min(text.length, start + LONGEST_TAG);
  for (let i = start + 1; i < stop; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3e) return i + 1;
    if (code === 0x3c) return start;
  }
  return start;
}

/**
 * Where the address that begins with the word `text.slice(start, end)` ends, `end` if the word begins none: URLs with a
 * scheme, e-mail addresses, host names with a path, file paths, snake_case names.
 */
export function endOfUrl(text: string, start: number, end: number): number {
  const after = text.charCodeAt(end);
  const next = text.charCodeAt(end + 1);
  const scheme = after === 0x3a && next === 0x2f && text.charCodeAt(end + 2) === 0x2f;
  const mailto = after === 0x3a && text.slice(start, end) === "mailto";
  const email = after === 0x40 && isAddressCharacter(next);
  const path = (after === 0x2f || after === 0x5c) && hasDot(text, start, end);
  const joined = after === 0x5f ? behindRun(text, end) : text.length;
  const name = joined < text.length && isWordClass(characterClass(text.charCodeAt(joined)));
  const www = end - start > 4 && text.slice(start, start + 4).toLowerCase() === "www.";
  if (!scheme && !mailto && !email && !path && !name && !www) return end;
  let i = end;
  while (i < text.length && isAddressCharacter(text.charCodeAt(i))) i++;
  // Closing punctuation belongs to the sentence.
  while (i > end && isTrailing(text.charCodeAt(i - 1))) i--;
  return i;
}

/** Behind a run of the same character. */
function behindRun(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text.charCodeAt(end) === text.charCodeAt(start)) end++;
  return end;
}

function hasDot(text: string, start: number, end: number): boolean {
  for (let i = start + 1; i < end - 1; i++) if (text.charCodeAt(i) === 0x2e) return true;
  return false;
}

function isAddressCharacter(code: number): boolean {
  if (Number.isNaN(code) || code === 0x3c || code === 0x3e || code === 0x22 || code === 0x29 || code === 0x5d)
    return false;
  if (code === 0x201d || code === 0x2019 || code === 0x60 || code === 0x7d) return false;
  const cls = characterClass(code);
  return cls !== CharacterClass.Space && cls !== CharacterClass.Newline;
}

function isTrailing(code: number): boolean {
  return (
    code === 0x2e || code === 0x2c || code === 0x3b || code === 0x3a || code === 0x21 || code === 0x3f || code === 0x27
  );
}
