import { tokenAt } from "../text/token-at.js";
import { isEnglish, standsInEnglish } from "./english.js";
import { isProtected, type TranslatedText } from "./reader.js";
import { type Sign, type SignKind, translationMend } from "./sign.js";

/** A way to quote that is not English. */
interface Style {
  /** What a text must contain for the pattern to match. */
  readonly mark: string;
  /** Groups: opening mark with its space, words, closing mark with its space. */
  readonly pattern: RegExp;
  readonly kind: SignKind | undefined;
  readonly marks: readonly [open: string, close: string];
}

/** Spaces belong to the marks: a run of them has one way to be matched, however long it is. */
const WORDS = "(?! )[^“”„«»‹›\\n]{1,600}?(?<! )";
const BEHIND = "(?=[\\s.,;:!?)\\]—–-]|$)";
const CURLY: readonly [string, string] = ["“", "”"];
const STYLES: readonly Style[] = [
  { mark: "“ ", pattern: new RegExp(`(“ +)(${WORDS})( *“)${BEHIND}`, "gu"), kind: "brokenQuotation", marks: CURLY },
  { mark: "” ", pattern: new RegExp(`(” +)(${WORDS})( +”)${BEHIND}`, "gu"), kind: "brokenQuotation", marks: CURLY },
  { mark: "„", pattern: new RegExp(`(„ *)(${WORDS})( *[“”„"])${BEHIND}`, "gu"), kind: "foreignMark", marks: CURLY },
  { mark: "«", pattern: new RegExp(`(« *)(${WORDS})( *»)`, "gu"), kind: "foreignMark", marks: CURLY },
  { mark: "»", pattern: new RegExp(`(» *)(${WORDS})( *«)${BEHIND}`, "gu"), kind: "foreignMark", marks: CURLY },
  { mark: "‹", pattern: new RegExp(`(‹ *)(${WORDS})( *›)`, "gu"), kind: "foreignMark", marks: ["‘", "’"] },
  { mark: "“ ", pattern: new RegExp(`(“ +)(${WORDS})( +”)${BEHIND}`, "gu"), kind: undefined, marks: CURLY },
  { mark: "“", pattern: new RegExp(`(?<=^|[\\s(])(“)(${WORDS})(“)${BEHIND}`, "gu"), kind: undefined, marks: CURLY },
  { mark: "”", pattern: new RegExp(`(?<=^|[\\s(])(”)(${WORDS})(”)${BEHIND}`, "gu"), kind: undefined, marks: CURLY },
  {
    mark: '" ',
    pattern: /(?<=^|[\s(])(" +)((?! )[^"\n]{1,600}?(?<! ))( +")(?=[\s.,;:!?)]|$)/gu,
    kind: undefined,
    marks: ['"', '"'],
  },
];

/** Quotations in other marks than English ones, or in English ones set wrongly, around English words. */
export function findQuotations(text: TranslatedText): Sign[] {
  const source = text.scan.text;
  // A text that has typewriter marks elsewhere keeps to them.
  const typewriter = /(?:^|\s)"\S/.test(source) && !/“\S[^“”\n]*\S”/.test(source);
  const taken = new Uint8Array(text.scan.count);
  const signs: Sign[] = [];
  for (const style of STYLES) {
    if (!source.includes(style.mark)) continue;
    for (const match of source.matchAll(style.pattern)) {
      const from = tokenAt(text.scan, match.index);
      const to = tokenAt(text.scan, match.index + match[0].length - 1) + 1;
      if (taken.subarray(from, to).includes(1) || !quotesEnglish(text, match, from, to)) continue;
      taken.fill(1, from, to);
      signs.push(signOf(source, style, match, typewriter));
    }
  }
  return signs;
}

/** Whether the words between the marks are English, and those around them. */
function quotesEnglish({ scan, model }: TranslatedText, match: RegExpExecArray, from: number, to: number): boolean {
  const [, open = "", words = ""] = match;
  const first = tokenAt(scan, match.index + open.length);
  const last = tokenAt(scan, match.index + open.length + words.length - 1) + 1;
  if (isProtected(scan, from, to) || !isEnglish(model, scan, first, last)) return false;
  return standsInEnglish(model, scan, from, to) || isEnglish(model, scan, first, last, 6);
}

/** @param typewriter whether marks stand upright in this text, as `"` */
function signOf(text: string, style: Style, match: RegExpExecArray, typewriter: boolean): Sign {
  const [whole, open = "", , close = ""] = match;
  const start = match.index;
  const end = start + whole.length;
  const [left, right] = typewriter && style.marks === CURLY ? ['"', '"'] : style.marks;
  const space = /^ +(?=[.,;:!?](?:\s|$))/.exec(text.slice(end, end + 4))?.[0] ?? "";
  const mends = [
    [start, start + open.length, left],
    [end - close.length, end + space.length, right],
  ] as const;
  return {
    kind: style.kind,
    mends: mends
      .filter(([from, to, after]) => text.slice(from, to) !== after)
      .map(([from, to, after]) => translationMend(from, to, after, 0.93, "quotation marks")),
  };
}
