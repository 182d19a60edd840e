import { CharacterClass, characterClass, isApostrophe, isHyphen } from "../text/characters.js";

/** What a character is to the reader. */
export const enum Kind {
  Space = 0,
  Newline = 1,
  Lower = 2,
  Upper = 3,
  Digit = 4,
  /** Ends a sentence. */
  Stop = 5,
  /** "<" and "&": may begin markup. */
  Markup = 6,
  Mark = 7,
  /** Counts for nothing, wherever it stands. */
  Nothing = 8,
}

function kindOf(code: number): Kind {
  if (code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026) return Kind.Stop;
  if (code === 0x3c || code === 0x26) return Kind.Markup;
  switch (characterClass(code)) {
    case CharacterClass.Space:
      return Kind.Space;
    case CharacterClass.Newline:
      return Kind.Newline;
    case CharacterClass.Lower:
      return Kind.Lower;
    case CharacterClass.Upper:
      return Kind.Upper;
    case CharacterClass.Digit:
      return Kind.Digit;
    case CharacterClass.Mark:
    case CharacterClass.Ignorable:
      return Kind.Nothing;
    default:
      return Kind.Mark;
  }
}

/** By ASCII character: its `Kind`. */
export const ASCII = Uint8Array.from({ length: 128 }, (_, code) => kindOf(code));
/** By ASCII character: 1 where a word may not have ended yet: a digit, a mark that joins, what makes it an address. */
export const GOES_ON = Uint8Array.from({ length: 128 }, (_, code) =>
  kindOf(code) === Kind.Digit || joins(code) || code === 0x3a || code === 0x40 ? 1 : 0,
);
/** What stands at a place; behind the end of the text is white space. */
export function kindAt(text: string, at: number): Kind {
  if (at >= text.length) return Kind.Space;
  const code = text.charCodeAt(at);
  return code < 128 ? (ASCII[code] as Kind) : kindOf(code);
}

/** Whether a character makes words and numbers. */
export function isWordKind(kind: Kind): boolean {
  return kind === Kind.Lower || kind === Kind.Upper || kind === Kind.Digit;
}

/** Whether a mark between two letters is part of the word. */
export function joins(code: number): boolean {
  return isApostrophe(code) || isHyphen(code) || code === 0x2e;
}

/** Whether a mark between two digits is part of the number. */
export function isSeparator(code: number): boolean {
  return code === 0x2c || code === 0x2e || code === 0x2d;
}

/** "https" before "://", "user" before "@". */
export function isAddress(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x40) return kindAt(text, at + 1) > Kind.Newline;
  return code === 0x3a && text.charCodeAt(at + 1) === 0x2f && text.charCodeAt(at + 2) === 0x2f;
}
