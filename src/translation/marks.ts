import { findInEnglish, type TranslatedText } from "./reader.js";
import { type Sign, translationMend } from "./sign.js";

/** Spaces before a mark that ends or divides a sentence; "3 : 1" and " .NET" have theirs for a reason. */
const SPACED = /(?<=[\p{L}\p{N}”"’)%]) +(?=[,;!?](?:\s|$)|\.(?:\s|$)|:(?<!\d +:)(?:\s|$))/gu;
const INVERTED = /[¿¡](?= ?\p{L}[^¿¡\n]{0,300}[?!])/gu;
const WIDE = /[，。；：！？（）](?=\s?[\p{Script=Latin}\d“"(]|\s|$)/gu;
const WIDE_MARKS: Readonly<Record<string, string>> = {
  "，": ",",
  "。": ".",
  "；": ";",
  "：": ":",
  "！": "!",
  "？": "?",
  "（": "(",
  "）": ")",
};

/** Spaces before marks, as in French: nothing that proves a translation, since tokenised texts have them too. */
export function findSpacing(text: TranslatedText): Sign[] {
  return findInEnglish(text, SPACED).map(({ start, end }) => ({
    kind: undefined,
    mends: [translationMend(start, end, "", 0.9, "space before a mark")],
  }));
}

/** Marks of other languages: ¿ and ¡, the wide ones of Chinese. */
export function findMarks(text: TranslatedText): Sign[] {
  const { text: source } = text.scan;
  if (!/[¿¡，。；：！？（）]/.test(source)) return [];
  const inverted = findInEnglish(text, INVERTED).map(({ start, end }): Sign => {
    const mend = translationMend(start, source[end] === " " ? end + 1 : end, "", 0.93, "inverted mark");
    return { kind: "foreignMark", mends: [mend] };
  });
  const wide = findInEnglish(text, WIDE)
    .filter(({ start }) => /[\p{Script=Latin}\d”")%（，]/u.test(source[start - 1] ?? " ") || source[start] === "（")
    .map(({ match, start, end }): Sign => {
      const mark = WIDE_MARKS[match[0]] ?? match[0];
      const spaceBehind = mark !== "(" && /[\p{L}\d“"(]/u.test(source[end] ?? "") ? " " : "";
      const spaceBefore = mark === "(" && /[\p{L}\d]/u.test(source[start - 1] ?? "") ? " " : "";
      const mend = translationMend(start, end, spaceBefore + mark + spaceBehind, 0.93, "wide mark");
      return { kind: "foreignMark", mends: [mend] };
    });
  return [...inverted, ...wide];
}
