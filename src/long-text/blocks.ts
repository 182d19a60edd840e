/** A stretch of text that is not to be cut: code, a script, a comment. */
export interface Block {
  readonly start: number;
  /** Where it ends; `undefined` if not within the text that was looked at. */
  readonly end: number | undefined;
  /** What ends it. */
  readonly closing: string;
}

const OPENING = /^[^\S\n\r\u2028\u2029]*(`{3,})|<(script|style|pre|code|kbd|samp|svg|math|textarea)(?![\w-])|<!--/gim;
/** The tokeniser takes longer comments for text. */
const LONGEST_COMMENT = 4096;
/** What the text's scan protects to the end of the text if it is never closed. */
const ENDLESS = /^(?:`|<\/s(?:cript|tyle))/;

/**
 * Finds the blocks of a text, in order; they do not overlap. Only the last one may have no end. Linear in the text's
 * length.
 */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  const unclosed = new Set<string>();
  const opening = new RegExp(OPENING);
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const closing = closingOf(found[1], found[2]);
    if (unclosed.has(closing)) continue;
    const from = opening.lastIndex;
    const comment = closing === "-->";
    const end = endOf(comment ? text.slice(0, from + LONGEST_COMMENT) : text, closing, from);
    if (end === undefined) {
      if (!comment) unclosed.add(closing);
      if (!ENDLESS.test(closing)) continue;
      blocks.push({ start: found.index, end: undefined, closing });
      return blocks;
    }
    blocks.push({ start: found.index, end, closing });
    opening.lastIndex = end;
  }
  return blocks;
}

/** Behind the first place from `from` on where a block with this closing ends. */
export function endOf(text: string, closing: string, from: number): number | undefined {
  // Lower case could have another length; only the names of elements are written in either.
  const search = new RegExp(closing, "gi");
  search.lastIndex = from;
  return search.test(text) ? search.lastIndex : undefined;
}

function closingOf(ticks: string | undefined, element: string | undefined): string {
  if (ticks !== undefined) return ticks;
  return element === undefined ? "-->" : `</${element.toLowerCase()}`;
}
