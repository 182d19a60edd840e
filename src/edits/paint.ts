import type { Span, Style } from "./wrap.js";

/** Select Graphic Rendition parameters: red struck through, green underlined, … so that no style is told by colour alone. */
const CODES: Readonly<Record<Style, string>> = {
  plain: "",
  removed: "31;9",
  added: "32;4",
  proposed: "33",
  faint: "2",
  strong: "1",
  good: "32;1",
  bad: "31;1",
};

/** Spans as a string for a terminal. Neighbours of one style share one escape sequence. */
export function paintSpans(spans: readonly Span[], color: boolean): string {
  if (!color) return spans.map(({ text }) => text).join("");
  let painted = "";
  for (let i = 0; i < spans.length; ) {
    const { style } = spans[i];
    let text = "";
    for (; i < spans.length && spans[i].style === style; i++) text += spans[i].text;
    painted += CODES[style] === "" ? text : `\u001b[${CODES[style]}m${text}\u001b[0m`;
  }
  return painted;
}
