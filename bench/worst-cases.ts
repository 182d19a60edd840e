import { readEntries } from "../scripts/dictionary/sources.js";
import { seededRandom } from "../scripts/simulate/random.js";

/** An input that costs the most it can, at any length. */
export interface WorstCase {
  readonly name: string;
  /** Gives about so many characters of it. */
  readonly make: (characters: number) => string;
  /** Whether its restoration settles after a number of rounds that chance decides. */
  readonly restless?: true;
}

const repeated = (name: string, unit: string): WorstCase => ({
  name,
  make: (characters) => unit.repeat(Math.ceil(characters / unit.length)),
});

/** A unit that contains its own number, so that no two are alike. */
const numbered = (name: string, unit: (index: number) => string): WorstCase => ({
  name,
  make(characters) {
    let text = "";
    for (let index = 0; text.length < characters; index++) text += unit(index);
    return text;
  },
});

function letters(number: number): string {
  return number.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)]);
}

/** Inputs on which a careless implementation takes quadratic time or exhausts the stack. */
export function worstCases(): WorstCase[] {
  const forms = [...new Set(readEntries().map(({ spun }) => spun))];
  const random = seededRandom("worst cases");
  return [
    { ...numbered("every word a spun form", () => `${forms[Math.floor(random() * forms.length)]} `), restless: true },
    repeated("one spun word", "workplace "),
    repeated("one phrase", "a fast spherical of US speak reveals "),
    repeated("one letter, no spaces", "a"),
    numbered("no spaces", (index) => letters(index * 7919)),
    numbered("misspelt forms, all different", (index) => `work${letters(index)}place `),
    numbered("hyphenated words, all different", (index) => `work-${letters(index)}-place `),
    { name: "nested quotation marks", make: (characters) => "“".repeat(characters / 2) + "”".repeat(characters / 2) },
    repeated("straight quotation marks", '"a '),
    repeated("single quotation marks", " 'a"),
    repeated("unclosed tags", "<a "),
    repeated("unclosed comments", "<!-- a "),
    repeated("unclosed elements", "<code> a </b> "),
    numbered("runs of backticks", (index) => `${"`".repeat(1 + (index % 300))} a `),
    repeated("unclosed fences", "\n```a\n"),
    repeated("unclosed braces", "{a|b "),
    repeated("unclosed links", "[a]( b "),
    repeated("entities", "&am "),
    repeated("addresses", "a@b:c/d_e "),
    repeated("one dotted word", "a."),
    repeated("one hyphenated word", "a-"),
    repeated("one number", "1,"),
    repeated("combining marks", "\u0301"),
    repeated("halves of surrogate pairs", "\ud83d"),
    repeated("empty lines", "\n\r"),
    repeated("one-word paragraphs", "office\n\n"),
  ];
}
