const PLAIN = /^[\x20-\x7e]*$/;
const NO_WIDTH = /\p{Mn}|\p{Me}|\u200c|\u200d/gu;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1faff}\u{20000}-\u{3fffd}]/gu;

/** How many columns of a terminal a text without control characters takes: 2 for East Asian characters and emoji. */
export function terminalWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  const shown = text.replace(NO_WIDTH, "");
  const wide = shown.match(WIDE)?.length ?? 0;
  return [...shown].length + wide;
}
