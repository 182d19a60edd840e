import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LetterCase } from "../src/text/case.js";
import { LINE_START, PARAGRAPH_START, SPACE_BEFORE, TokenKind } from "../src/text/tokens.js";
import { NO_WORD, wordAt } from "../src/text/vocabulary.js";
import { scanOf, tokensOfKind, tokenTexts, WORDS } from "./text-harness.js";

describe("tokens", () => {
  const cases: readonly { readonly name: string; readonly text: string; readonly tokens: readonly string[] }[] = [
    { name: "nothing", text: "", tokens: [] },
    { name: "white space", text: " \t\n\u00a0\u3000", tokens: [] },
    { name: "contractions", text: "don't we’ll it's", tokens: ["don't", "we’ll", "it's"] },
    { name: "possessives", text: "the dog's Macron’s", tokens: ["the", "dog", "'s", "Macron", "’s"] },
    { name: "plural possessives", text: "the dogs' bone", tokens: ["the", "dogs", "'", "bone"] },
    { name: "names with apostrophes", text: "O'Brien d’Ivoire", tokens: ["O'Brien", "d’Ivoire"] },
    { name: "compounds", text: "rapid-fire co‐op e‑mail", tokens: ["rapid-fire", "co‐op", "e‑mail"] },
    { name: "dashes", text: "a -b c-- d—e", tokens: ["a", "-", "b", "c", "-", "-", "d", "—", "e"] },
    { name: "numbers", text: "150,000 3.5% 1990s 2nd", tokens: ["150,000", "3.5", "%", "1990s", "2nd"] },
    { name: "amounts", text: "$1.2bn, 10-year", tokens: ["$", "1.2bn", ",", "10-year"] },
    { name: "lists of numbers", text: "1, 2. 3", tokens: ["1", ",", "2", ".", "3"] },
    {
      name: "initials",
      text: "the U.S. at 5 p.m. e.g. this",
      tokens: ["the", "U.S.", "at", "5", "p.m.", "e.g.", "this"],
    },
    { name: "titles", text: "Mr. Smith met Gen. Roe.", tokens: ["Mr.", "Smith", "met", "Gen.", "Roe", "."] },
    { name: "middle names", text: "John F. Kennedy", tokens: ["John", "F.", "Kennedy"] },
    { name: "the pronoun at the end", text: "so am I. You", tokens: ["so", "am", "I", ".", "You"] },
    { name: "lost spaces", text: "the end.The next", tokens: ["the", "end", ".", "The", "next"] },
    { name: "emoji", text: "hi🙂 x", tokens: ["hi", "🙂", "x"] },
    { name: "emoji with a skin tone", text: "👍🏽!", tokens: ["👍", "🏽", "!"] },
    { name: "mathematical letters", text: "𝐇i", tokens: ["𝐇", "i"] },
    { name: "combining accents", text: "cafe\u0301 menu", tokens: ["cafe\u0301", "menu"] },
    { name: "other scripts", text: "Москва Αθήνα 東京", tokens: ["Москва", "Αθήνα", "東京"] },
    { name: "soft hyphens", text: "so\u00adft", tokens: ["so\u00adft"] },
    { name: "zero-width spaces", text: "a\u200bb \ufeffc", tokens: ["a\u200bb", "c"] },
    { name: "marks of direction", text: "\u202ethe\u202c dog", tokens: ["\u202e", "the", "\u202c", "dog"] },
    { name: "lone surrogates", text: "a\ud800b \udc00", tokens: ["a", "\ud800", "b", "\udc00"] },
    { name: "control characters", text: "a\u0000b", tokens: ["a", "\u0000", "b"] },
    { name: "line breaks", text: "a\r\nb\rc\u2028d", tokens: ["a", "b", "c", "d"] },
  ];
  it.each(cases)("$name", ({ text, tokens }) => {
    expect(tokenTexts(text)).toEqual(tokens);
  });

  it("cover every character but white space and invisible ones, in order", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."ab A.'’-,1 \n\r<&>@#/_\u200b\u0301🙂\ud800".split("")) }),
        (text) => {
          const { count, start, end } = scanOf(text);
          let at = 0;
          for (let i = 0; i < count; i++) {
            expect(text.slice(at, start[i])).toMatch(/^[\s\u200b]*$/);
            expect(end[i]).toBeGreaterThan(start[i]);
            at = end[i];
          }
          expect(text.slice(at)).toMatch(/^[\s\u200b]*$/);
        },
      ),
    );
  });
});

describe("what no edit may touch", () => {
  const cases: readonly { readonly name: string; readonly text: string; readonly found: readonly string[] }[] = [
    { name: "URLs", text: "see https://a.example/b?c=d#e, or", found: ["https://a.example/b?c=d#e"] },
    { name: "URLs in brackets", text: "(http://a.example/b)", found: ["http://a.example/b"] },
    { name: "hosts", text: "at www.example.org or example.org.", found: ["www.example.org", "example.org"] },
    { name: "e-mail addresses", text: "write to jo.bloggs@mail.example.", found: ["jo.bloggs@mail.example"] },
    { name: "mailto", text: "mailto:jo@mail.example!", found: ["mailto:jo@mail.example"] },
    { name: "file names", text: "open main.ts and a.out/b", found: ["main.ts", "a.out/b"] },
    { name: "snake case", text: "call read_file or foo__bar", found: ["read_file", "foo__bar"] },
    { name: "handles and topics", text: "@workplace said #workplace", found: ["@workplace", "#workplace"] },
    { name: "no handles", text: "C# and a # b @ c", found: [] },
    { name: "no emphasis", text: "_the dog_, _dog_ it", found: [] },
    { name: "tags", text: '<p class="a">x</p><br/>', found: ['<p class="a">', "</p>", "<br/>"] },
    { name: "comments", text: "<!-- <p>a</p> 1 > 0 --> b", found: ["<!-- <p>a</p> 1 > 0 -->"] },
    { name: "entities", text: "a &amp; b&nbsp;c &#8217; & d &; AT&T", found: ["&amp;", "&nbsp;", "&#8217;"] },
    { name: "no tags", text: "1 < 2 > 0 <3 a<b", found: [] },
    { name: "unclosed tags and comments", text: "a <b c <!-- d", found: [] },
    { name: "no slashes between words", text: "and/or his/her", found: [] },
  ];
  it.each(cases)("$name", ({ text, found }) => {
    expect(tokensOfKind(text, TokenKind.Protected)).toEqual(found);
  });
});

describe("kinds, letter case and gaps", () => {
  it("tell words, numbers, clitics, stops and marks apart", () => {
    const { kind } = scanOf("Dogs' 12 dog's … ! (");
    expect([...kind].slice(0, 8)).toEqual([
      TokenKind.Word,
      TokenKind.Punctuation,
      TokenKind.Number,
      TokenKind.Word,
      TokenKind.Clitic,
      TokenKind.Stop,
      TokenKind.Stop,
      TokenKind.Punctuation,
    ]);
  });

  const cases: readonly (readonly [text: string, letterCase: LetterCase])[] = [
    ["dog", LetterCase.Lower],
    ["Dog", LetterCase.Capitalised],
    ["I", LetterCase.Capitalised],
    ["NATO", LetterCase.Upper],
    ["U.S.", LetterCase.Upper],
    ["McDonald", LetterCase.Mixed],
    ["iPhone", LetterCase.Mixed],
    ["Co-Op", LetterCase.Mixed],
    ["Élan", LetterCase.Capitalised],
    ["straße", LetterCase.Lower],
    ["12", LetterCase.None],
    ["12th", LetterCase.Lower],
  ];
  it.each(cases)("letter case of %s", (text, letterCase) => {
    expect(scanOf(text).letterCase[0]).toBe(letterCase);
  });

  it("keep the case of a possessive's stem", () => {
    expect([...scanOf("NATO'S Macron’s").letterCase].slice(0, 4)).toEqual([
      LetterCase.Upper,
      LetterCase.Lower,
      LetterCase.Capitalised,
      LetterCase.Lower,
    ]);
  });

  const gaps: readonly (readonly [name: string, text: string, gap: number])[] = [
    ["nothing", "(b", 0],
    ["a space", "( b", SPACE_BEFORE],
    ["a line break", "(\nb", SPACE_BEFORE | LINE_START],
    ["CRLF", "(\r\nb", SPACE_BEFORE | LINE_START],
    ["a blank line", "(\n\nb", SPACE_BEFORE | LINE_START | PARAGRAPH_START],
    ["a blank line with CRLF", "(\r\n\r\nb", SPACE_BEFORE | LINE_START | PARAGRAPH_START],
    ["a blank line with spaces in it", "(\n \t\nb", SPACE_BEFORE | LINE_START | PARAGRAPH_START],
    ["old Macintosh blank lines", "(\r\rb", SPACE_BEFORE | LINE_START | PARAGRAPH_START],
  ];
  it.each(gaps)("see %s between two tokens", (_, text, gap) => {
    expect(scanOf(text).gap[1]).toBe(gap);
  });

  it("take the text's beginning for a paragraph's", () => {
    expect(scanOf("dog").gap[0]).toBe(SPACE_BEFORE | LINE_START | PARAGRAPH_START);
  });
});

describe("word ids", () => {
  const cases: readonly (readonly [text: string, word: string | undefined])[] = [
    ["THE", "the"],
    ["Don’t", "don't"],
    ["rapid‑fire", "rapid-fire"],
    ["U.S.", "u.s."],
    ["Mr.", "mr."],
    ["d\u00adog", "dog"],
    ["d\u200bog", "dog"],
    ["doge", undefined],
    ["dо\u0433", undefined],
    ["constructor", undefined],
    ["__proto__", undefined],
  ];
  it.each(cases)("of %s", (text, word) => {
    const id = scanOf(text).word[0];
    expect(id === NO_WORD ? undefined : wordAt(WORDS, id)).toBe(word);
  });

  it("of a possessive's two parts", () => {
    const { word } = scanOf("dog’s");
    expect([wordAt(WORDS, word[0]), wordAt(WORDS, word[1])]).toEqual(["dog", "'s"]);
  });
});
