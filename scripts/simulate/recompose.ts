/** What a pass of the spinner puts in the place of `text.slice(start, end)`. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly spun: string;
  /** Index of the pair in the spinner's list. */
  readonly pair: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
  /** Its place in the list of its pass. */
  readonly index: number;
  readonly later: boolean;
}

/**
 * Two passes as one, in the offsets of the text that the first pass was given.
 *
 * @param middle what the first pass gave
 * @param first in the offsets of the text before it
 * @param second in those of `middle`; replacements that touch text of the first pass are merged with it
 */
export function recompose(
  middle: string,
  first: readonly Replacement[],
  second: readonly Replacement[],
): Replacement[] {
  const spans = [...inMiddle(first), ...second.map(({ start, end }, index) => ({ start, end, index, later: true }))];
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: Replacement[] = [];
  let shift = 0;
  for (let i = 0; i < spans.length; ) {
    const start = spans[i].start;
    let end = spans[i].end;
    let j = i + 1;
    while (j < spans.length && spans[j].start < end) end = Math.max(end, spans[j++].end);
    const cluster = spans.slice(i, j);
    let spun = "";
    let at = start;
    let pair = -1;
    let grown = 0;
    for (const span of cluster) {
      if (span.later) {
        spun += middle.slice(at, span.start) + second[span.index].spun;
        at = span.end;
        if (pair < 0) pair = second[span.index].pair;
      } else {
        const { start: from, end: to, spun: form, pair: earlier } = first[span.index];
        grown += form.length - (to - from);
        pair = earlier;
      }
    }
    merged.push({ start: start - shift, end: end - shift - grown, spun: spun + middle.slice(at, end), pair });
    shift += grown;
    i = j;
  }
  return merged;
}

/** Where replacements stand in the text that they give. */
function inMiddle(replacements: readonly Replacement[]): Span[] {
  let shift = 0;
  return replacements.map(({ start, end, spun }, index) => {
    const span = { start: start + shift, end: start + shift + spun.length, index, later: false };
    shift += spun.length - (end - start);
    return span;
  });
}
