import { LetterCase } from "./case.js";
import { CharacterClass, characterClass, foldCharacter, isApostrophe, isHyphen, isWordClass } from "./characters.js";
import { HASH_SEED, hashStep } from "./vocabulary.js";

/** What is found out about a word or number while it is read. One object serves a whole text. */
export interface WordShape {
  /** Behind its last character. */
  end: number;
  /** As `hashStep` makes it of the folded characters. */
  hash: number;
  /** How many letters of each case there are, and how many full stops. */
  uppers: number;
  lowers: number;
  dots: number;
  /** Where the last apostrophe stands, -1 for none, and the hash of what stands before it. */
  stemEnd: number;
  stemHash: number;
}

/** A shape to be filled in. */
export function emptyShape(): WordShape {
  return { end: 0, hash: HASH_SEED, uppers: 0, lowers: 0, dots: 0, stemEnd: -1, stemHash: HASH_SEED };
}

/** Reads the word or number that begins at an offset. @param first the class of its first character */
export function readShape(text: string, start: number, first: CharacterClass, shape: WordShape): void {
  const { length } = text;
  let end = start;
  let hash = HASH_SEED;
  let uppers = 0;
  let lowers = 0;
  let dots = 0;
  let solid = start;
  shape.stemEnd = -1;
  while (end < length) {
    const code = text.charCodeAt(end);
    const cls = characterClass(code);
    if (cls === CharacterClass.Lower) lowers++;
    else if (cls === CharacterClass.Upper) uppers++;
    else if (cls === CharacterClass.Mark || cls === CharacterClass.Ignorable) {
      end++;
      if (cls === CharacterClass.Ignorable) continue;
      hash = hashStep(hash, code);
      solid = end;
      continue;
    } else if (cls !== CharacterClass.Digit) {
      const next = end + 1 < length ? characterClass(text.charCodeAt(end + 1)) : CharacterClass.Other;
      if (!isWordClass(next) || !joinsWord(code, first, text.charCodeAt(end - 1), next)) break;
      if (isApostrophe(code)) {
        shape.stemEnd = end;
        shape.stemHash = hash;
      } else if (code === 0x2e) dots++;
    }
    hash = hashStep(hash, foldCharacter(code));
    end++;
    solid = end;
  }
  shape.end = solid;
  shape.hash = hash;
  shape.uppers = uppers;
  shape.lowers = lowers;
  shape.dots = dots;
}

/** Whether a mark between two word characters is part of the word. */
function joinsWord(code: number, first: CharacterClass, before: number, next: CharacterClass): boolean {
  if (isApostrophe(code)) return next !== CharacterClass.Digit;
  if (isHyphen(code)) return true;
  const digits = characterClass(before) === CharacterClass.Digit && next === CharacterClass.Digit;
  if (code === 0x2c) return digits;
  if (code !== 0x2e) return false;
  // A space was lost: "the end.The next"
  if (characterClass(before) === CharacterClass.Lower && next === CharacterClass.Upper) return false;
  return digits || first !== CharacterClass.Digit;
}

/** The letter case of a word with so many letters of each. */
export function caseOf(first: CharacterClass, uppers: number, lowers: number): LetterCase {
  if (uppers === 0) return lowers === 0 ? LetterCase.None : LetterCase.Lower;
  if (lowers === 0) return uppers === 1 ? LetterCase.Capitalised : LetterCase.Upper;
  return uppers === 1 && first === CharacterClass.Upper ? LetterCase.Capitalised : LetterCase.Mixed;
}
