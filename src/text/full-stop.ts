import { CharacterClass, characterClass } from "./characters.js";

/** Words whose full stop belongs to them even before a capital letter. */
const ABBREVIATIONS = new Set(
  "mr mrs ms dr prof gen col sgt capt lt gov sen rep rev hon st jr sr vs inc ltd co corp etc no fig jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);

/** Whether the full stop behind a word belongs to it: "U.S.", "e.g." and "Mr." keep theirs. @param dots within the word */
export function takesStop(text: string, start: number, end: number, dots: number): boolean {
  if (dots > 0) return isInitials(text, start, end);
  if (end - start > 4) return false;
  if (end - start === 1) {
    // A single capital before a stop is an initial ("John F. Kennedy"), but "Plan B." ends a sentence too; "I." always does.
    const code = text.charCodeAt(start);
    return characterClass(code) === CharacterClass.Upper && code !== 0x49;
  }
  return ABBREVIATIONS.has(text.slice(start, end).toLowerCase());
}

/** Single letters between full stops: U.S, e.g, a.m. */
function isInitials(text: string, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i += 2) if (text.charCodeAt(i) !== 0x2e) return false;
  return (end - start) % 2 === 1;
}

/** A dotted word is a host name when its last part is lower case and every part is longer than an initial. */
export function isDomain(text: string, start: number, end: number): boolean {
  const parts = text.slice(start, end).split(".");
  const last = parts[parts.length - 1] as string;
  // 14.500.000 is a figure; of numbers alone, only four of them are an address.
  if (/^\d+$/.test(last) && parts.length !== 4) return false;
  return last.length > 1 && last.length < 7 && last === last.toLowerCase() && parts.every((part) => part.length > 1);
}
