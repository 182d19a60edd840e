/*
 * What a terminal or a page would obey, or hide, instead of showing it: control characters but tab and line feed, lone
 * surrogates, marks that turn the reading direction, invisible ones. Joiners stay: scripts and emoji need them.
 */
const HIDDEN =
  /(?![\t\n])\p{Cc}|\p{Cs}|\p{Bidi_Control}|[\u200b\u2028\u2029\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]/gu;
const CONTROL_PICTURES = 0x2400;

/**
 * A text in which nothing is hidden and nothing acts on the terminal: NUL becomes "␀", ESC "␛", a right-to-left
 * override "<U+202E>", half a surrogate pair "<U+D83D>". Tabs and line feeds stay.
 */
export function makeVisible(text: string): string {
  return text.replace(HIDDEN, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(CONTROL_PICTURES + code);
    if (code === 0x7f) return "\u2421";
    return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
  });
}

/** The same, without the carriage returns of CRLF line ends. */
export function makeLinesVisible(text: string): string {
  return makeVisible(text.replaceAll("\r\n", "\n"));
}
