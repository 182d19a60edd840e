import { readFileSync } from "node:fs";
import fc from "fast-check";

/** Sentences in which there is something to restore. */
export const SPUN_SENTENCES: readonly string[] = readFileSync(
  new URL("../demo/seed-article.txt", import.meta.url),
  "utf8",
)
  .split(/(?<=[.”])\s+/)
  .filter((sentence) => sentence.length > 20);

/** What breaks careless code when it stands in the middle of a text. */
export const SPANNERS: readonly string[] = [
  "\ud800",
  "\udc00",
  "\u0000",
  "\r\n",
  "\r",
  "\u2028",
  "\n\n",
  "\u202e",
  "\u2066",
  "\u200f",
  "\u061c",
  "\u001b[2J",
  "\u009b31m",
  "\u200b",
  "\u200d",
  "\u00ad",
  "\ufeff",
  "\u0301",
  "🙂",
  "👩‍👩‍👧",
  "оffice",
  "wоrkplace",
  "ｗｏｒｋｐｌａｃｅ",
  "ѕtated",
  "ﬁnance",
  "Straße",
  "İstanbul",
  "العربية",
  "日本語",
  "Z̸̡͚͝a̵l̷g̶o̴",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "prototype",
  "valueOf",
  "“",
  "”",
  '"',
  "‘",
  "’",
  "«",
  "`",
  "```",
  "\n```\n",
  "\n~~~\n",
  "---\n",
  "<",
  "</",
  "<!--",
  "-->",
  "<pre>",
  "<script>",
  "<style>",
  '<a href="',
  "<![CDATA[",
  "<?php ",
  "<svg onload=alert(1)>",
  "&",
  "&amp;",
  "{",
  "|",
  "}",
  "{a|b}",
  "{{workplace}}",
  "$&",
  "\\",
  "[a](",
  "![",
  "(((",
  "[[[",
  "{%",
  "$$",
  "**",
  "\n> ",
  "\n| a | b\n|--",
  "http://",
  "@",
  "#",
  ".",
  "…",
  "-",
  "'s",
  "1,000",
  "\t",
  "\u00a0",
  "",
];

/** Spun sentences, with spanners thrown in anywhere. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...SPUN_SENTENCES) },
      { weight: 2, arbitrary: fc.constantFrom(...SPANNERS) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
    ),
    { maxLength: 24 },
  )
  .chain((pieces) =>
    fc
      .array(fc.tuple(fc.nat(), fc.constantFrom(...SPANNERS)), { maxLength: 6 })
      .map((splinters) => splinters.reduce(driveIn, pieces.join(" "))),
  );

function driveIn(text: string, [at, splinter]: readonly [number, string]): string {
  const index = text.length === 0 ? 0 : at % text.length;
  return text.slice(0, index) + splinter + text.slice(index);
}
