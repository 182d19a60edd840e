import { describe, expect, it } from "vitest";
import { wordRegions } from "./text-harness.js";

type Case = readonly [name: string, text: string, regions: string];

describe("quotations", () => {
  const cases: readonly Case[] = [
    ["curly", "He said “a b” c.", "He said q:a q:b c"],
    ["straight", 'He said "a b" c.', "He said q:a q:b c"],
    ["single, curly", "He said ‘a b’ c.", "He said q:a q:b c"],
    ["single, straight", "He said 'a b' c.", "He said q:a q:b c"],
    ["angular", "He said «a b» c.", "He said q:a q:b c"],
    ["German", "He said „a b“ c „d“ e.", "He said q:a q:b c q:d e"],
    ["nested", "He “a ‘b’ c” d.", "He q:a q:b q:c d"],
    ["nested in straight ones", "He \"a 'b' c\" d.", "He q:a q:b q:c d"],
    ["nested in kind", "He “a “b” c” d.", "He q:a q:b q:c d"],
    ["next to each other", '"a" "b" c.', "q:a q:b c"],
    ["with marks inside", "“A, b.” c.", "q:A q:b c"],
    ["behind a bracket", '("a") b.', "q:a b"],
    ["unclosed: to the end of the paragraph", "He “a b.\n\nc d.", "He q:a q:b c d"],
    ["unclosed, straight", 'He "a b.\n\nc d.', "He q:a q:b c d"],
    ["over paragraphs, each opened again", "“a b.\n\n“c d.” e.", "q:a q:b q:c q:d e"],
    ["stray closing mark", "a” b.", "a b"],
    ["apostrophes", "the dogs' bone, rock ’n’ roll, ’tis it.", "the dogs bone rock n roll tis it"],
    ["contractions inside", "He ‘don’t go’ b.", "He q:don’t q:go b"],
    ["plural possessives inside", "He ‘the dogs’ dinner,’ b.", "He q:the q:dogs q:dinner b"],
    ["plural possessives inside straight ones", "He 'the dogs' dinner,' b.", "He q:the q:dogs q:dinner b"],
    ["plural possessives behind", "He ‘a,’ the dogs’ bone.", "He q:a the dogs bone"],
    ["inches and feet", '5\'10" tall, 27" wide, b.', "5 10 tall 27 wide b"],
    ["in an item of a list", "- a “b” c.", "l:a q:b l:c"],
    ["in an HTML list", "<li>a “b” c.</li> d.", "l:a q:b l:c d"],
  ];
  it.each(cases)("%s", (_, text, regions) => {
    expect(wordRegions(text)).toBe(regions);
  });
});

describe("headings and lists", () => {
  const cases: readonly Case[] = [
    ["Markdown headings", "## a b.\n\nc.", "h:a h:b c"],
    ["a topic is no heading", "#a b.\n\nc.", "b c"],
    ["short paragraphs without a stop", "A title\n\nc d.", "h:A h:title c d"],
    ["not with a stop", "A remark.\n\nc.", "A remark c"],
    ["not when long", `${"a ".repeat(15)}\n\nc.`, `${"a ".repeat(15)}c`],
    ["not a wrapped line", "one two\nthree.", "one two three"],
    ["bullets", "- a.\n* b.\n+ c.\n• d.\ne.", "l:a l:b l:c l:d e"],
    ["numbers", "1. a.\n2) b.\nc.", "l:1 l:a l:2 l:b c"],
    ["years are no numbers of a list", "2019. a.", "2019 a"],
    ["dashes within lines", "a - b.", "a b"],
    ["HTML headings", "<h2>a.</h2><p>b.</p>", "h:a b"],
    ["HTML titles", "<title>a.</title> b.", "h:a b"],
    ["HTML lists", "<ul><li>a.<li>b.</ul> c.", "l:a l:b c"],
    ["unclosed headings", "<h2>a. <p>b.", "a b"],
  ];
  it.each(cases)("%s", (_, text, regions) => {
    expect(wordRegions(text)).toBe(regions);
  });
});

describe("protected", () => {
  const cases: readonly Case[] = [
    ["code spans", "a `b c` d.", "a p:b p:c d"],
    ["code spans with ticks inside", "a ``b ` c`` d.", "a p:b p:c d"],
    ["unclosed code spans", "a `b c.\n\nd ` e.", "a b c d e"],
    ["fences", "a.\n\n```js\nb\n\nc\n```\nd.", "a p:js p:b p:c d"],
    ["tilde fences", "a.\n~~~\nb\n~~~\nc.", "a p:b c"],
    ["longer closing fences", "```\na\n`````\nb.", "p:a b"],
    ["ticks within a fence", "```\na ``` b\n```\nc.", "p:a p:b c"],
    ["unclosed fences", "a.\n```\nb\n\nc", "a p:b p:c"],
    ["struck-out text is none", "~~a~~ b.", "a b"],
    ["front matter", "---\ntitle: a\n---\nb.", "p:title p:a b"],
    ["TOML front matter", "+++\ntitle = 1\n+++\nb.", "p:title p:1 b"],
    ["rules are no front matter", "a.\n\n---\n\nb.\n\n---\n\nc.", "a b c"],
    ["link targets", "[a](b c) d.", "a p:b p:c d"],
    ["image targets", "![a](b c) d.", "a p:b p:c d"],
    ["brackets are no link", "[a] (b) c.", "a b c"],
    ["pre and code", "<pre>a</pre> <code>b</code> c.", "p:a p:b c"],
    ["code in a list", "<li>a <code>b</code> c.</li> d.", "l:a p:b l:c d"],
    ["code behind an unclosed item", "<li>a. <code>b</code> c.", "a p:b c"],
    ["elements within code", "<pre><b>a</b></pre> c.", "p:a c"],
    ["scripts", "<script>a</script> b.", "p:a b"],
    ["unclosed scripts", "a. <script>b c.", "a p:b p:c"],
    ["unclosed pre", "a. <pre>b c.", "a b c"],
    ["quotations within code", "`a “b” c` d.", "p:a p:b p:c d"],
    ["quotations within HTML code", "<code>a “b” c</code> d.", "p:a p:b p:c d"],
    ["code within a quotation", "“a `b` c” d.", "q:a p:b q:c d"],
  ];
  it.each(cases)("%s", (_, text, regions) => {
    expect(wordRegions(text)).toBe(regions);
  });
});
