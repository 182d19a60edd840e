import { Region } from "../src/text/region.js";
import { type Scan, scan } from "../src/text/scan.js";
import { TokenKind } from "../src/text/tokens.js";
import { buildVocabulary, type Vocabulary } from "../src/text/vocabulary.js";

/** A few words, so that look-up is exercised; nothing else depends on a vocabulary. */
export const WORDS: Vocabulary = buildVocabulary(["the", "dog", "'s", "it's", "don't", "rapid-fire", "u.s.", "mr."]);

export function scanOf(text: string): Scan {
  return scan(text, WORDS);
}

/** The tokens as they stand in the text. */
export function tokenTexts(text: string): string[] {
  const { count, start, end } = scanOf(text);
  return Array.from({ length: count }, (_, i) => text.slice(start[i], end[i]));
}

/** The tokens of one kind. */
export function tokensOfKind(text: string, kind: TokenKind): string[] {
  const { kind: kinds } = scanOf(text);
  return tokenTexts(text).filter((_, i) => kinds[i] === kind);
}

/** The words with which sentences begin. */
export function sentenceWords(text: string): string[] {
  const { sentenceStart } = scanOf(text);
  return tokenTexts(text).filter((_, i) => sentenceStart[i] === 1);
}

const LETTERS: Readonly<Record<Region, string>> = {
  [Region.Body]: "",
  [Region.Quotation]: "q",
  [Region.Heading]: "h",
  [Region.List]: "l",
  [Region.Protected]: "p",
};

/**
 * The words of a text with their regions, so that a test reads like the text: "he said q:hello". What is neither word
 * nor number is left out.
 */
export function wordRegions(text: string): string {
  const { kind, region } = scanOf(text);
  return tokenTexts(text)
    .flatMap((token, i) => {
      if (kind[i] !== TokenKind.Word && kind[i] !== TokenKind.Number) return [];
      const letter = LETTERS[region[i] as Region];
      return [letter === "" ? token : `${letter}:${token}`];
    })
    .join(" ");
}
